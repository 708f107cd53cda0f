using System.Numerics;
using System.Runtime.InteropServices;

namespace OpenAIImages.Decoders;

/// <summary>As many characters as are looked at in one go.</summary>
/// <remarks>The vectors that there are here have 16 or 32 bytes, and nothing that makes a mask of them.</remarks>
internal static class Base64Vector
{
    public const int Length = 32;

    private const int Half = Length / 2;

    // The lowest bit of each byte, and what brings those to the highest byte, side by side.
    private const ulong LowestBits = 0x0101_0101_0101_0101;

    private const ulong ToHighestByte = 0x0102_0408_1020_4080;

    private const int HighestByte = 56;

    /// <summary>Gets whether the machine does that.</summary>
    public static bool IsSupported => Vector.IsHardwareAccelerated && Vector<byte>.Count is Half or Length;

    /// <summary>Finds what ends a run of plain base64: the same as <see cref="Base64Cleaner"/> looks for.</summary>
    /// <returns>A bit for each of the first characters, the lowest for the first.</returns>
    public static uint FindSpecial(ReadOnlySpan<byte> text)
        => Vector<byte>.Count == Length
            ? FindSpecial(MemoryMarshal.Read<Vector<byte>>(text))
            : FindSpecial(MemoryMarshal.Read<Vector<byte>>(text))
                | (FindSpecial(MemoryMarshal.Read<Vector<byte>>(text.Slice(Half))) << Half);

    /// <summary>Copies the first characters to a place that may overlap theirs.</summary>
    public static void Copy(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var first = MemoryMarshal.Read<Vector<byte>>(text);
        if (Vector<byte>.Count == Length)
        {
            MemoryMarshal.Write(target, ref first);

            return;
        }

        var second = MemoryMarshal.Read<Vector<byte>>(text.Slice(Half));
        MemoryMarshal.Write(target, ref first);
        MemoryMarshal.Write(target.Slice(Half), ref second);
    }

    private static uint FindSpecial(Vector<byte> piece)
    {
        var isSpecial = Vector.AsVectorUInt64(
            Vector.LessThanOrEqual(piece, new Vector<byte>((byte)' '))
            | Vector.Equals(piece, new Vector<byte>((byte)'"'))
            | Vector.Equals(piece, new Vector<byte>((byte)'\\'))
            | Vector.Equals(piece, new Vector<byte>((byte)'-'))
            | Vector.Equals(piece, new Vector<byte>((byte)'_')));
        var mask = Mask(isSpecial[0]) | (Mask(isSpecial[1]) << 8);

        return Vector<byte>.Count == Half
            ? mask
            : mask | (Mask(isSpecial[2]) << 16) | (Mask(isSpecial[3]) << 24);
    }

    private static uint Mask(ulong isSpecial) => (uint)(((isSpecial & LowestBits) * ToHighestByte) >> HighestByte);
}
