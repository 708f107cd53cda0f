namespace OpenAIImages;

/// <summary>A batch: many requests that the service answers within a day, at half the price.</summary>
/// <remarks>Immutable. It shows the state of the batch at the time of the call. Anyone may create one, for example for
/// a fake. Reference: https://platform.openai.com/docs/api-reference/batch/object.</remarks>
public sealed record ImageBatch
{
    private readonly IReadOnlyList<ImageBatchFault> _faults = [];
    private readonly IReadOnlyDictionary<string, string> _metadata = new Dictionary<string, string>();
    private readonly ExtraFields _extra = ExtraFields.Empty;

    /// <summary>Creates a batch with an identifier.</summary>
    /// <param name="id">The identifier, for example <c>batch_abc123</c>.</param>
    /// <param name="status">The status of the batch.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank, or <paramref name="status"/> is not given.
    /// </exception>
    public ImageBatch(string id, ImageBatchStatus status)
    {
        Id = Guard.NotBlank(id);
        Status = status != default ? status : throw new ArgumentException("The status is not given.", nameof(status));
    }

    /// <summary>Gets the identifier (<c>id</c>), with which another process can find the batch.</summary>
    public string Id { get; }

    /// <summary>Gets the status of the batch (<c>status</c>). <c>completed</c> does not mean that any request
    /// succeeded.</summary>
    public ImageBatchStatus Status { get; init; }

    /// <summary>Gets the endpoint of all its requests (<c>endpoint</c>), such as
    /// <c>/v1/images/generations</c>.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Gets the model of its requests (<c>model</c>), if the service named it.</summary>
    /// <value>A batch that this client has just created has the model of its requests.</value>
    public ImageModel? Model { get; init => field = Given.OrNull(value); }

    /// <summary>Gets the id of the file of requests (<c>input_file_id</c>).</summary>
    public string? InputFileId { get; init; }

    /// <summary>Gets the id of the file of results (<c>output_file_id</c>).</summary>
    /// <value><see langword="null"/> until the batch ends, and if no request succeeded.</value>
    public string? OutputFileId { get; init; }

    /// <summary>Gets the id of the file of failed requests (<c>error_file_id</c>).</summary>
    /// <value><see langword="null"/> until the batch ends, and if no request failed.</value>
    public string? ErrorFileId { get; init; }

    /// <summary>Gets the numbers of all requests and of finished requests (<c>request_counts</c>).</summary>
    public ImageBatchCounts Counts { get; init; }

    /// <summary>Gets the faults of the file of requests (<c>errors</c>). Failures of single requests are among the
    /// results.</summary>
    /// <value>Empty unless the batch failed.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyList<ImageBatchFault> Faults
    {
        get => _faults;
        init => _faults = Guard.NotNull(value, nameof(Faults));
    }

    /// <summary>Gets the tokens of all requests (<c>usage</c>), if the service counted them.</summary>
    /// <value>The service does not count words and images separately, so that only the results give the cost.</value>
    public ImageUsage? Usage { get; init; }

    /// <summary>Gets the caller's own names and values (<c>metadata</c>).</summary>
    /// <value>Empty by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyDictionary<string, string> Metadata
    {
        get => _metadata;
        init => _metadata = Guard.NotNull(value, nameof(Metadata));
    }

    /// <summary>Gets the time of creation, in UTC (<c>created_at</c>), if the service named it.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Gets the time at which the batch expires, in UTC (<c>expires_at</c>), if the service named
    /// it.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Gets the time at which the batch ended, with or without success, in UTC; <see langword="null"/>
    /// before.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Gets the members of the reply that this package cannot read or has no property for.</summary>
    /// <value>Empty by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ExtraFields Extra
    {
        get => _extra;
        init => _extra = Guard.NotNull(value, nameof(Extra));
    }

    /// <summary>Returns a text that may be logged.</summary>
    /// <returns>The id, the status and the counts.</returns>
    public override string ToString() => $"{nameof(ImageBatch)} {{ {Id}, {Status}, {Counts} }}";
}
