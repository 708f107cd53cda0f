using System.Buffers.Binary;
using System.Numerics;

namespace OpenAIImages.Decoders;

/// <summary>Closes the gap that cleaning has left in front of plain base64, many characters at a time.</summary>
/// <remarks>
/// Where every slash is escaped, a run is some 30 characters long, and to search for its end first and then to move it
/// costs half as much again. On a machine without vectors it does nothing: the search serves then.
/// </remarks>
internal static class VectorizedUnescape
{
    // A bit of a word for each character.
    private const int BlockLength = Base64Vector.Length * 2;

    private const int SlashLength = 2;

    private const int PlusLength = 6;

    private const ulong PlusMask = 0xFFFF_FFFF_FFFF;

    // As the eight bytes of "\u002b" are read; a capital B lacks the last bit.
    private const ulong LowerCaseBit = 0x2000_0000_0000;

    private static readonly ushort Slash = BinaryPrimitives.ReadUInt16LittleEndian("\\/"u8);

    private static readonly ulong Plus = BinaryPrimitives.ReadUInt64LittleEndian("\\u002b\0\0"u8);

    /// <summary>Moves plain characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="read">Where to read from; afterwards, the first character that was not moved.</param>
    /// <param name="written">Where to move them to, not behind <paramref name="read"/>; afterwards, behind the last.
    /// </param>
    /// <returns>Whether that first character is special; <see langword="false"/> when it stopped for lack of
    /// text.</returns>
    public static bool TryReachSpecial(Span<byte> text, ref int read, ref int written)
    {
        if (!Base64Vector.IsSupported)
        {
            return false;
        }

        if (read - written >= BlockLength && UnescapeBlocks(text, ref read, ref written))
        {
            return true;
        }

        while (text.Length - read >= Base64Vector.Length)
        {
            var special = Base64Vector.FindSpecial(text.Slice(read));
            var plain = special == 0 ? Base64Vector.Length : BitOperations.TrailingZeroCount(special);

            // What is written beyond the plain ones must not reach what is yet to be read.
            if (special == 0 || read - written >= Base64Vector.Length)
            {
                Base64Vector.Copy(text.Slice(read), text.Slice(written));
            }
            else
            {
                text.Slice(read, plain).CopyTo(text.Slice(written));
            }

            read += plain;
            written += plain;
            if (special != 0)
            {
                return true;
            }
        }

        return false;
    }

    // Once the gap is as wide as a block, the two escapes that base64 is full of are resolved on the way. Whatever is
    // written beyond the plain characters falls into the gap.
    private static bool UnescapeBlocks(Span<byte> text, ref int read, ref int written)
    {
        var (from, to) = (read, written);
        while (text.Length - from >= BlockLength + PlusLength + BlockLength)
        {
            var block = from;
            var special = FindSpecial(text.Slice(block));
            CopyBlock(text, from, to);
            while (special != 0)
            {
                var at = block + BitOperations.TrailingZeroCount(special);
                var next = BinaryPrimitives.ReadUInt64LittleEndian(text.Slice(at));
                to += at - from;
                from = at;

                // Chosen without a branch: which of the two it is, nobody can predict.
                var isSlash = (ushort)next == Slash;
                if (!(isSlash | ((next | LowerCaseBit) & PlusMask) == Plus))
                {
                    (read, written) = (from, to);

                    return true;
                }

                text[to++] = isSlash ? (byte)'/' : (byte)'+';
                from += isSlash ? SlashLength : PlusLength;
                CopyBlock(text, from, to);
                special = from - block < BlockLength ? special & (ulong.MaxValue << (from - block)) : 0;
            }

            var rest = Math.Max(block + BlockLength - from, 0);
            to += rest;
            from += rest;
        }

        (read, written) = (from, to);

        return false;
    }

    private static void CopyBlock(Span<byte> text, int from, int to)
    {
        Base64Vector.Copy(text.Slice(from), text.Slice(to));
        Base64Vector.Copy(text.Slice(from + Base64Vector.Length), text.Slice(to + Base64Vector.Length));
    }

    private static ulong FindSpecial(ReadOnlySpan<byte> block)
        => Base64Vector.FindSpecial(block)
            | ((ulong)Base64Vector.FindSpecial(block.Slice(Base64Vector.Length)) << Base64Vector.Length);
}
