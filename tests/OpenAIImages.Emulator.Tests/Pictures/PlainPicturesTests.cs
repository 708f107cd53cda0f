using System.Text;
using OpenAIImages.Painter;
using SkiaSharp;

namespace OpenAIImages.Emulator.Tests.Pictures;

/// <summary>The plain engine makes pictures for tests that do not look at them.</summary>
public sealed class PlainPicturesTests
{
    private static readonly PictureRequest Cat = new("a cat") { Width = 32, Height = 16 };

    private readonly PlainPictureEngine _engine = new();

    [Theory]
    [InlineData(PictureFormat.Png, SKEncodedImageFormat.Png)]
    [InlineData(PictureFormat.Jpeg, SKEncodedImageFormat.Jpeg)]
    [InlineData(PictureFormat.WebP, SKEncodedImageFormat.Webp)]
    [InlineData(PictureFormat.Gif, SKEncodedImageFormat.Gif)]
    public void A_plain_picture_has_the_requested_size_and_format(
        PictureFormat format, SKEncodedImageFormat expected)
    {
        var picture = _engine.Paint(Cat with { Format = format }, TestContext.Current.CancellationToken);

        using var codec = SKCodec.Create(new MemoryStream(picture.Bytes.ToArray()));
        Assert.Equal(expected, codec.EncodedFormat);
        Assert.Equal((32, 16), (codec.Info.Width, codec.Info.Height));
    }

    [Fact]
    public void A_plain_svg_has_the_requested_size()
    {
        var picture = _engine.Paint(Cat with { Format = PictureFormat.Svg }, TestContext.Current.CancellationToken);

        Assert.StartsWith(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"32\" height=\"16\">",
            Encoding.UTF8.GetString(picture.Bytes.Span),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_requests_give_equal_pictures_and_others_do_not()
    {
        var first = Paint(Cat);

        Assert.Equal(first, Paint(Cat));
        Assert.NotEqual(first, Paint(Cat with { Variant = 1 }));
        Assert.NotEqual(first, Paint(new PictureRequest("a dog") { Width = 32, Height = 16 }));
    }

    [Theory]
    [InlineData(false, 255)]
    [InlineData(true, 0)]
    public void A_transparent_picture_is_clear(bool transparent, byte alpha)
    {
        using var picture = SKBitmap.Decode(Paint(Cat with { Transparent = transparent }));

        Assert.Equal(alpha, picture.GetPixel(3, 3).Alpha);
    }

    [Fact]
    public void An_edit_and_a_variation_are_painted_from_their_prompts()
    {
        byte[] source = [1, 2, 3];

        var edited = _engine.Edit(new PictureEdit(Cat, [source]), TestContext.Current.CancellationToken);
        var varied = _engine.Vary(source, Cat, TestContext.Current.CancellationToken);

        Assert.Equal(Paint(Cat), edited.Bytes.ToArray());
        Assert.Equal(Paint(Cat), varied.Bytes.ToArray());
    }

    private byte[] Paint(PictureRequest request)
        => _engine.Paint(request, TestContext.Current.CancellationToken).Bytes.ToArray();
}
