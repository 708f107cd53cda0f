namespace OpenAIImages;

/// <summary>One record of a journal: the state of one call of a large job.</summary>
/// <remarks>Immutable. It holds neither a prompt nor a link.</remarks>
public sealed record ImageJournalRecord
{
    /// <summary>Records the state of a call.</summary>
    /// <param name="id">The id of the piece.</param>
    /// <param name="part">The number of the call among the calls of the piece, from 1.</param>
    /// <param name="mark">The state of the call.</param>
    /// <param name="requestHash">The hash of the request of the whole piece.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text is blank, or <paramref name="id"/> holds half a surrogate pair, which
    /// no file can keep.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="part"/> is less than 1, or <paramref name="mark"/>
    /// is not a known value.</exception>
    public ImageJournalRecord(string id, int part, ImageJournalMark mark, string requestHash)
    {
        Id = Guard.WellFormed(Guard.NotBlank(id));
        Part = Guard.Positive(part);
        Mark = mark is >= ImageJournalMark.Begun and <= ImageJournalMark.PossiblyBilled
            ? mark
            : throw new ArgumentOutOfRangeException(nameof(mark), mark, "The value is not known.");
        RequestHash = Guard.NotBlank(requestHash);
    }

    /// <summary>Gets the id of the piece: <see cref="ImageWorkItem.Id"/>.</summary>
    public string Id { get; }

    /// <summary>Gets the number of the call among the calls of the piece.</summary>
    /// <value>1 or more. It is 1 for a request that fits into one call.</value>
    public int Part { get; }

    /// <summary>Gets the state of the call.</summary>
    public ImageJournalMark Mark { get; }

    /// <summary>Gets the hash of the request of the whole piece.</summary>
    /// <value>The SHA-256 of the request as JSON, in hexadecimal digits. The bytes of inputs count, their names and
    /// paths do not.</value>
    public string RequestHash { get; }

    /// <summary>Gets the number of images that the call asks for.</summary>
    /// <value>1 or more; 1 by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Count
    {
        get;
        init => field = Guard.Positive(value, nameof(Count));
    } = 1;

    /// <summary>Gets the time of the record.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Gets the images that came: their files, lengths and media types.</summary>
    /// <value>Empty by default. Bytes, links and revised prompts are not recorded.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyList<ImageOutput> Images
    {
        get;
        init => field = Guard.NotNull(value, nameof(Images));
    } = [];

    /// <summary>Gets the cost of the call, in dollars; <see langword="null"/> if it is not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Gets the identifier to quote to the service's support, if the reply carried one.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the identifier in the header <c>X-Client-Request-Id</c> of the last attempt, if the attempt had
    /// one.</summary>
    public string? ClientRequestId { get; init; }

    /// <summary>Returns a text that may be logged.</summary>
    /// <returns>The id, the number of the call, and its state.</returns>
    public override string ToString() => $"{nameof(ImageJournalRecord)} {{ {Id}, part {Part}, {Mark} }}";
}
