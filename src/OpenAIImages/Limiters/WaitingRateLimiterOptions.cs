namespace OpenAIImages;

/// <summary>How a <see cref="WaitingRateLimiter"/> waits.</summary>
public sealed class WaitingRateLimiterOptions
{
    /// <summary>Gets or sets how long to wait before the inner limiter is asked again.</summary>
    /// <value>More than zero; 100 ms by default. Best is the time in which the inner limiter gets a new token: a longer
    /// one wastes the quota, and a shorter one asks in vain. Up to half of it is added at random, so that processes do
    /// not ask all at once.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not more than zero.</exception>
    public TimeSpan Period
    {
        get;
        set => field = value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Period), value, "The period must be more than zero.");
    } = TimeSpan.FromMilliseconds(100);

    /// <summary>Gets or sets how many permits may wait in this process.</summary>
    /// <value>Zero or more; no limit by default. A request that finds the queue full is refused at once.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int QueueLimit
    {
        get;
        set => field = Guard.InRange(value, 0, int.MaxValue, nameof(QueueLimit));
    } = int.MaxValue;

    /// <summary>Gets or sets whether the permits of a request are taken from the inner limiter one at a time.</summary>
    /// <value><see langword="false"/> by default: all at once.</value>
    /// <remarks>For limiters that several processes share and that count permits, such as token buckets. Where a permit
    /// is taken as soon as it is there, a request for four of them waits in vain beside requests for one. Permits that
    /// a cancelled request had taken are given back, which a bucket does not heed. Not for limiters that count requests
    /// at once: two requests, each with half of its permits, would wait for each other.</remarks>
    public bool OneByOne { get; set; }

    /// <summary>Gets or sets the clock.</summary>
    /// <value>The system's by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public TimeProvider TimeProvider
    {
        get;
        set => field = Guard.NotNull(value, nameof(TimeProvider));
    } = TimeProvider.System;
}
