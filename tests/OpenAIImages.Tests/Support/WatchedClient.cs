using OpenAIImages.Diagnostics;
using OpenAIImages.Transport;

namespace OpenAIImages.Tests.Support;

/// <summary>A client between a test and a <see cref="ScriptedService"/>, with somebody listening to it.</summary>
internal sealed class WatchedClient : IDisposable
{
    private readonly HttpClient _http;

    public WatchedClient(ScriptedService service, Action<ImageClientOptions>? configure = null)
    {
        var options = new ImageClientOptions
        {
            ApiKey = FakeService.Key,
            Endpoint = new Uri("https://fake.test/v1/"),
            TimeProvider = Clock,
        };
        configure?.Invoke(options);
        _http = HttpPipeline.CreateClient(options, service);
        Client = new OpenAIImageClient(() => _http, () => options, Log.Create(options.LoggerFactory), service);
    }

    public WaitingClock Clock { get; } = new();

    public OpenAIImageClient Client { get; }

    public CollectedTelemetry Telemetry { get; } = new();

    /// <summary>Asks for an image and waits for the last word on it.</summary>
    public Task<ImageResult> GenerateAsync(ImageDestination? destination = null, CancellationTokenSource? cancel = null)
    {
        var stop = cancel?.Token ?? CancellationToken.None;
        var request = new GenerateImageRequest("a red fox") { Model = "gpt-image-2" };

        return Clock.RunAsync(Client.GenerateAsync(request, destination, stop));
    }

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
        Telemetry.Dispose();
    }
}
