namespace OpenAIImages.Faults.Origins;

/// <summary>Makes pictures that differ from each other and from damaged ones: a signature, then noise.</summary>
internal static class Picture
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Make(int seed, int place, int length)
    {
        var bytes = new byte[Math.Max(length, Signature.Length)];
        new Random(HashCode(seed, place)).NextBytes(bytes);
        Signature.CopyTo(bytes);

        return bytes;
    }

    // The hash code of the platform differs from run to run.
    private static int HashCode(int seed, int place) => unchecked((seed * 397) ^ (place * 7919));
}
