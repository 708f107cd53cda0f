namespace OpenAIImages.Emulator.Files;

/// <summary>The facts about a file that a client uploaded or a batch wrote.</summary>
/// <remarks>Its bytes are on the disk.</remarks>
internal sealed record StoredFile
{
    public required string Id { get; init; }

    public required long Length { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Gets the time at which the file expires; <see langword="null"/> when it stays.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Gets the name from the sender, which is never used as a path.</summary>
    public required string Name { get; init; }

    public required string Purpose { get; init; }

    /// <summary>Gets the media type from the sender or the file name; <see langword="null"/> when unknown.</summary>
    public string? MediaType { get; init; }
}
