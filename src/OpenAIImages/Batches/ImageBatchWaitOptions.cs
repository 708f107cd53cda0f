namespace OpenAIImages;

/// <summary>How the end of a batch is waited for.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ImageBatchWaitOptions
{
    /// <summary>Gets how long after the first look the second one comes.</summary>
    /// <value>More than zero; 5 seconds by default. Each further wait is twice as long, up to
    /// <see cref="MaxDelay"/>, less up to a quarter by chance.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not more than zero, or more than a day.</exception>
    public TimeSpan FirstDelay
    {
        get;
        init => field = Checked(value, nameof(FirstDelay));
    } = TimeSpan.FromSeconds(5);

    /// <summary>Gets the longest wait between two looks.</summary>
    /// <value>More than zero; 5 minutes by default. With <see cref="Signals"/>, an hour is enough.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not more than zero, or more than a day.</exception>
    public TimeSpan MaxDelay
    {
        get;
        init => field = Checked(value, nameof(MaxDelay));
    } = TimeSpan.FromMinutes(5);

    /// <summary>Gets how long failed looks in a row are waited out when they may pass, such as those of a service that
    /// is down.</summary>
    /// <value>Zero or more; an hour by default. The last failure is thrown then. The batch goes on all the
    /// same.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan OutageTimeout
    {
        get;
        init => field = value >= TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(OutageTimeout), value, "The time must not be negative.");
    } = TimeSpan.FromHours(1);

    /// <summary>Gets what is told after each look.</summary>
    public IProgress<ImageBatch>? Progress { get; init; }

    /// <summary>Gets the signals of a webhook, which make the next look come at once.</summary>
    public ImageBatchSignals? Signals { get; init; }

    private static TimeSpan Checked(TimeSpan value, string name)
        => value > TimeSpan.Zero && value <= TimeSpan.FromDays(1)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "The time must be more than zero, at most a day.");
}
