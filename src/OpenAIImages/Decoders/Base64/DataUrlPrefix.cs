namespace OpenAIImages.Decoders;

/// <summary>Skips the prefix <c>data:image/png;base64,</c> that some servers write before the base64 of an
/// image.</summary>
internal static class DataUrlPrefix
{
    private const int MaxLength = 512;

    private static ReadOnlySpan<byte> Scheme => "data:"u8;

    private static ReadOnlySpan<byte> Marker => ";base64"u8;

    /// <summary>Gets whether a text begins as a <c>data:</c> link; <see langword="null"/> when there is too little of
    /// it to tell. </summary>
    public static bool? Begins(ReadOnlySpan<byte> text)
        => text.Length >= Scheme.Length ? text.StartsWith(Scheme) : Scheme.StartsWith(text) ? null : false;

    /// <summary>Finds how long the prefix is.</summary>
    /// <param name="text">The text from behind the opening quote on.</param>
    /// <param name="length">The length of the prefix; 0 when there is none.</param>
    /// <returns>Whether there was enough text to tell.</returns>
    /// <exception cref="FormatException">It is a link to something other than base64.</exception>
    public static bool TrySkip(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        if (Begins(text) == false)
        {
            return true;
        }

        // Only the first bytes count, even when more have come: the result must not depend on how the bytes are split.
        var comma = text.Slice(0, Math.Min(text.Length, MaxLength)).IndexOfAny((byte)',', (byte)'"');
        if (comma < 0 && text.Length < MaxLength)
        {
            return false;
        }

        if (comma < 0 || text[comma] != (byte)',' || !text.Slice(0, comma).EndsWith(Marker))
        {
            throw new FormatException("is a data: link, but not one that holds base64");
        }

        EnsureJson(text.Slice(0, comma));
        length = comma + 1;

        return true;
    }

    // The prefix is skipped, but it must be valid JSON like the rest of the string.
    private static void EnsureJson(ReadOnlySpan<byte> prefix)
    {
        for (var i = 0; i < prefix.Length; i++)
        {
            if (prefix[i] < (byte)' ')
            {
                throw new FormatException(Base64Cleaner.NotJson);
            }

            if (prefix[i] == (byte)'\\' && JsonEscape.TryRead(prefix.Slice(i), out _, out var length))
            {
                i += length - 1;
            }
        }
    }
}
