using OpenAIImages.Destinations;

namespace OpenAIImages.Decoders;

/// <summary>What became of a picture that has come whole.</summary>
/// <param name="Length">Its length, in bytes.</param>
/// <param name="MediaType">What it is, by its first bytes.</param>
/// <remarks>Whoever takes one takes its place over: disposing of it leaves nothing behind of what was not made to last.
/// </remarks>
internal readonly record struct StoredImage(long Length, ImageMediaType MediaType) : IDisposable
{
    /// <summary>Gets the picture, if it stayed in memory.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Gets the place it is in, if it did not stay in memory.</summary>
    public DestinationEntry? Entry { get; init; }

    /// <summary>Gets the file it is in, if it went to one.</summary>
    public string? SavedPath => Entry?.SavedPath;

    /// <summary>Makes the picture last, once the whole reply has been read.</summary>
    public ValueTask CommitAsync(CancellationToken cancellationToken)
        => Entry?.CommitAsync(cancellationToken) ?? default;

    public void Dispose() => Entry?.Dispose();
}
