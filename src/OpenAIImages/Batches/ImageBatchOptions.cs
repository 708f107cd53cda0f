namespace OpenAIImages;

/// <summary>How a batch is created.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ImageBatchOptions
{
    /// <summary>How many requests one batch may have: 50,000.</summary>
    public const int RequestLimit = 50_000;

    /// <summary>How many bytes the file of one batch may have: 200,000,000.</summary>
    public const long ByteLimit = 200_000_000;

    private readonly IReadOnlyDictionary<string, string> _metadata = new Dictionary<string, string>();

    /// <summary>Gets how long the service may take (<c>completion_window</c>).</summary>
    /// <value><c>24h</c> by default, the only value that OpenAI takes.</value>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public string CompletionWindow { get; init => field = Guard.NotBlank(value, nameof(CompletionWindow)); } = "24h";

    /// <summary>Gets words of your own, by which the batch is found again (<c>metadata</c>).</summary>
    /// <value>Empty by default; the service takes 16, and checks.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyDictionary<string, string> Metadata
    {
        get => _metadata;
        init => _metadata = Guard.NotNull(value, nameof(Metadata));
    }

    /// <summary>Gets how long after their creation the service deletes the files of results
    /// (<c>output_expires_after</c>).</summary>
    /// <value>Sent in whole seconds; OpenAI takes an hour to 30 days, which the service checks. By default none is
    /// sent.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than a second.</exception>
    public TimeSpan? OutputExpiresAfter { get; init => field = Checked(value, nameof(OutputExpiresAfter)); }

    /// <summary>Gets how long after the upload the service deletes the file of requests, which holds the
    /// prompts.</summary>
    /// <value>Sent in whole seconds; OpenAI takes an hour to 30 days, which the service checks. By default none is
    /// sent, and the service deletes it after 30 days.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than a second.</exception>
    public TimeSpan? InputExpiresAfter { get; init => field = Checked(value, nameof(InputExpiresAfter)); }

    /// <summary>Gets the name of the file of requests.</summary>
    /// <value><c>images.jsonl</c> by default.</value>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public string FileName { get; init => field = Guard.NotBlank(value, nameof(FileName)); } = "images.jsonl";

    /// <summary>Gets how many requests one batch has at most.</summary>
    /// <value>1 to 50,000; <see cref="RequestLimit"/> by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int MaxRequests
    {
        get;
        init => field = Guard.InRange(value, 1, RequestLimit, nameof(MaxRequests));
    } = RequestLimit;

    /// <summary>Gets how many bytes the file of one batch has at most.</summary>
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
