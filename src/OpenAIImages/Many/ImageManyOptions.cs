namespace OpenAIImages;

/// <summary>The settings of a large job.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ImageManyOptions
{
    /// <summary>Gets the highest number of calls under way at once.</summary>
    /// <value>1 or more; 8 by default. The number falls when the service says that there are too many calls. It rises
    /// by one each time that as many calls succeed in a row as may be under way. When the <c>x-ratelimit-*</c> headers
    /// of a reply name fewer remaining calls, no more calls than these are under way until the limit is reset.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxParallelism
    {
        get;
        init => field = Guard.Positive(value, nameof(MaxParallelism));
    } = 8;

    /// <summary>Gets a value indicating whether outcomes come in the order of the pieces.</summary>
    /// <value><see langword="false"/> by default: each outcome comes as soon as it is ready. In order, a slow piece
    /// delays the pieces behind it.</value>
    public bool InOrder { get; init; }

    /// <summary>Gets the destination of the images of each piece without a destination of its own.</summary>
    /// <value>None by default: the images come in memory, those of at most <see cref="MaxParallelism"/> pieces at
    /// once.</value>
    public Func<ImageWorkItem, ImageDestination?>? Destination { get; init; }

    /// <summary>Gets a value indicating whether calls that are under way when the job is cancelled may end.</summary>
    /// <value><see langword="true"/> by default, since these calls are paid for: their outcomes still come, and then
    /// the cancellation. With <see langword="false"/> the calls are cancelled, and the service may bill them.</value>
    public bool FinishWhatIsUnderWay { get; init; } = true;

    /// <summary>Gets how long the job retries a piece that the service refused because of too many calls, counted from
    /// the first refusal.</summary>
    /// <value>Zero or more; 10 minutes by default. The client's own retries come first. No pause for a rate limit is
    /// longer than this time.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan RateLimitTimeout
    {
        get;
        init => field = value >= TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(RateLimitTimeout), value, "The time must not be negative.");
    } = TimeSpan.FromMinutes(10);

    /// <summary>Gets the prices for the costs in outcomes and progress.</summary>
    /// <value>None by default.</value>
    public ImagePriceList? Prices { get; init; }

    /// <summary>Gets the number of pieces, for the progress.</summary>
    /// <value>Not known by default.</value>
    public int? Total { get; init; }

    /// <summary>Gets the receiver of the job's progress.</summary>
    public IProgress<ImageManyProgress>? Progress { get; init; }

    /// <summary>Gets the journal, with which the job continues after a crash or a stop and buys no image
    /// twice.</summary>
    /// <value>
    /// None by default. With a journal, each piece needs a destination, so that no image is lost that the journal calls
    /// done. A later run skips calls that are done and repeats calls that failed and were not billed. It reports calls
    /// that were under way as <see cref="ImageWorkStatus.PossiblyBilled"/>. It refuses a known id with another request.
    /// The run does not dispose of the journal.
    /// </value>
    public IImageJournal? Journal { get; init; }

    /// <summary>Gets a value indicating whether the job sends calls again that an earlier run sent and that the service
    /// may have billed.</summary>
    /// <value><see langword="false"/> by default. With <see langword="true"/> an image may be bought twice.</value>
    public bool RepeatPossiblyBilled { get; init; }

    /// <summary>Gets a value indicating whether an <see cref="ImageSidecar"/> is written beside each saved
    /// image.</summary>
    /// <value><see langword="false"/> by default. No image is lost when its sidecar cannot be written: see <see
    /// cref="ImageWorkResult.SidecarFaults"/>.</value>
    public bool Sidecars { get; init; }

    /// <summary>Gets the clock.</summary>
    /// <value>The system's clock by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public TimeProvider TimeProvider
    {
        get;
        init => field = Guard.NotNull(value, nameof(TimeProvider));
    } = TimeProvider.System;
}
