namespace OpenAIImages.Emulator.Batches;

/// <summary>How far a batch has come, at one moment.</summary>
internal sealed record BatchState
{
    public string Status { get; init; } = BatchStatus.Validating;

    /// <summary>Gets the model of all its requests, once it is known.</summary>
    public string? Model { get; init; }

    public IReadOnlyList<BatchFault> Faults { get; init; } = [];

    public string? OutputFileId { get; init; }

    public string? ErrorFileId { get; init; }

    public DateTimeOffset? Expires { get; init; }

    /// <summary>Gets when it came into each of its states but the first.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Since { get; init; } =
        new Dictionary<string, DateTimeOffset>();

    public int Total { get; init; }

    public int Completed { get; init; }

    public int Failed { get; init; }

    /// <summary>Gets the tokens that went into its requests that are done.</summary>
    public long InputTokens { get; init; }

    /// <summary>Gets the tokens that came out of them.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Gets the same batch in another state.</summary>
    public BatchState In(string status, DateTimeOffset now) => this with
    {
        Status = status,
        Since = new Dictionary<string, DateTimeOffset>(Since) { [status] = now },
    };
}
