namespace OpenAIImages.Destinations;

/// <summary>An image that becomes a file.</summary>
internal sealed class FileEntry(string path) : DestinationEntry
{
    private readonly AtomicFile _file = AtomicFile.Create(path);

    public override string? SavedPath { get; } = Path.GetFullPath(path);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
        => _file.WriteAsync(bytes, cancellationToken);

    public override ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        _file.Commit();

        return default;
    }

    public override void Dispose() => _file.Dispose();
}
