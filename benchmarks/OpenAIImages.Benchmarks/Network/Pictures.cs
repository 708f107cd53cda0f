namespace OpenAIImages.Benchmarks.Network;

/// <summary>Pictures to send: random bytes that begin as PNG files do.</summary>
internal static class Pictures
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Makes pictures of random bytes, the same in every run, which no compression shortens.</summary>
    /// <param name="count">The number of pictures.</param>
    /// <param name="length">The length of each, in bytes.</param>
    public static byte[][] Make(int count, int length)
        => [.. Enumerable.Range(1, count).Select(seed => MakeOne(seed, length))];

    private static byte[] MakeOne(int seed, int length)
    {
        var picture = new byte[length];
        new Random(seed).NextBytes(picture);
        PngSignature.CopyTo(picture);

        return picture;
    }
}
