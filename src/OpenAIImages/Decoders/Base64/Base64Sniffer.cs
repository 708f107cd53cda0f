namespace OpenAIImages.Decoders;

/// <summary>Distinguishes base64 from links and words, if the name of the member allows all of them.</summary>
internal static class Base64Sniffer
{
    // Images are longer than this, and words are shorter.
    private const int MinLength = 64;

    private const int DecisiveLength = 512;

    /// <summary>Gets whether a text is the base64 of an image.</summary>
    /// <param name="text">The text after its opening quote.</param>
    /// <returns>Whether the text is base64; <see langword="null"/> when the text is too short to decide.</returns>
    public static bool? IsBase64(ReadOnlySpan<byte> text)
    {
        if (DataUrlPrefix.Begins(text) is not false and var isData)
        {
            return isData;
        }

        // Only the first bytes count, even when more have come: the result must not depend on the pieces in which the
        // bytes arrive.
        var beginning = text.Slice(0, Math.Min(text.Length, DecisiveLength));
        var end = beginning.IndexOf((byte)'"');
        if (end < 0 && beginning.Length < DecisiveLength)
        {
            return null;
        }

        beginning = end < 0 ? beginning : beginning.Slice(0, end);

        return beginning.Length >= MinLength && beginning.IndexOfAny((byte)':', (byte)'.') < 0;
    }
}
