using OpenAIImages.Emulator;

namespace OpenAIImages.Extensions.AI.Tests.Support;

/// <summary>Clients of an emulator.</summary>
internal static class Emulated
{
    public static OpenAIImageClient Client(ImageEmulator emulator)
        => new(new ImageClientOptions { ApiKey = "offline", Endpoint = emulator.Endpoint, MaxRetries = 0 });
}
