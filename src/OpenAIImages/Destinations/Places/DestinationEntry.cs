namespace OpenAIImages.Destinations;

/// <summary>The place of one image, open for writing.</summary>
/// <remarks>Disposing of one that was not committed leaves nothing of it behind, where that is possible.</remarks>
internal abstract class DestinationEntry : IDisposable
{
    /// <summary>Gets the full path it will have, if it becomes a file. It is known for good once
    /// <see cref="Complete"/> was called.</summary>
    public virtual string? SavedPath => null;

    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Says that the image has come whole.</summary>
    public virtual void Complete()
    {
    }

    /// <summary>Makes what was written last.</summary>
    public abstract ValueTask CommitAsync(CancellationToken cancellationToken);

    public abstract void Dispose();
}
