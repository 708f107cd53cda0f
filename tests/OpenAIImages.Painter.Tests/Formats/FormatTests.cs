using OpenAIImages.Painter.Tests.Support;
using SkiaSharp;

namespace OpenAIImages.Painter.Tests.Formats;

public sealed class FormatTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 300)]
    [InlineData(333, 17)]
    [InlineData(127, 255)]
    [InlineData(256, 256)]
    public void A_picture_has_exactly_the_requested_size(int width, int height)
    {
        foreach (var format in Enum.GetValues<PictureFormat>().Where(one => one != PictureFormat.Svg))
        {
            var picture =
                Painting.Paint(new PictureRequest("a cat") { Width = width, Height = height, Format = format });

            using var codec = SKCodec.Create(new MemoryStream(picture.Bytes.ToArray()));

            Assert.Equal((width, height), (codec.Info.Width, codec.Info.Height));
            Assert.Equal($"{format}", $"{codec.EncodedFormat}", ignoreCase: true);
        }
    }

    [Fact]
    public void A_large_picture_is_painted_smaller_and_enlarged()
    {
        var picture =
            Painting.Paint(new PictureRequest("a boat, watercolor")
            {
                Width = 2_048,
                Height = 512,
                Format = PictureFormat.Jpeg
            });

        using var bitmap = Painting.Decode(picture);

        Assert.Equal((2_048, 512), (bitmap.Width, bitmap.Height));
    }

    [Theory]
    [InlineData(PictureFormat.Png)]
    [InlineData(PictureFormat.WebP)]
    public void The_background_of_a_transparent_subject_is_clear(PictureFormat format)
    {
        using var bitmap = Painting.Decode(Painting.Paint(
            new PictureRequest("a red apple") { Width = 120, Height = 120, Transparent = true, Format = format }));

        Assert.All(
            new[] { bitmap.GetPixel(0, 0), bitmap.GetPixel(119, 0), bitmap.GetPixel(0, 119),
                bitmap.GetPixel(119, 119) },
            corner => Assert.Equal(0, corner.Alpha));
        Assert.InRange(Painting.Share(bitmap, pixel => pixel.Alpha == 255), 0.05, 0.9);
    }

    [Theory]
    [InlineData("a cat, watercolor")]
    [InlineData("a cat, oil painting")]
    [InlineData("a cat, pixel art")]
    [InlineData("a cat, sketch")]
    public void A_style_keeps_the_background_transparent(string prompt)
    {
        using var bitmap = Painting.Look(prompt, transparent: true);

        Assert.Equal(0, bitmap.GetPixel(0, 0).Alpha);
        Assert.InRange(Painting.Share(bitmap, pixel => pixel.Alpha > 200), 0.03, 0.9);
    }

    [Fact]
    public void A_jpeg_is_opaque_even_when_the_request_asks_for_transparency()
    {
        using var bitmap = Painting.Decode(Painting.Paint(
            new PictureRequest("a cat") { Width = 64, Height = 64, Transparent = true, Format = PictureFormat.Jpeg }));

        Assert.Equal(1, Painting.Share(bitmap, pixel => pixel.Alpha == 255));
    }

    [Fact]
    public void A_lower_quality_makes_a_smaller_file()
    {
        var request = new PictureRequest("a forest") { Width = 200, Height = 200, Format = PictureFormat.Jpeg };

        Assert.True(Painting.Paint(request with { Quality = 20 }).Bytes.Length < Painting.Paint(request)
            .Bytes.Length / 2);
    }
}
