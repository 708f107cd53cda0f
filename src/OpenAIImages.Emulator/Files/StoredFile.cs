namespace OpenAIImages.Emulator.Files;

/// <summary>What is known about a file that was uploaded or that a batch wrote. Its bytes are on the disk.</summary>
internal sealed record StoredFile
{
    public required string Id { get; init; }

    public required long Length { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Gets when the file goes; <see langword="null"/> when it stays.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Gets the name that its sender gave it, which is never used as a path.</summary>
    public required string Name { get; init; }

    public required string Purpose { get; init; }

    /// <summary>Gets what its sender said it is; <see langword="null"/> when there is no telling.</summary>
    public string? MediaType { get; init; }
}
