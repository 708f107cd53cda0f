namespace OpenAIImages;

/// <summary>The settings for the creation of a batch.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ImageBatchOptions
{
    /// <summary>The highest number of requests of one batch: 50,000.</summary>
    public const int RequestLimit = 50_000;

    /// <summary>The highest length of the file of one batch, in bytes: 200,000,000.</summary>
    public const long ByteLimit = 200_000_000;

    private readonly IReadOnlyDictionary<string, string> _metadata = new Dictionary<string, string>();

    /// <summary>Gets the time that the service may take (<c>completion_window</c>).</summary>
    /// <value><c>24h</c> by default, the only value that OpenAI accepts.</value>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public string CompletionWindow { get; init => field = Guard.NotBlank(value, nameof(CompletionWindow)); } = "24h";

    /// <summary>Gets your own names and values, with which you can find the batch (<c>metadata</c>).</summary>
    /// <value>Empty by default. The service accepts and checks up to 16.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyDictionary<string, string> Metadata
    {
        get => _metadata;
        init => _metadata = Guard.NotNull(value, nameof(Metadata));
    }

    /// <summary>Gets the time after their creation at which the service deletes the files of results
    /// (<c>output_expires_after</c>).</summary>
    /// <value>The value is sent in whole seconds. OpenAI accepts an hour to 30 days, and the service checks the value.
    /// By default no value is sent.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than a second.</exception>
    public TimeSpan? OutputExpiresAfter { get; init => field = Checked(value, nameof(OutputExpiresAfter)); }

    /// <summary>Gets the time after the upload at which the service deletes the file of requests, which holds the
    /// prompts.</summary>
    /// <value>The value is sent in whole seconds. OpenAI accepts an hour to 30 days, and the service checks the value.
    /// By default no value is sent, and the service deletes the file after 30 days.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than a second.</exception>
    public TimeSpan? InputExpiresAfter { get; init => field = Checked(value, nameof(InputExpiresAfter)); }

    /// <summary>Gets the name of the file of requests.</summary>
    /// <value><c>images.jsonl</c> by default.</value>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public string FileName { get; init => field = Guard.NotBlank(value, nameof(FileName)); } = "images.jsonl";

    /// <summary>Gets the highest number of requests in one batch.</summary>
    /// <value>1 to 50,000; <see cref="RequestLimit"/> by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int MaxRequests
    {
        get;
        init => field = Guard.InRange(value, 1, RequestLimit, nameof(MaxRequests));
    } = RequestLimit;

    /// <summary>Gets the highest length of the file of one batch, in bytes.</summary>
    /// <value>1 to 200,000,000; <see cref="ByteLimit"/> by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public long MaxBytes
    {
        get;
        init => field = value is >= 1 and <= ByteLimit
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(MaxBytes), value, $"The value must be 1 to {ByteLimit}.");
    } = ByteLimit;

    private static TimeSpan? Checked(TimeSpan? value, string name)
        => value is null || value >= TimeSpan.FromSeconds(1)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "The time is less than a second.");
}
