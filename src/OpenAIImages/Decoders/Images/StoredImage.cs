using OpenAIImages.Destinations;

namespace OpenAIImages.Decoders;

/// <summary>An image that has come whole: in memory or at its destination.</summary>
/// <param name="Length">The length of the image, in bytes.</param>
/// <param name="MediaType">The type of the image, found from its first bytes.</param>
/// <remarks>The receiver owns the entry: the disposal of an uncommitted entry removes its bytes.
/// </remarks>
internal readonly record struct StoredImage(long Length, ImageMediaType MediaType) : IDisposable
{
    /// <summary>Gets the bytes, if they stayed in memory.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Gets the entry at the destination, if the bytes went there.</summary>
    public DestinationEntry? Entry { get; init; }

    /// <summary>Gets the path of the file, if the image went to a file.</summary>
    public string? SavedPath => Entry?.SavedPath;

    /// <summary>Makes the image permanent at its destination.</summary>
    public ValueTask CommitAsync(CancellationToken cancellationToken)
        => Entry?.CommitAsync(cancellationToken) ?? default;

    public void Dispose() => Entry?.Dispose();
}
