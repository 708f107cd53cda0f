using System.Buffers.Text;

namespace OpenAIImages.Decoders;

/// <summary>Reads one escape of a JSON string, where only ASCII can be meant.</summary>
internal static class JsonEscape
{
    private const int ShortLength = 2;
    private const int LongLength = 6;

    /// <summary>Reads an escape.</summary>
    /// <param name="text">The text from the backslash on.</param>
    /// <param name="character">What the escape stands for.</param>
    /// <param name="length">How many characters it takes.</param>
    /// <returns>Whether the escape is all there.</returns>
    /// <exception cref="FormatException">It is none, or stands for a character that base64 has not.</exception>
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

    // A quote or a backslash would be taken for the string's own once it stands there without its escape.
    private static byte ReadUnicode(ReadOnlySpan<byte> digits)
        => Utf8Parser.TryParse(digits, out ushort code, out var consumed, 'X') && consumed == 4
            && code < 128 && (char)code is not ('"' or '\\')
            ? (byte)code
            : throw NotBase64();

    private static FormatException NotBase64() => new("is not base64: it holds an escape of another character");
}
