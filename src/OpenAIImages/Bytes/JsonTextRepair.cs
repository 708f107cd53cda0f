using System.Buffers.Text;
using System.Text;

namespace OpenAIImages.Bytes;

/// <summary>Repairs invalid text in strings of JSON: bytes that are not UTF-8, and halves of surrogate pairs.</summary>
/// <remarks>Each fault becomes U+FFFD. The platform's parser refuses such strings, and a revised prompt in the wrong
/// encoding must not cause the loss of an image.</remarks>
internal static class JsonTextRepair
{
    private const int EscapeLength = 6;
    private const byte FirstBeyondAscii = 0x80;

    private static ReadOnlySpan<byte> Escape => "\\u"u8;

    private static ReadOnlySpan<byte> Replacement => "FFFD"u8;

    /// <returns>The JSON itself when nothing needs repair.</returns>
    public static ReadOnlySpan<byte> Repair(ReadOnlySpan<byte> json)
    {
        var isAscii = true;
        foreach (var character in json)
        {
            isAscii &= character < FirstBeyondAscii;
        }

        var text = isAscii ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));

        return text.IndexOf(Escape) < 0 ? text : ReplaceLoneSurrogates(text.ToArray());
    }

    private static byte[] ReplaceLoneSurrogates(byte[] json)
    {
        var at = 0;
        while (at < json.Length)
        {
            if (json[at] != (byte)'\\')
            {
                at++;
            }
            else if (ReadEscape(json, at) is not { } code)
            {
                at += 2;
            }
            else if (char.IsHighSurrogate(code) && ReadEscape(json, at + EscapeLength) is { } low
                && char.IsLowSurrogate(low))
            {
                at += 2 * EscapeLength;
            }
            else
            {
                if (char.IsSurrogate(code))
                {
                    Replacement.CopyTo(json.AsSpan(at + Escape.Length));
                }

                at += EscapeLength;
            }
        }

        return json;
    }

    private static char? ReadEscape(ReadOnlySpan<byte> json, int at)
        => at + EscapeLength <= json.Length && json.Slice(at).StartsWith(Escape)
            && Utf8Parser.TryParse(json.Slice(at + Escape.Length, 4), out ushort code, out var consumed, 'X')
            && consumed == 4
                ? (char)code
                : null;
}
