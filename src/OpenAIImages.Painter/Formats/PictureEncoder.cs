using SkiaSharp;

namespace OpenAIImages.Painter.Formats;

/// <summary>Writes pixels as a file.</summary>
internal static class PictureEncoder
{
    private const int PngCompression = 2;

    /// <summary>Encodes pixels.</summary>
    /// <param name="image">The pixels. Their colours can be multiplied by alpha or not.</param>
    /// <param name="format">The format.</param>
    /// <param name="quality">0 to 100, for JPEG and WebP; 100 is WebP without loss.</param>
    /// <param name="hasty">Whether time matters more than the size of the file.</param>
    /// <param name="note">A text to put into a PNG file; null for none.</param>
    public static byte[] Encode(
        SKImage image, PictureFormat format, int quality, bool hasty = false, string? note = null)
    {
        using var given = image.PeekPixels();
        // Without transparency a PNG has three bytes a pixel to compress, not four.
        using var opaque = given.ComputeIsOpaque() ? given.WithAlphaType(SKAlphaType.Opaque) : null;
        var pixels = opaque ?? given;
        using var file = new SKDynamicMemoryWStream();
        // The filter "up" and level 2 write 1024x1024 in 60 ms where "sub" and level 4 take 100, for a file 2 % larger;
        // all filters at level 6 take 270 ms for one a fifth smaller.
        var written = format switch
        {
            PictureFormat.Jpeg => pixels.Encode(file, new SKJpegEncoderOptions(
                quality, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.Ignore)),
            PictureFormat.WebP => pixels.Encode(file, quality == 100
                ? new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, hasty ? 0 : 20)
                : new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, quality)),
            _ => pixels.Encode(file, new SKPngEncoderOptions(SKPngEncoderFilterFlags.Up, hasty ? 1 : PngCompression)),
        };
        if (!written)
        {
            throw new InvalidOperationException($"Skia could not write a {format} file.");
        }

        if (note is not null && format == PictureFormat.Png)
        {
            return PngNote.Write(file, note);
        }

        var bytes = new byte[file.BytesWritten];
        file.CopyTo(bytes);

        return bytes;
    }
}
