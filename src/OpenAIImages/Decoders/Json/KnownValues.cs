namespace OpenAIImages.Decoders;

/// <summary>The words that a reply's values and the names of its events are made of, so that the usual ones cost no
/// string.</summary>
internal static class KnownValues
{
    private static readonly Utf8Words Known = new(
        "low", "medium", "high", "auto", "standard", "hd", "opaque", "transparent", "png", "jpeg", "webp",
        "1024x1024", "1536x1024", "1024x1536",
        "image_generation.partial_image", "image_edit.partial_image", "image_generation.completed",
        "image_edit.completed", "image_generation.partial_succeeded", "image_edit.partial_succeeded");

    /// <summary>Finds a word.</summary>
    /// <returns>The word; <see langword="null"/> when it is not among them.</returns>
    public static string? Find(ReadOnlySpan<byte> bytes) => Known.Find(bytes);
}
