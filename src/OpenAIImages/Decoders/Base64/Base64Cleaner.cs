using System.Buffers;
using System.Buffers.Text;

namespace OpenAIImages.Decoders;

/// <summary>Turns the text of a JSON string into plain base64, in place.</summary>
/// <remarks>
/// Escapes are resolved, white space is dropped, the URL-safe alphabet is mapped to the usual one. The result is never
/// longer than the text, and cleaning it again changes nothing.
/// </remarks>
internal static class Base64Cleaner
{
    /// <summary>What is wrong with text that is not base64, in whatever place.</summary>
    public const string NotBase64 =
        "is not base64: it holds a character of another alphabet, or its last ones make no whole byte";

    /// <summary>What is wrong with text that cannot stand in a JSON string.</summary>
    public const string NotJson = "is not JSON: it holds a control character that is not escaped";

    private const int MaxPadding = 2;

    private const int StartLength = 1024;

    // What ends a run of plain base64: the end, an escape, white space, the other alphabet, and control characters.
    private static readonly SearchValues<byte> Special = SearchValues.Create(
    [
        (byte)'"', (byte)'\\', (byte)'-', (byte)'_', (byte)' ',
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    ]);

    /// <summary>Whether there is nothing to clean, nor the end of the string.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> text) => text.IndexOfAny(Special) < 0;

    /// <summary>Whether text has something to clean right at its beginning, as escaped and broken text has
    /// everywhere.</summary>
    public static bool StartsEscaped(ReadOnlySpan<byte> text)
    {
        var beginning = text.Slice(0, Math.Min(text.Length, StartLength));
        var plain = beginning.IndexOfAny(Special);

        return plain >= 0 && beginning[plain] != (byte)'"';
    }

    /// <summary>Cleans as much as is complete.</summary>
    /// <param name="text">The text from somewhere inside the string on; its front holds the result.</param>
    /// <returns>How far it came.</returns>
    /// <exception cref="FormatException">The text holds what neither JSON nor base64 has.</exception>
    public static Cleaned Clean(Span<byte> text)
    {
        int read = 0, written = 0;
        while (read < text.Length)
        {
            if (!VectorizedUnescape.TryReachSpecial(text, ref read, ref written))
            {
                MovePlain(text, ref read, ref written);
                if (read == text.Length)
                {
                    break;
                }
            }

            var special = text[read];
            if (special == (byte)'"')
            {
                return new Cleaned(written, read, HasEnded: true);
            }

            var length = 1;
            if (special == (byte)'\\' && !TryReadEscape(text, read, written, out special, out length))
            {
                break;
            }
            else if (length == 1 && special < (byte)' ')
            {
                Overwrite(text, written, read);
                throw new FormatException(NotJson);
            }

            read += length;
            if (!IsWhiteSpace(special))
            {
                text[written++] = ToStandardAlphabet(special);
            }
        }

        return new Cleaned(written, read, HasEnded: false);
    }

    /// <summary>Decodes what stands between the last whole group and the end, be it padded or not.</summary>
    public static int DecodeLast(ReadOnlySpan<byte> text, Span<byte> room)
    {
        var significant = text.Length;
        while (significant > 0 && text[significant - 1] == (byte)'=')
        {
            significant--;
        }

        if (text.IsEmpty)
        {
            return 0;
        }

        // In place of the padding the digit zero: some encoders leave bits over there, and the platform refuses them.
        Span<byte> group = [(byte)'A', (byte)'A', (byte)'A', (byte)'A'];
        Span<byte> bytes = stackalloc byte[3];
        if (text.Length <= group.Length && significant is 2 or 3 && text.Length - significant <= MaxPadding)
        {
            text.Slice(0, significant).CopyTo(group);
            if (Base64.DecodeFromUtf8(group, bytes, out _, out _) == OperationStatus.Done)
            {
                bytes.Slice(0, significant - 1).CopyTo(room);

                return significant - 1;
            }
        }

        throw new FormatException(NotBase64);
    }

    /// <summary>Finds where a number of characters that are not white space have passed.</summary>
    public static int OffsetAfter(ReadOnlySpan<byte> text, int characters)
    {
        var index = 0;
        for (; characters > 0; index++)
        {
            if (text[index] < (byte)' ')
            {
                throw new FormatException(NotJson);
            }

            characters -= text[index] == (byte)' ' ? 0 : 1;
        }

        return index;
    }

    /// <summary>Fills the gap behind what is clean, where anything may have been left over, a quote among others.
    /// Whoever looks for the end of a broken text must not find it there.</summary>
    public static void Overwrite(Span<byte> text, int start, int end) => text.Slice(start, end - start).Fill((byte)'A');

    private static bool TryReadEscape(Span<byte> text, int read, int written, out byte character, out int length)
    {
        try
        {
            return JsonEscape.TryRead(text.Slice(read), out character, out length);
        }
        catch (FormatException)
        {
            Overwrite(text, written, read);
            throw;
        }
    }

    private static void MovePlain(Span<byte> text, ref int read, ref int written)
    {
        var plain = ((ReadOnlySpan<byte>)text.Slice(read)).IndexOfAny(Special);
        plain = plain < 0 ? text.Length - read : plain;
        if (written != read)
        {
            text.Slice(read, plain).CopyTo(text.Slice(written));
        }

        read += plain;
        written += plain;
    }

    private static bool IsWhiteSpace(byte character)
        => character is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private static byte ToStandardAlphabet(byte character) => character switch
    {
        (byte)'-' => (byte)'+',
        (byte)'_' => (byte)'/',
        _ => character,
    };

    /// <summary>How far cleaning came.</summary>
    /// <param name="Length">How many clean characters stand at the front.</param>
    /// <param name="SourceLength">How many characters of the text they stand for.</param>
    /// <param name="HasEnded">Whether the closing quote comes next.</param>
    internal readonly record struct Cleaned(int Length, int SourceLength, bool HasEnded);
}
