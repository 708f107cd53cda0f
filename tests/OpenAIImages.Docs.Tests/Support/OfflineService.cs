using Docs.Support;
using OpenAIImages.Emulator;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(OfflineService))]
// Guides read the environment and write into the current folder, as programs do. The process has only one environment
// and one current folder.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace Docs.Support;

/// <summary>The service that the code of all guides calls.</summary>
/// <remarks>The environment names the service, so that the code of a guide runs without a change.</remarks>
public sealed class OfflineService : IAsyncLifetime
{
    /// <summary>Gets the emulator; its pictures are small, since no test looks at them.</summary>
    public ImageEmulator Emulator { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Emulator = await ImageEmulator.StartAsync(new ImageEmulatorOptions { MaxPictureEdge = 64 });
        Environment.SetEnvironmentVariable("OPENAI_API_KEY", "sk-of-a-guide");
        Environment.SetEnvironmentVariable("OPENAI_BASE_URL", Emulator.Endpoint.AbsoluteUri);
    }

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}
