using Microsoft.Extensions.Hosting;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>Leaves the process alone. The usual lifetime would take Ctrl+C away from the program around us.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
