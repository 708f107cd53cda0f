namespace OpenAIImages;

/// <summary>The settings of the wait for the end of a batch.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ImageBatchWaitOptions
{
    /// <summary>Gets the time between the first look at the batch and the second.</summary>
    /// <value>More than zero, at most a day; 5 seconds by default. Each further wait is twice as long, up to <see
    /// cref="MaxDelay"/>. A random part of up to a quarter is subtracted.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not more than zero, or more than a day.</exception>
    public TimeSpan FirstDelay
    {
        get;
        init => field = Checked(value, nameof(FirstDelay));
    } = TimeSpan.FromSeconds(5);

    /// <summary>Gets the longest wait between two looks.</summary>
    /// <value>More than zero, at most a day; 5 minutes by default. With <see cref="Signals"/>, an hour is
    /// enough.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not more than zero, or more than a day.</exception>
    public TimeSpan MaxDelay
    {
        get;
        init => field = Checked(value, nameof(MaxDelay));
    } = TimeSpan.FromMinutes(5);

    /// <summary>Gets how long the wait continues while each look fails for a reason that may pass, such as a service
    /// that is down.</summary>
    /// <value>Zero or more; an hour by default. After this time, the wait throws the last failure. The batch itself
    /// continues.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan OutageTimeout
    {
        get;
        init => field = value >= TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(OutageTimeout), value, "The time must not be negative.");
    } = TimeSpan.FromHours(1);

    /// <summary>Gets the receiver of the batch after each look.</summary>
    public IProgress<ImageBatch>? Progress { get; init; }

    /// <summary>Gets the signals of a webhook. A signal starts the next look at once.</summary>
    public ImageBatchSignals? Signals { get; init; }

    private static TimeSpan Checked(TimeSpan value, string name)
        => value > TimeSpan.Zero && value <= TimeSpan.FromDays(1)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "The time must be more than zero, at most a day.");
}
