using System.Threading.RateLimiting;

namespace OpenAIImages.Limiting;

/// <summary>Holds one client to its images a minute, together with all others that use its key.</summary>
/// <remarks>A permit is an image.</remarks>
internal sealed class ImageRateLimiter(ImageClientOptions options, int imagesPerMinute) : RateLimiter
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly PacerKey _key = PacerKey.For(options);

    private readonly TimeSpan _oneImage = TimeSpan.FromTicks(TimeSpan.TicksPerMinute / imagesPerMinute);

    // A service gone wrong is not to stop everyone for long.
    private readonly TimeSpan _maxPause = options.MaxServerDelay < Day ? options.MaxServerDelay : Day;

    /// <summary>Gets nothing: how long nobody came is not kept.</summary>
    public override TimeSpan? IdleDuration => null;

    /// <summary>Takes heed of what the service says is left.</summary>
    public void Learn(ImageRateLimits limits) => PacerRegistry.Find(_key).Learn(limits, _maxPause);

    /// <summary>Lets nobody go for a while, since the service has had too much.</summary>
    /// <param name="asked">How long the service asks to wait; the time of one image when it did not say.</param>
    public void Pause(TimeSpan? asked)
    {
        var time = asked ?? _oneImage;
        PacerRegistry.Find(_key).Pause(time < _maxPause ? time : _maxPause);
    }

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
        => Enter(permitCount, maxQueued: 0, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
        => Enter(permitCount, options.RateLimit.MaxQueuedImages, cancellationToken);

    private ValueTask<RateLimitLease> Enter(int images, int maxQueued, CancellationToken cancellationToken)
    {
        while (true)
        {
            var turn = new PermitRequest(images, imagesPerMinute, maxQueued);
            if (PacerRegistry.Find(_key).Enter(turn, cancellationToken) is { } lease)
            {
                return lease;
            }
        }
    }
}
