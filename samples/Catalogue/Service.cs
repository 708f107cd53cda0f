using OpenAIImages;
using OpenAIImages.Emulator;

namespace Catalogue;

/// <summary>The service that draws: the service in the environment variables, or an emulator in this process.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly ImageEmulator? _emulator;
    private readonly OpenAIImageClient _client;

    private Service(ImageEmulator? emulator, ImageClientOptions options)
    {
        _emulator = emulator;
        _client = new OpenAIImageClient(options);
    }

    public IImageClient Client => _client;

    /// <summary>Gets the address of the emulator; <see langword="null"/> when the pictures cost money.</summary>
    public Uri? OfflineAt => _emulator?.Endpoint;

    public static async Task<Service> ConnectAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("OPENAI_API_KEY") is { Length: > 0 })
        {
            return new Service(emulator: null, new ImageClientOptions());
        }

        var emulator = await ImageEmulator.StartAsync(cancellationToken: cancellationToken);

        return new Service(emulator, new ImageClientOptions { ApiKey = "offline", Endpoint = emulator.Endpoint });
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }
}
