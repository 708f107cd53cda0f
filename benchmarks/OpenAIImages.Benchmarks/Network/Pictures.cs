namespace OpenAIImages.Benchmarks.Network;

/// <summary>Pictures to send: files that look like PNG to whoever looks at their beginning.</summary>
internal static class Pictures
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Makes pictures of random bytes, the same every time, which no compression shortens.</summary>
    /// <param name="count">How many.</param>
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
