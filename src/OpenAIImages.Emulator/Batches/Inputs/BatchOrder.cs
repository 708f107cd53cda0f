namespace OpenAIImages.Emulator.Batches;

/// <summary>The order of a batch: the fields of the request that created it.</summary>
internal sealed record BatchOrder
{
    public required string InputFileId { get; init; }

    /// <summary>Gets the address that every line must have, as the client wrote it.</summary>
    public required string Endpoint { get; init; }

    public required string CompletionWindow { get; init; }

    /// <summary>Gets the caller's notes; <see langword="null"/> when the caller sent none.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>Gets the lifetime of the result files; <see langword="null"/> when they do not expire.</summary>
    public TimeSpan? OutputLifetime { get; init; }

    /// <summary>Gets a value indicating whether the client used one of Azure's addresses.</summary>
    public bool IsAzure { get; init; }

    /// <summary>Gets the address of this service for the caller, for links to pictures.</summary>
    public required string Root { get; init; }

    public bool Edits => Endpoint.EndsWith("/edits", StringComparison.Ordinal);
}
