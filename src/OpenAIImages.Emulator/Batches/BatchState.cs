namespace OpenAIImages.Emulator.Batches;

/// <summary>The state and progress of a batch at one moment.</summary>
internal sealed record BatchState
{
    public string Status { get; init; } = BatchStatus.Validating;

    /// <summary>Gets the model of all requests of the batch, once it is known.</summary>
    public string? Model { get; init; }

    public IReadOnlyList<BatchFault> Faults { get; init; } = [];

    public string? OutputFileId { get; init; }

    public string? ErrorFileId { get; init; }

    public DateTimeOffset? Expires { get; init; }

    /// <summary>Gets the time at which the batch entered each state, except the first.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Since { get; init; } =
        new Dictionary<string, DateTimeOffset>();

    public int Total { get; init; }

    public int Completed { get; init; }

    public int Failed { get; init; }

    /// <summary>Gets the number of input tokens of the finished requests.</summary>
    public long InputTokens { get; init; }

    /// <summary>Gets the number of output tokens of the finished requests.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Gets the same batch in another state.</summary>
    public BatchState In(string status, DateTimeOffset now) => this with
    {
        Status = status,
        Since = new Dictionary<string, DateTimeOffset>(Since) { [status] = now },
    };
}
