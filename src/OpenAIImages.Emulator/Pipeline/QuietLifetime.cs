using Microsoft.Extensions.Hosting;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>A host lifetime that does nothing; the usual one would handle Ctrl+C in place of the host program.
/// </summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
