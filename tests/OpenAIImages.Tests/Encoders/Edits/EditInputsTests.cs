using OpenAIImages.Encoders;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Encoders;

/// <summary>The client checks inputs before the upload, and refuses those that the service would refuse.</summary>
public sealed class EditInputsTests
{
    private static readonly ImageInput Picture = new ImageMask(8, 4).ToMarkup();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void An_edit_with_no_picture_or_seventeen_pictures_is_refused_by_name()
    {
        var many = Enumerable.Repeat(Picture, 17);

        Assert.Equal("images", Assert.Throws<ArgumentException>(() => new EditImageRequest("p", many)).ParamName);
        Assert.Equal("images", Assert.Throws<ArgumentException>(() => new EditImageRequest("p", [])).ParamName);
        Assert.Equal(16, new EditImageRequest("p", many.Skip(1)).Images.Count);
    }

    [Fact]
    public async Task A_mask_of_another_size_is_refused_with_both_sizes()
    {
        var request = new EditImageRequest("p", Picture) { Mask = new ImageMask(8, 5).ToMask() };

        var refused = await Assert.ThrowsAsync<ImageInputException>(() => EncodeAsync(request));

        Assert.Equal("mask", refused.Input);
        Assert.Contains("8x5", refused.Message, StringComparison.Ordinal);
        Assert.Contains("8x4", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mask_that_is_not_a_PNG_or_has_no_alpha_is_refused()
    {
        byte[] opaque =
        [
            .. Bodies.PngSignature, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 8, 0, 0, 0, 4, 8, 2, 0, 0, 0, 1, 2, 3, 4,
        ];
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

        foreach (var mask in new[] { opaque, jpeg })
        {
            var request = new EditImageRequest("p", Picture) { Mask = ImageInput.FromBytes(mask) };

            Assert.Equal("mask", (await Assert.ThrowsAsync<ImageInputException>(() => EncodeAsync(request))).Input);
        }
    }

    [Fact]
    public async Task Mask_and_markup_together_are_refused()
    {
        var request = new EditImageRequest("p", Picture)
        {
            Mask = new ImageMask(8, 4).ToMask(),
            Markup = new ImageMask(8, 4).ToMarkup(),
        };

        await Assert.ThrowsAsync<ArgumentException>(() => EncodeAsync(request));
    }

    [Fact]
    public async Task A_file_that_is_not_a_picture_is_refused_unless_its_type_is_given()
    {
        var text = "hello, world"u8.ToArray();
        var known = new EditImageRequest("p", ImageInput.FromBytes(text, "x.png", ImageMediaType.Png));

        var refused = await Assert.ThrowsAsync<ImageInputException>(
            () => EncodeAsync(new EditImageRequest("p", [Picture, ImageInput.FromBytes(text)])));
        await EncodeAsync(known);

        Assert.Equal("image[1]", refused.Input);
    }

    [Fact]
    public async Task A_missing_file_is_named_without_its_path()
    {
        var request = new EditImageRequest("p", ImageInput.FromFile("/secret/place/cat.png"));

        var refused = await Assert.ThrowsAsync<ImageInputException>(() => EncodeAsync(request));

        Assert.Equal("cat.png", refused.Input);
    }

    [Theory]
    [InlineData("ftp://files.test/a.png")]
    [InlineData("file:///etc/passwd")]
    public void A_link_of_another_scheme_is_refused(string link)
        => Assert.Throws<ArgumentException>(() => ImageInput.FromLink(new Uri(link)));

    [Fact]
    public void ToString_of_an_input_shows_neither_path_nor_link()
    {
        Assert.Equal("ImageInput { file }", ImageInput.FromFile("/secret/cat.png").ToString());
        Assert.Equal("ImageInput { image_url }", ImageInput.FromLink(new Uri("https://h.test/a?sig=x")).ToString());
    }

    private static async Task EncodeAsync(EditImageRequest request)
        => (await RequestEncoder.EncodeAsync(request, false, Token)).Content.Dispose();
}
