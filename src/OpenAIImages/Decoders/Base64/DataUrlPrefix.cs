namespace OpenAIImages.Decoders;

/// <summary>Skips the prefix <c>data:image/png;base64,</c> that some servers write before the base64 of an
/// image.</summary>
internal static class DataUrlPrefix
{
    private const int MaxLength = 512;

    private static ReadOnlySpan<byte> Scheme => "data:"u8;

    private static ReadOnlySpan<byte> Marker => ";base64"u8;

    /// <summary>Gets whether a text begins like a <c>data:</c> link; <see langword="null"/> when the text is too short
    /// to decide. </summary>
    public static bool? Begins(ReadOnlySpan<byte> text)
        => text.Length >= Scheme.Length ? text.StartsWith(Scheme) : Scheme.StartsWith(text) ? null : false;

    /// <summary>Finds the length of the prefix.</summary>
    /// <param name="text">The text after the opening quote.</param>
    /// <param name="length">The length of the prefix; 0 when there is none.</param>
    /// <returns>Whether the text was long enough to decide.</returns>
    /// <exception cref="FormatException">The text is a link to something other than base64.</exception>
    public static bool TrySkip(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        if (Begins(text) == false)
        {
            return true;
        }

        // Only the first bytes count, even when more have come: the result must not depend on the pieces in which the
        // bytes arrive.
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
