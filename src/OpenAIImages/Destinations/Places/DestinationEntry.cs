namespace OpenAIImages.Destinations;

/// <summary>One image of a destination, open for writing.</summary>
/// <remarks>Disposing of an entry that was not committed removes the bytes that were written, if possible.</remarks>
internal abstract class DestinationEntry : IDisposable
{
    /// <summary>Gets the full path of the image, if it becomes a file. Before <see cref="Complete"/> is called, the
    /// number in it may change.</summary>
    public virtual string? SavedPath => null;

    /// <summary>Writes the next bytes of the image.</summary>
    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Reports that the whole image has come.</summary>
    public virtual void Complete()
    {
    }

    /// <summary>Keeps the bytes that were written, for good.</summary>
    public abstract ValueTask CommitAsync(CancellationToken cancellationToken);

    public abstract void Dispose();
}
