using System.Threading.RateLimiting;

namespace OpenAIImages.Limiting;

/// <summary>A request that waits for its turn.</summary>
internal sealed class QueuedRequest(PermitRequest request)
{
    // The pacer grants a lease under its lock, and the continuation must not run there.
    private readonly TaskCompletionSource<RateLimitLease> _lease =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PermitRequest Request { get; } = request;

    public Task<RateLimitLease> Lease => _lease.Task;

    public void Grant(RateLimitLease lease) => _lease.SetResult(lease);

    public void Cancel(CancellationToken cancellationToken) => _lease.TrySetCanceled(cancellationToken);
}
