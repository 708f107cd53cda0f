namespace OpenAIImages.Emulator.Batches;

/// <summary>What was asked for when a batch was created.</summary>
internal sealed record BatchOrder
{
    public required string InputFileId { get; init; }

    /// <summary>Gets the address that every line has, as it was written.</summary>
    public required string Endpoint { get; init; }

    public required string CompletionWindow { get; init; }

    /// <summary>Gets the caller's notes; <see langword="null"/> when there are none.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>Gets how long the files of the results live; <see langword="null"/> when they stay.</summary>
    public TimeSpan? OutputLifetime { get; init; }

    /// <summary>Gets a value indicating whether the batch came to one of Azure's addresses.</summary>
    public bool IsAzure { get; init; }

    /// <summary>Gets where the caller finds this service, for links to pictures.</summary>
    public required string Root { get; init; }

    public bool Edits => Endpoint.EndsWith("/edits", StringComparison.Ordinal);
}
