using SkiaSharp;

namespace OpenAIImages.Emulator.Tests.Support;

/// <summary>Small picture files to send.</summary>
internal static class Samples
{
    /// <summary>Gets an opaque PNG of 40 by 24 pixels.</summary>
    public static byte[] Png { get; } = Make(SKEncodedImageFormat.Png, 40, 24, SKColors.Red);

    /// <summary>Gets a PNG of the same size, transparent throughout.</summary>
    public static byte[] Mask { get; } = Make(SKEncodedImageFormat.Png, 40, 24, SKColors.Transparent);

    public static byte[] Jpeg { get; } = Make(SKEncodedImageFormat.Jpeg, 40, 24, SKColors.Red);

    public static byte[] WebP { get; } = Make(SKEncodedImageFormat.Webp, 40, 24, SKColors.Red);

    public static byte[] Make(SKEncodedImageFormat format, int width, int height, SKColor colour)
    {
        // An opaque bitmap makes a PNG without alpha.
        var alpha = colour.Alpha == byte.MaxValue ? SKAlphaType.Opaque : SKAlphaType.Unpremul;
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, alpha));
        bitmap.Erase(colour);
        using var data = bitmap.Encode(format, 90);

        return data.ToArray();
    }

    /// <summary>Makes a PNG that has alpha and no transparent pixel.</summary>
    public static byte[] OpaqueWithAlpha()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(40, 24, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.Erase(SKColors.Red);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 90);

        return data.ToArray();
    }

    /// <summary>Makes a JPEG of 40 by 24 pixels with a rotation, so that it is shown with 24 by 40 pixels.</summary>
    public static byte[] Turned()
    {
        byte[] exif =
        [
            0xFF, 0xE1, 0x00, 0x22, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0,
            (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
        ];

        return [.. Jpeg[..2], .. exif, .. Jpeg[2..]];
    }
}
