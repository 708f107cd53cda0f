using OpenAIImages.Painter.Editing.Regions;
using OpenAIImages.Painter.Formats;
using SkiaSharp;

namespace OpenAIImages.Painter.Tests.Formats;

public sealed class OverlayTests
{
    [Theory]
    [InlineData(400, 300, 400, 300)]
    [InlineData(400, 300, 100, 75)]
    [InlineData(9_000, 2_000, 900, 200)]
    public void Only_the_alpha_of_a_mask_is_read_at_the_needed_size(int width, int height, int wide, int high)
    {
        var overlay = PictureDecoder.DecodeOverlay(
            Halves(width, height, SKEncodedImageFormat.Png), "the mask", new SKSizeI(wide, high));

        Assert.Equal(new SKSizeI(width, height), overlay.FileSize);
        Assert.Equal(overlay.Width * overlay.Height, overlay.Alphas.Length);
        Assert.InRange(overlay.Width, wide, wide * 2);
        Assert.Equal((0, 255), (overlay.Alphas[0], overlay.Alphas[^1]));
    }

    [Fact]
    public void A_mask_that_is_a_webp_is_read_too()
    {
        var overlay = PictureDecoder.DecodeOverlay(
            Halves(40, 30, SKEncodedImageFormat.Webp), "the mask", new SKSizeI(40, 30));

        Assert.Equal((0, 255), (overlay.Alphas[0], overlay.Alphas[^1]));
    }

    [Theory]
    [InlineData(400, 300, 200, 150)]
    [InlineData(400, 400, 320, 180)]
    [InlineData(100, 100, 350, 350)]
    public void A_mask_is_cut_and_scaled_like_its_picture(int width, int height, int wide, int high)
    {
        var file = Halves(width, height, SKEncodedImageFormat.Png);
        var picture = PictureDecoder.Decode(file, "the picture").Cover(wide, high);

        var covered = PictureDecoder.DecodeOverlay(file, "the mask", new SKSizeI(width, height)).Cover(wide, high);

        // The two ways to scale can differ only at the edge between the halves.
        Assert.All(Enumerable.Range(0, covered.Length).Where(pixel => Math.Abs(pixel % wide - wide / 2) > 4), pixel
            => Assert.InRange(covered[pixel] - picture.Bytes[pixel * 4 + 3], -1, 1));
    }

    [Fact]
    public void The_weights_of_a_region_are_in_a_frame_around_it()
    {
        var alphas = new byte[200 * 100];
        Array.Fill(alphas, (byte)255);
        for (var y = 30; y < 60; y++)
        {
            alphas.AsSpan(y * 200 + 50, 40).Clear();
        }

        var (frame, weights) = Region.OfMask(new Overlay(200, 100, alphas, new SKSizeI(200, 100)), 200, 100).Weights();

        using (weights)
        {
            Assert.InRange(frame.Width, 40, 60);
            Assert.InRange(frame.Height, 30, 50);
            Assert.All(Enumerable.Range(0, frame.Width * frame.Height), pixel =>
            {
                var (x, y) = (frame.Left + pixel % frame.Width, frame.Top + pixel / frame.Width);
                var open = x is >= 50 and < 90 && y is >= 30 and < 60;

                Assert.InRange(weights[pixel], open ? 0.02f : 0, open ? 1 : 0);
            });
            Assert.Equal(1, weights[(45 - frame.Top) * frame.Width + 70 - frame.Left]);
        }
    }

    [Fact]
    public void A_masked_edit_keeps_one_byte_for_each_pixel_of_its_mask()
    {
        const int Side = 1_800;
        const int Pixel = 4;
        var edit = new PictureEdit(
            new PictureRequest("add a balloon") { Width = 1_280, Height = 720 },
            [Halves(Side, Side, SKEncodedImageFormat.Png)])
        {
            Mask = Halves(Side, Side, SKEncodedImageFormat.Png),
        };
        _ = new PicturePainter().Edit(edit, TestContext.Current.CancellationToken);
        var before = GC.GetAllocatedBytesForCurrentThread();

        _ = new PicturePainter().Edit(edit, TestContext.Current.CancellationToken);

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        const int Picture = Side * Side * Pixel;
        // The sum of the picture, the alpha of the mask, two pictures and a few alphas in the size of the result, and
        // the memory for the hole and the file.
        Assert.InRange(allocated, Picture, Picture + Picture / Pixel + 1_280 * 720 * (2 * Pixel + 5) + 14_000_000);
    }

    // A picture whose left half is transparent.
    private static byte[] Halves(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.Erase(new SKColor(60, 120, 60));
        bitmap.Erase(SKColors.Transparent, new SKRectI(0, 0, width / 2, height));
        using var file = bitmap.Encode(format, 100);

        return file.ToArray();
    }
}
