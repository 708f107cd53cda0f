namespace OpenAIImages.Decoders;

/// <summary>What became of a picture that has come whole.</summary>
/// <param name="Length">Its length, in bytes.</param>
/// <param name="MediaType">What it is, by its first bytes.</param>
internal readonly record struct StoredPicture(long Length, ImageMediaType MediaType)
{
    /// <summary>Gets the picture, if it stayed in memory.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Gets the file it is in, if it went to one.</summary>
    public string? SavedPath { get; init; }
}
