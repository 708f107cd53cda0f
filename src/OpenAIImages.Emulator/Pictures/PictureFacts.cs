using SkiaSharp;

namespace OpenAIImages.Emulator.Pictures;

/// <summary>The facts about a picture file.</summary>
/// <param name="Size">The size as shown: the camera's orientation is applied.</param>
/// <param name="IsPng">Whether the bytes are a PNG file, regardless of the declared type.</param>
/// <param name="HasAlpha">Whether the format of the pixels has transparency.</param>
/// <param name="HasTransparency">Whether any pixel is not fully opaque.</param>
internal sealed record PictureFacts(PictureSize Size, bool IsPng, bool HasAlpha, bool HasTransparency)
{
    /// <summary>Reads the number of pixels from a file's header; 0 when the file is not a picture.</summary>
    public static long CountPixels(ReadOnlyMemory<byte> file)
    {
        using var data = SKData.CreateCopy(file.Span);
        using var codec = SKCodec.Create(data);

        return codec is null ? 0 : (long)codec.Info.Width * codec.Info.Height;
    }

    /// <summary>Reads the whole file, so that a damaged file is detected.</summary>
    /// <returns>The facts, or <see langword="null"/> when the file is damaged, or not a PNG, JPEG or WebP.</returns>
    public static PictureFacts? Read(ReadOnlyMemory<byte> file)
    {
        using var data = SKData.CreateCopy(file.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null || !IsAccepted(codec.EncodedFormat))
        {
            return null;
        }

        var (width, height) = (codec.Info.Width, codec.Info.Height);
        using var pixels = new SKBitmap(
            new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        if (codec.GetPixels(pixels.Info, pixels.GetPixels()) != SKCodecResult.Success)
        {
            return null;
        }

        return new PictureFacts(
            IsTurned(codec.EncodedOrigin) ? new PictureSize(height, width) : new PictureSize(width, height),
            codec.EncodedFormat == SKEncodedImageFormat.Png,
            codec.Info.AlphaType != SKAlphaType.Opaque,
            IsAnyTransparent(pixels.GetPixelSpan()));
    }

    private static bool IsAccepted(SKEncodedImageFormat format)
        => format is SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Webp;

    private static bool IsTurned(SKEncodedOrigin origin) => origin is SKEncodedOrigin.LeftTop
        or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;

    private static bool IsAnyTransparent(ReadOnlySpan<byte> pixels)
    {
        for (var alpha = 3; alpha < pixels.Length; alpha += 4)
        {
            if (pixels[alpha] != byte.MaxValue)
            {
                return true;
            }
        }

        return false;
    }
}
