namespace OpenAIImages.Bytes;

/// <summary>Tests for bytes of UTF-8 text.</summary>
internal static class Utf8Text
{
    public static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Gets whether a byte is white space of JSON: a space, a tab or a line break.</summary>
    public static bool IsWhiteSpace(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    /// <summary>Gets whether a byte is a control character other than a tab or a line break.</summary>
    public static bool IsControl(byte value) => value < (byte)' ' && !IsWhiteSpace(value);

    /// <summary>Finds the first byte that is not white space.</summary>
    /// <returns>The index of this byte, or -1 when there is none.</returns>
    public static int IndexOfNonWhiteSpace(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsWhiteSpace(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Returns a text without the white space at its start.</summary>
    public static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text)
        => IndexOfNonWhiteSpace(text) is >= 0 and var start ? text.Slice(start) : [];

    /// <summary>Returns a text without the byte order mark at its start.</summary>
    public static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> text)
        => text.StartsWith(ByteOrderMark) ? text.Slice(ByteOrderMark.Length) : text;
}
