using System.Runtime.Intrinsics;

namespace OpenAIImages.Decoders;

/// <summary>As many characters as are looked at in one go.</summary>
/// <remarks>A vector of 32 bytes; where the machine has none, the platform makes it of two.</remarks>
internal static class Base64Vector
{
    public const int Length = 32;

    /// <summary>Gets whether the machine does that.</summary>
    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    /// <summary>Finds what ends a run of plain base64: the same as <see cref="Base64Cleaner"/> looks for.</summary>
    /// <returns>A bit for each of the first characters, the lowest for the first.</returns>
    public static uint FindSpecial(ReadOnlySpan<byte> text)
    {
        var block = Vector256.Create(text.Slice(0, Length));

        return (Vector256.LessThanOrEqual(block, Vector256.Create((byte)' '))
            | Vector256.Equals(block, Vector256.Create((byte)'"'))
            | Vector256.Equals(block, Vector256.Create((byte)'\\'))
            | Vector256.Equals(block, Vector256.Create((byte)'-'))
            | Vector256.Equals(block, Vector256.Create((byte)'_'))).ExtractMostSignificantBits();
    }

    /// <summary>Copies the first characters to a place that may overlap theirs.</summary>
    public static void Copy(ReadOnlySpan<byte> text, Span<byte> target)
        => Vector256.Create(text.Slice(0, Length)).CopyTo(target);
}
