using System.Threading.RateLimiting;

namespace OpenAIImages;

/// <summary>Makes callers wait for a limiter that refuses at once, for example for a limiter that several processes
/// share.</summary>
/// <remarks>
/// <para>In this process, requests take their turn in the order in which they came, and one request at a time asks the
/// inner limiter. Between processes there is no order. A request gives up when its token is cancelled, even if the
/// inner limiter ignores the token. Then the next request asks after the inner limiter has answered, and this limiter
/// gives back a lease that comes too late.</para>
/// <para>Only the inner limiter grants permits. Its exceptions reach the caller, also the exception for more permits
/// than it can ever grant.</para>
/// <para>The limiter is safe for concurrent use. Its disposal disposes of the inner limiter.</para>
/// </remarks>
/// <example>
/// A token bucket in Redis, shared by all replicas (package <c>RedisRateLimiting</c>):
/// <code>
/// var timePerImage = TimeSpan.FromMinutes(1) / imagesPerMinute;
/// var bucket = new RedisTokenBucketRateLimiter&lt;string&gt;("images", new()
/// {
///     ConnectionMultiplexerFactory = () => redis,
///     TokenLimit = 4,                                          // this many images may come at once
///     TokensPerPeriod = 1,
///     ReplenishmentPeriod = timePerImage,
/// });
/// options.UseRateLimit(new WaitingRateLimiter(bucket, new() { Period = timePerImage, OneByOne = true }));
/// </code>
/// </example>
public sealed class WaitingRateLimiter : RateLimiter
{
    private readonly RateLimiter _inner;
    private readonly TimeSpan _period;
    private readonly int _queueLimit;
    private readonly bool _oneByOne;
    private readonly TimeProvider _time;

    // A semaphore serves its asynchronous waiters in the order in which they came.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _end = new();
    private int _queued;
    private long _granted;
    private long _refused;

    /// <summary>Makes callers wait for a limiter.</summary>
    /// <param name="inner">The limiter that refuses at once.</param>
    /// <param name="options">The settings for waiting; the defaults when <see langword="null"/>. Later changes to them
    /// have no effect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is <see langword="null"/>.</exception>
    public WaitingRateLimiter(RateLimiter inner, WaitingRateLimiterOptions? options = null)
    {
        _inner = Guard.NotNull(inner);
        options ??= new();
        _period = options.Period;
        _queueLimit = options.QueueLimit;
        _oneByOne = options.OneByOne;
        _time = options.TimeProvider;
    }

    /// <inheritdoc/>
    public override TimeSpan? IdleDuration => Volatile.Read(ref _queued) == 0 ? _inner.IdleDuration : null;

    /// <summary>Gets the number of permits that wait in this process, and the numbers of granted and refused
    /// requests.</summary>
    /// <returns>The figures. The number of permits that the inner limiter has left is missing, since shared limiters do
    /// not know it.</returns>
    public override RateLimiterStatistics GetStatistics() => new()
    {
        CurrentQueuedCount = Volatile.Read(ref _queued),
        TotalSuccessfulLeases = Interlocked.Read(ref _granted),
        TotalFailedLeases = Interlocked.Read(ref _refused),
    };

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
        => Count(Volatile.Read(ref _queued) == 0 ? _inner.AttemptAcquire(permitCount) : new Refusal(_period));

    /// <inheritdoc/>
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(
        int permitCount, CancellationToken cancellationToken)
    {
        if (!TryQueue(permitCount))
        {
            return Count(new Refusal(_period));
        }

        try
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _end.Token);

            return Count(await WaitAsync(permitCount, stop.Token)
                .OrAbandonAsync(static late => late.Dispose(), stop.Token)
                .ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            throw new ObjectDisposedException(nameof(WaitingRateLimiter));
        }
        finally
        {
            Interlocked.Add(ref _queued, -permitCount);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _end.Cancel();
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected override async ValueTask DisposeAsyncCore()
    {
        _end.Cancel();
        await _inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsyncCore().ConfigureAwait(false);
    }

    private async ValueTask<RateLimitLease> WaitAsync(int permitCount, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _oneByOne && permitCount > 1
                ? await AskOneByOneAsync(permitCount, cancellationToken).ConfigureAwait(false)
                : await AskAsync(permitCount, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async ValueTask<RateLimitLease> AskOneByOneAsync(int permitCount, CancellationToken cancellationToken)
    {
        var leases = new LeaseGroup();
        try
        {
            for (var i = 0; i < permitCount; i++)
            {
                leases.Add(await AskAsync(permitCount: 1, cancellationToken).ConfigureAwait(false));
            }

            return leases;
        }
        catch
        {
            leases.Dispose();
            throw;
        }
    }

    private async ValueTask<RateLimitLease> AskAsync(int permitCount, CancellationToken cancellationToken)
    {
        while (true)
        {
            var lease = await _inner.AcquireAsync(permitCount, cancellationToken).ConfigureAwait(false);
            if (lease.IsAcquired)
            {
                return lease;
            }

            lease.Dispose();
            var wait = TimeSpan.FromTicks((long)(_period.Ticks * (1 + (Random.Shared.NextDouble() / 2))));
            await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool TryQueue(int permitCount)
    {
        int queued;
        do
        {
            queued = Volatile.Read(ref _queued);
            if (permitCount > _queueLimit - queued)
            {
                return false;
            }
        }
        while (Interlocked.CompareExchange(ref _queued, queued + permitCount, queued) != queued);

        return true;
    }

    private RateLimitLease Count(RateLimitLease lease)
    {
        Interlocked.Increment(ref lease.IsAcquired ? ref _granted : ref _refused);

        return lease;
    }

    private sealed class LeaseGroup : RateLimitLease
    {
        private readonly List<RateLimitLease> _leases = [];

        public override bool IsAcquired => true;

        public override IEnumerable<string> MetadataNames => [];

        public void Add(RateLimitLease lease) => _leases.Add(lease);

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;

            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _leases.ForEach(static lease => lease.Dispose());
                _leases.Clear();
            }

            base.Dispose(disposing);
        }
    }

    private sealed class Refusal(TimeSpan retryAfter) : RateLimitLease
    {
        public override bool IsAcquired => false;

        public override IEnumerable<string> MetadataNames => [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter : null;

            return metadata is not null;
        }
    }
}
