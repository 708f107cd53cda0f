using SkiaSharp;

namespace OpenAIImages.Painter.Formats;

/// <summary>Reads PNG, JPEG and WebP files, turned the way their camera was held.</summary>
internal static class PictureDecoder
{
    // A small file may claim a size that no memory holds.
    private const long MostPixels = 8_192L * 8_192;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">What to call it in a message: "source 1", "the mask".</param>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public static Photo Decode(ReadOnlyMemory<byte> file, string name)
    {
        using var data = SKData.CreateCopy(file.Span);
        using var codec = SKCodec.Create(data);
        if (codec?.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg
            or SKEncodedImageFormat.Webp))
        {
            throw new FormatException($"Cannot read {name}: it is no PNG, JPEG or WebP file.");
        }

        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > MostPixels)
        {
            throw new FormatException($"Cannot read {name}: {width}x{height} pixels are too many.");
        }

        using var bitmap = new SKBitmap(
            new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
        {
            throw new FormatException($"Cannot read {name}: the file is damaged.");
        }

        var photo = new Photo(width, height, bitmap.GetPixelSpan().ToArray());

        return codec.EncodedOrigin == SKEncodedOrigin.TopLeft ? photo : Turn(photo, codec.EncodedOrigin);
    }

    private static Photo Turn(Photo photo, SKEncodedOrigin origin)
    {
        var sideways = origin >= SKEncodedOrigin.LeftTop;
        var (width, height) = sideways ? (photo.Height, photo.Width) : (photo.Width, photo.Height);
        var turned = new byte[photo.Straight.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (fromX, fromY) = origin switch
                {
                    SKEncodedOrigin.TopRight => (width - 1 - x, y),
                    SKEncodedOrigin.BottomRight => (width - 1 - x, height - 1 - y),
                    SKEncodedOrigin.BottomLeft => (x, height - 1 - y),
                    SKEncodedOrigin.LeftTop => (y, x),
                    SKEncodedOrigin.RightTop => (y, width - 1 - x),
                    SKEncodedOrigin.RightBottom => (height - 1 - y, width - 1 - x),
                    _ => (height - 1 - y, x),
                };
                photo.Straight.AsSpan((fromY * photo.Width + fromX) * 4, 4).CopyTo(turned.AsSpan((y * width + x) * 4));
            }
        }

        return new Photo(width, height, turned);
    }
}
