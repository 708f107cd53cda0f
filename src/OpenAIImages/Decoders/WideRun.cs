using System.Numerics;
using System.Runtime.Intrinsics;

namespace OpenAIImages.Decoders;

/// <summary>Closes the gap that cleaning has left in front of plain base64, 32 characters at a time.</summary>
/// <remarks>
/// Where every slash is escaped, a run is some 30 characters long, and to search for its end first and then to move it
/// costs half as much again. Without AVX2, and before .NET 8, it does nothing: the search serves then.
/// </remarks>
internal static class WideRun
{
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

    // The same as Base64Cleaner looks for, a bit for each.
    private static uint FindSpecial(Vector256<byte> piece)
        => (Vector256.LessThanOrEqual(piece, Vector256.Create((byte)' '))
            | Vector256.Equals(piece, Vector256.Create((byte)'"'))
            | Vector256.Equals(piece, Vector256.Create((byte)'\\'))
            | Vector256.Equals(piece, Vector256.Create((byte)'-'))
            | Vector256.Equals(piece, Vector256.Create((byte)'_'))).ExtractMostSignificantBits();
}
