using SkiaSharp;

namespace OpenAIImages.Emulator.Pictures;

/// <summary>The facts about a picture file.</summary>
/// <param name="Size">As it is shown: a photograph taken upright is upright.</param>
/// <param name="IsPng">Whether it is a PNG file, whatever its sender says.</param>
/// <param name="HasAlpha">Whether its pixels can be transparent.</param>
/// <param name="HasTransparency">Whether any of them is.</param>
internal sealed record PictureFacts(PictureSize Size, bool IsPng, bool HasAlpha, bool HasTransparency)
{
    /// <summary>Reads from a file's beginning how many pixels it says to have; none when it is no picture.</summary>
    public static long CountPixels(ReadOnlyMemory<byte> file)
    {
        using var data = SKData.CreateCopy(file.Span);
        using var codec = SKCodec.Create(data);

        return codec is null ? 0 : (long)codec.Info.Width * codec.Info.Height;
    }

    /// <summary>Reads all of a file, so that a damaged one is found out.</summary>
    /// <returns>The facts, or <see langword="null"/> when it is no PNG, JPEG or WebP, or damaged.</returns>
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
