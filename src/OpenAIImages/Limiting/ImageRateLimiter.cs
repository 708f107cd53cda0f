using System.Threading.RateLimiting;

namespace OpenAIImages.Limiting;

/// <summary>The rate limiter of one client. All clients that use the same key at the same service share their images a
/// minute, by a <see cref="SharedPacer"/>.</summary>
/// <remarks>A permit is an image.</remarks>
internal sealed class ImageRateLimiter(ImageClientOptions options, int imagesPerMinute) : RateLimiter
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly PacerKey _key = PacerKey.For(options);

    private readonly TimeSpan _oneImage = TimeSpan.FromTicks(TimeSpan.TicksPerMinute / imagesPerMinute);

    // A faulty service must not stop all calls for long.
    private readonly TimeSpan _maxPause = options.MaxServerDelay < Day ? options.MaxServerDelay : Day;

    /// <summary>Gets <see langword="null"/>: the idle time is not measured.</summary>
    public override TimeSpan? IdleDuration => null;

    /// <summary>Takes the limits that the service reported.</summary>
    public void Learn(ImageRateLimits limits) => PacerRegistry.Find(_key).Learn(limits, _maxPause);

    /// <summary>Holds all calls back for a while, after the service refused one as too many.</summary>
    /// <param name="asked">How long the service asks to wait; when it does not say, the time of one image.</param>
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
            var request = new PermitRequest(images, imagesPerMinute, maxQueued);
            if (PacerRegistry.Find(_key).Enter(request, cancellationToken) is { } lease)
            {
                return lease;
            }
        }
    }
}
