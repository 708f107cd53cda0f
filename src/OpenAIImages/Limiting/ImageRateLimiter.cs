using System.Threading.RateLimiting;

namespace OpenAIImages.Limiting;

/// <summary>The rate limiter of one client. All clients that use the same key at the same service share their images a
/// minute through a <see cref="SharedPacer"/>.</summary>
/// <remarks>A permit is an image.</remarks>
internal sealed class ImageRateLimiter(ImageClientOptions options, int imagesPerMinute) : RateLimiter
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly PacerKey _key = PacerKey.For(options);

    private readonly TimeSpan _oneImage = TimeSpan.FromTicks(TimeSpan.TicksPerMinute / imagesPerMinute);

    // A faulty service must not stop all calls for long.
    private readonly TimeSpan _maxPause = options.MaxServerDelay < Day ? options.MaxServerDelay : Day;

    /// <summary>Gets <see langword="null"/>, since the limiter does not measure its idle time.</summary>
    public override TimeSpan? IdleDuration => null;

    /// <summary>Takes the limits that the service reported.</summary>
    public void Learn(ImageRateLimits limits) => PacerRegistry.Find(_key).Learn(limits, _maxPause);

    /// <summary>Delays all calls for a while, after the service refused a call because of too many calls.</summary>
    /// <param name="asked">The wait that the service asks for; without one, the limiter waits for the time of one
    /// image.</param>
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
