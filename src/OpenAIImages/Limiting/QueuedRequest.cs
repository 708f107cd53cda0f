using System.Threading.RateLimiting;

namespace OpenAIImages.Limiting;

/// <summary>One who waits for a turn.</summary>
internal sealed class QueuedRequest(PermitRequest turn)
{
    // Whoever gives a turn must not run what the waiter does with it.
    private readonly TaskCompletionSource<RateLimitLease> _lease =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PermitRequest Turn { get; } = turn;

    public Task<RateLimitLease> Lease => _lease.Task;

    public void Grant(RateLimitLease lease) => _lease.SetResult(lease);

    public void Cancel(CancellationToken cancellationToken) => _lease.TrySetCanceled(cancellationToken);
}
