namespace OpenAIImages.Decoders;

/// <summary>Reads one escape of a JSON string with base64, which is ASCII.</summary>
internal static class JsonEscape
{
    private const int ShortLength = 2;
    private const int LongLength = 6;

    /// <summary>Reads an escape.</summary>
    /// <param name="text">The text that begins with the backslash.</param>
    /// <param name="character">The character of the escape.</param>
    /// <param name="length">The length of the escape, in characters.</param>
    /// <returns>Whether the escape has come whole.</returns>
    /// <exception cref="FormatException">The text is not an escape, or is an escape of a character outside
    /// base64.</exception>
    public static bool TryRead(ReadOnlySpan<byte> text, out byte character, out int length)
    {
        character = 0;
        length = text.Length > 1 && text[1] == (byte)'u' ? LongLength : ShortLength;
        if (text.Length < length)
        {
            return false;
        }

        character = length == LongLength ? ReadUnicode(text.Slice(2, 4)) : ReadShort(text[1]);

        return true;
    }

    private static byte ReadShort(byte letter) => letter switch
    {
        (byte)'/' => (byte)'/',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => throw NotBase64(),
    };

    // Base64 is ASCII, so the first two digits are zeros. The method refuses a quote or a backslash: without an escape
    // it would look like the end of the string or like another escape.
    private static byte ReadUnicode(ReadOnlySpan<byte> digits)
    {
        var (high, low) = (HexDigit(digits[2]), HexDigit(digits[3]));
        var code = (high << 4) | low;

        return digits[0] == (byte)'0' && digits[1] == (byte)'0' && high < 8 && low < 16
            && (char)code is not ('"' or '\\')
            ? (byte)code
            : throw NotBase64();
    }

    // Returns 16 for a letter that is not a digit.
    private static int HexDigit(byte letter) => letter switch
    {
        >= (byte)'0' and <= (byte)'9' => letter - '0',
        >= (byte)'A' and <= (byte)'F' => letter - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => letter - 'a' + 10,
        _ => 16,
    };

    private static FormatException NotBase64() => new("is not base64: it holds an escape of another character");
}
