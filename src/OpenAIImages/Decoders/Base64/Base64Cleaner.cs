using System.Buffers;
using System.Buffers.Text;
using OpenAIImages.Bytes;

namespace OpenAIImages.Decoders;

/// <summary>Turns the text of a JSON string into plain base64, in place.</summary>
/// <remarks>
/// The cleaner resolves escapes, drops white space, and maps the URL-safe alphabet to the usual one. The result is
/// never longer than the text. A second cleaning changes nothing.
/// </remarks>
internal static class Base64Cleaner
{
    /// <summary>The message for text that is not base64.</summary>
    public const string NotBase64 =
        "is not base64: it holds a character of another alphabet, or its last ones make no whole byte";

    /// <summary>The message for characters that a JSON string cannot hold.</summary>
    public const string NotJson = "is not JSON: it holds a control character that is not escaped";

    private const int MaxPadding = 2;

    private const int StartLength = 1024;

    // These characters end a run of plain base64: the closing quote, escapes, white space, the URL-safe alphabet,
    // control characters.
    private static readonly SearchValues<byte> Special = SearchValues.Create(
    [
        (byte)'"', (byte)'\\', (byte)'-', (byte)'_', (byte)' ',
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    ]);

    /// <summary>Gets whether a text needs no cleaning and holds no closing quote.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> text) => text.IndexOfAny(Special) < 0;

    /// <summary>Gets whether the first kibibyte of a text needs cleaning. Text with escapes or line breaks has them
    /// everywhere.</summary>
    public static bool StartsEscaped(ReadOnlySpan<byte> text)
    {
        var beginning = text.Slice(0, Math.Min(text.Length, StartLength));
        var plain = beginning.IndexOfAny(Special);

        return plain >= 0 && beginning[plain] != (byte)'"';
    }

    /// <summary>Cleans a text up to its closing quote, or up to an escape that has not come whole.</summary>
    /// <param name="text">The text, from any position in the string. The result overwrites its start.</param>
    /// <returns>The result of the cleaning.</returns>
    /// <exception cref="FormatException">The text holds a character that JSON or base64 does not allow.</exception>
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
            if (!Utf8Text.IsWhiteSpace(special))
            {
                text[written++] = ToStandardAlphabet(special);
            }
        }

        return new Cleaned(written, read, HasEnded: false);
    }

    /// <summary>Decodes the characters after the last whole group, with or without padding.</summary>
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

        // The digit for zero replaces the padding: some encoders leave unused bits set, and the platform refuses such
        // bits.
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

    /// <summary>Returns the offset after a number of characters, without white space.</summary>
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

    /// <summary>Overwrites the leftovers between the cleaned text and the rest. When a broken text is skipped, a quote
    /// among the leftovers would look like the end of the string.</summary>
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

    private static byte ToStandardAlphabet(byte character) => character switch
    {
        (byte)'-' => (byte)'+',
        (byte)'_' => (byte)'/',
        _ => character,
    };

    /// <summary>The result of a cleaning.</summary>
    /// <param name="Length">The number of cleaned characters.</param>
    /// <param name="SourceLength">The number of characters of the text that they were made from.</param>
    /// <param name="HasEnded">Whether the closing quote comes next.</param>
    internal readonly record struct Cleaned(int Length, int SourceLength, bool HasEnded);
}
