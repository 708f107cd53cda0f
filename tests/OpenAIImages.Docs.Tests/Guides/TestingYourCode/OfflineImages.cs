using OpenAIImages;
using OpenAIImages.Emulator;

namespace Docs.Guides.TestingYourCode;

public sealed class OfflineImages : IAsyncLifetime
{
    public ImageEmulator Emulator { get; private set; } = null!;

    public OpenAIImageClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Emulator = await ImageEmulator.StartAsync(new ImageEmulatorOptions
        {
            Engine = new PlainPictureEngine(),
            MaxPictureEdge = 64,
        });
        Client = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "any", Endpoint = Emulator.Endpoint, MaxRetries = 0 });
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }
}
