namespace OpenAIImages;

/// <summary>How a large work is done.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ImageManyOptions
{
    /// <summary>Gets how many calls are under way at once at most.</summary>
    /// <value>1 or more; 8 by default. Fewer are under way after the service said that there are too many; each time as
    /// many succeed in a row as may be under way, one more is tried. Where the <c>x-ratelimit-*</c> headers of a reply
    /// say that little is left, no more calls than that are under way until the limit begins anew.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxParallelism
    {
        get;
        init => field = Guard.Positive(value, nameof(MaxParallelism));
    } = 8;

    /// <summary>Gets a value indicating whether outcomes come in the order of the pieces.</summary>
    /// <value><see langword="false"/> by default: each comes when it is there. In order, a slow piece holds back those
    /// behind it.</value>
    public bool InOrder { get; init; }

    /// <summary>Gets where the images of a piece go that names no destination of its own.</summary>
    /// <value>By default nowhere: they come in memory, at most those of <see cref="MaxParallelism"/> pieces at
    /// once.</value>
    public Func<ImageWorkItem, ImageDestination?>? Destination { get; init; }

    /// <summary>Gets a value indicating whether calls that are under way when the work is cancelled may end.</summary>
    /// <value><see langword="true"/> by default, since they are paid for: the outcomes of those still come, and then
    /// the cancellation. With <see langword="false"/> they are broken off, and are possibly billed.</value>
    public bool FinishWhatIsUnderWay { get; init; } = true;

    /// <summary>Gets how long a piece is tried again that the service refused since there were too many
    /// calls, counted from the first refusal.</summary>
    /// <value>Zero or more; 10 minutes by default. The client's own retries come before. No pause for a limit of the
    /// service is longer.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan RateLimitTimeout
    {
        get;
        init => field = value >= TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(RateLimitTimeout), value, "The time must not be negative.");
    } = TimeSpan.FromMinutes(10);

    /// <summary>Gets the prices by which outcomes and progress tell costs.</summary>
    /// <value>None by default.</value>
    public ImagePriceList? Prices { get; init; }

    /// <summary>Gets how many pieces there are, for the progress.</summary>
    /// <value>Not known by default.</value>
    public int? Total { get; init; }

    /// <summary>Gets what is told how far the work has come.</summary>
    public IProgress<ImageManyProgress>? Progress { get; init; }

    /// <summary>Gets the journal, by which the work goes on after a crash or a stop and buys nothing twice.</summary>
    /// <value>
    /// None by default. With a journal each piece needs a destination, so that no image is lost that the journal calls
    /// done. What is done is skipped; what failed and was not billed is done again; what was under way is reported as
    /// <see cref="ImageWorkStatus.PossiblyBilled"/>. The same id with another request is refused. The run does not
    /// dispose of the journal.
    /// </value>
    public IImageJournal? Journal { get; init; }

    /// <summary>Gets a value indicating whether calls are sent again that an earlier run sent and that the service may
    /// have billed.</summary>
    /// <value><see langword="false"/> by default. With <see langword="true"/> an image may be bought twice.</value>
    public bool RepeatPossiblyBilled { get; init; }

    /// <summary>Gets a value indicating whether an <see cref="ImageSidecar"/> is written beside each saved
    /// image.</summary>
    /// <value><see langword="false"/> by default. A sidecar that cannot be written loses no image: see <see
    /// cref="ImageWorkResult.SidecarFaults"/>.</value>
    public bool Sidecars { get; init; }

    /// <summary>Gets the clock.</summary>
    /// <value>The system's by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public TimeProvider TimeProvider
    {
        get;
        init => field = Guard.NotNull(value, nameof(TimeProvider));
    } = TimeProvider.System;
}
