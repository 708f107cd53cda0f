using OpenAIImages.Painter.Formats;
using SkiaSharp;

namespace OpenAIImages.Painter.Tests.Formats;

public sealed class LargePictureTests
{
    // A little more than the limit of 16.8 million pixels.
    private const int Width = 8_192;
    private const int Height = 2_100;

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void A_very_large_picture_is_read_at_half_its_size(SKEncodedImageFormat format)
    {
        var file = Encode(format);

        var photo = PictureDecoder.Decode(file, "source 1");

        Assert.Equal((Width / 2, Height / 2), (photo.Width, photo.Height));
        Assert.Equal(new SKSizeI(Width, Height), photo.FileSize);
        Assert.Equal(photo.Width * photo.Height * 4, photo.Straight.Length);
        Assert.InRange(photo.Straight[0], 190, 210);
        Assert.InRange(photo.Straight[^2], 20, 40);
    }

    [Fact]
    public void A_picture_within_the_limit_is_read_whole()
    {
        using var bitmap = new SKBitmap(300, 200);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);

        var photo = PictureDecoder.Decode(data.ToArray(), "source 1");

        Assert.Equal((300, 200), (photo.Width, photo.Height));
    }

    [Theory]
    [InlineData(1_024, 256, 8)]
    [InlineData(1_024, 700, 3)]
    [InlineData(4_097, 256, 1)]
    public void A_picture_is_read_at_the_smallest_sufficient_part_of_its_size(int width, int height, int part)
    {
        using var bitmap = new SKBitmap(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 60);

        var photo = PictureDecoder.Decode(data.ToArray(), "source 1", new SKSizeI(width, height));

        // The limit of sixteen million pixels requires at least a half, even when a whole picture is wanted.
        Assert.Equal((Width / Math.Max(2, part), Height / Math.Max(2, part)), (photo.Width, photo.Height));
        Assert.Equal(new SKSizeI(Width, Height), photo.FileSize);
    }

    [Fact]
    public void The_rows_of_a_very_large_picture_keep_their_order()
    {
        using var bitmap = new SKBitmap(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        for (var y = 0; y < Height; y++)
        {
            bitmap.GetPixelSpan().Slice(y * bitmap.RowBytes, bitmap.RowBytes).Fill((byte)(y / 16));
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 60);

        var photo = PictureDecoder.Decode(data.ToArray(), "source 1");

        Assert.All(
            Enumerable.Range(0, photo.Height),
            y => Assert.Equal((byte)(y * 2 / 16), photo.Straight[(y * photo.Width + y % photo.Width) * 4]));
    }

    private static byte[] Encode(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        bitmap.Erase(new SKColor(200, 100, 30));
        using var data = bitmap.Encode(format, 60);

        return data.ToArray();
    }
}
