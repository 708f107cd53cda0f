namespace OpenAIImages.AspNetCore.Tests.Support;

/// <summary>Bytes that look like image files from their beginning.</summary>
internal static class Pictures
{
    public static byte[] Png(int length)
    {
        var bytes = new byte[length];
        ReadOnlySpan<byte> signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
        signature.CopyTo(bytes);
        for (var i = signature.Length; i < length; i++)
        {
            bytes[i] = (byte)(i * 7);
        }

        return bytes;
    }

    public static byte[] Svg { get; } =
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray();

    public static ImageResult ResultOf(params ImageOutput[] images) => new(images);
}
