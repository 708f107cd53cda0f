namespace OpenAIImages.Destinations;

/// <summary>An image that is written to a file.</summary>
/// <param name="file">The file, under its temporary name.</param>
internal sealed class FileEntry(AtomicFile file) : DestinationEntry
{
    public override string? SavedPath => file.Path;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
        => file.WriteAsync(bytes, cancellationToken);

    public override void Complete() => file.Reserve();

    public override ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        file.Commit();

        return default;
    }

    public override void Dispose() => file.Dispose();
}
