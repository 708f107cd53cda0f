namespace OpenAIImages;

/// <summary>The settings of a <see cref="WaitingRateLimiter"/>.</summary>
public sealed class WaitingRateLimiterOptions
{
    /// <summary>Gets or sets the wait before the next request to the inner limiter.</summary>
    /// <value>More than zero; 100 ms by default. The best value is the time in which the inner limiter gets a new
    /// token. A longer period wastes quota, and a shorter period makes useless requests. The limiter adds up to half of
    /// the period at random, so that processes do not ask at the same time.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not more than zero.</exception>
    public TimeSpan Period
    {
        get;
        set => field = value > TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Period), value, "The period must be more than zero.");
    } = TimeSpan.FromMilliseconds(100);

    /// <summary>Gets or sets the largest number of permits that may wait in this process.</summary>
    /// <value>Zero or more; no limit by default. The limiter refuses a request at once when the queue is full.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int QueueLimit
    {
        get;
        set => field = Guard.InRange(value, 0, int.MaxValue, nameof(QueueLimit));
    } = int.MaxValue;

    /// <summary>Gets or sets whether a request takes its permits from the inner limiter one at a time.</summary>
    /// <value><see langword="false"/> by default: all at once.</value>
    /// <remarks>Set this for limiters that several processes share and that count permits, such as token buckets. If
    /// requests take each permit as soon as it exists, a request for four permits never succeeds beside requests for
    /// one. A cancelled request gives its permits back, but a bucket ignores that. Do not set this for limiters of
    /// concurrent requests: two requests, each with half of its permits, would wait for each other.</remarks>
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
