namespace OpenAIImages.Decoders;

/// <summary>Tells base64 from links and words, where the name of the member does not say which it holds.</summary>
internal static class Base64Sniffer
{
    // Images are longer than this, and words are shorter.
    private const int MinLength = 64;

    private const int DecisiveLength = 512;

    /// <summary>Gets whether a text is the base64 of an image.</summary>
    /// <param name="text">The text from behind its opening quote on.</param>
    /// <returns>Whether it is; <see langword="null"/> when there is too little of it to tell.</returns>
    public static bool? IsBase64(ReadOnlySpan<byte> text)
    {
        if (DataUrlPrefix.Begins(text) is not false and var isData)
        {
            return isData;
        }

        // Only the first bytes count, even when more have come: the result must not depend on how the bytes are split.
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
