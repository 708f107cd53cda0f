using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace OpenAIImages.Decoders;

/// <summary>Closes the gap that cleaning has left in front of plain base64, many characters at a time.</summary>
/// <remarks>
/// Where every slash is escaped, a run is some 30 characters long, and to search for its end first and then to move it
/// costs half as much again. Without AVX2, and before .NET 8, it does nothing: the search serves then.
/// </remarks>
internal static class WideRun
{
    // A bit of a word for each character.
    private const int Block = 64;

    private const int SlashLength = 2;

    private const int PlusLength = 6;

    private const ulong PlusMask = 0xFFFF_FFFF_FFFF;

    // As the eight bytes of "\u002b" are read; a capital B lacks the last bit.
    private const ulong SmallLetter = 0x2000_0000_0000;

    private static readonly ushort Slash = BinaryPrimitives.ReadUInt16LittleEndian("\\/"u8);

    private static readonly ulong Plus = BinaryPrimitives.ReadUInt64LittleEndian("\\u002b\0\0"u8);

    /// <summary>Moves plain characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="read">Where to read from; afterwards, the first character that was not moved.</param>
    /// <param name="written">Where to move them to, not behind <paramref name="read"/>; afterwards, behind the last.
    /// </param>
    /// <returns>Whether that first character is special; <see langword="false"/> when it stopped for lack of
    /// text.</returns>
    public static bool Move(Span<byte> text, ref int read, ref int written)
    {
        if (!Vector256.IsHardwareAccelerated)
        {
            return false;
        }

        if (read - written >= Block && MoveBlocks(text, ref read, ref written))
        {
            return true;
        }

        while (text.Length - read >= Vector256<byte>.Count)
        {
            var piece = Vector256.Create<byte>(text.Slice(read, Vector256<byte>.Count));
            var special = FindSpecial(piece);
            var plain = special == 0 ? Vector256<byte>.Count : BitOperations.TrailingZeroCount(special);

            // What is written beyond the plain ones must not reach what is yet to be read.
            if (special == 0 || read - written >= Vector256<byte>.Count)
            {
                piece.CopyTo(text.Slice(written));
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
    private static bool MoveBlocks(Span<byte> text, ref int read, ref int written)
    {
        var (from, to) = (read, written);
        while (text.Length - from >= Block + PlusLength + Block)
        {
            var block = from;
            var special = FindSpecial(text.Slice(block, Block));
            MoveBlock(text, from, to);
            while (special != 0)
            {
                var at = block + BitOperations.TrailingZeroCount(special);
                var next = BinaryPrimitives.ReadUInt64LittleEndian(text.Slice(at));
                to += at - from;
                from = at;

                // Chosen without a branch: which of the two it is, nobody can predict.
                var isSlash = (ushort)next == Slash;
                if (!(isSlash | ((next | SmallLetter) & PlusMask) == Plus))
                {
                    (read, written) = (from, to);

                    return true;
                }

                text[to++] = isSlash ? (byte)'/' : (byte)'+';
                from += isSlash ? SlashLength : PlusLength;
                MoveBlock(text, from, to);
                special = from - block < Block ? special & (ulong.MaxValue << (from - block)) : 0;
            }

            var rest = Math.Max(block + Block - from, 0);
            to += rest;
            from += rest;
        }

        (read, written) = (from, to);

        return false;
    }

    private static void MoveBlock(Span<byte> text, int from, int to)
    {
        var first = Vector256.Create<byte>(text.Slice(from, Vector256<byte>.Count));
        var second = Vector256.Create<byte>(text.Slice(from + Vector256<byte>.Count, Vector256<byte>.Count));
        first.CopyTo(text.Slice(to));
        second.CopyTo(text.Slice(to + Vector256<byte>.Count));
    }

    private static ulong FindSpecial(ReadOnlySpan<byte> block)
        => FindSpecial(Vector256.Create(block))
            | ((ulong)FindSpecial(Vector256.Create(block.Slice(Vector256<byte>.Count))) << Vector256<byte>.Count);

    // The same as Base64Cleaner looks for, a bit for each.
    private static uint FindSpecial(Vector256<byte> piece)
        => (Vector256.LessThanOrEqual(piece, Vector256.Create((byte)' '))
            | Vector256.Equals(piece, Vector256.Create((byte)'"'))
            | Vector256.Equals(piece, Vector256.Create((byte)'\\'))
            | Vector256.Equals(piece, Vector256.Create((byte)'-'))
            | Vector256.Equals(piece, Vector256.Create((byte)'_'))).ExtractMostSignificantBits();
}
