using CsCheck;

namespace OpenAIImages.Tests.Values;

public sealed class ImageSizeTests
{
    [Fact]
    public void A_printed_size_is_parsed_again()
        => Gen.Select(Gen.Int[1, int.MaxValue], Gen.Int[1, int.MaxValue]).Sample((width, height) =>
            ImageSize.Parse(new ImageSize(width, height).ToString()) == new ImageSize(width, height));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1024")]
    [InlineData("1024x")]
    [InlineData("0x1024")]
    [InlineData("-1x5")]
    [InlineData("1024x1024x3")]
    [InlineData(" 1024x1024")]
    [InlineData("1e3x1e3")]
    [InlineData("99999999999x1")]
    [InlineData("2K")]
    public void A_text_that_is_not_a_size_is_refused(string text)
    {
        Assert.False(ImageSize.TryParse(text, out _));
        Assert.Throws<FormatException>(() => ImageSize.Parse(text));
    }

    [Fact]
    public void Auto_is_the_default_and_needs_no_advice()
    {
        Assert.Equal(ImageSize.Auto, default);
        Assert.Equal(ImageSize.Auto, ImageSize.Parse("auto"));
        Assert.Empty(ImageSize.Auto.GetAdvice());
    }

    [Theory]
    [InlineData("1024x1024", 0)]
    [InlineData("3840x2160", 0)]
    [InlineData("2160x3840", 0)]
    [InlineData("2880x2880", 0)]
    [InlineData("1024x640", 0)]
    [InlineData("1000x1000", 1)]
    [InlineData("1024x624", 1)]
    [InlineData("3856x1600", 1)]
    [InlineData("3200x1024", 1)]
    [InlineData("2896x2896", 1)]
    [InlineData("5000x1", 4)]
    public void GetAdvice_checks_the_published_rules(string size, int broken)
        => Assert.Equal(broken, ImageSize.Parse(size).GetAdvice().Count);

    [Fact]
    public void A_side_below_one_pixel_is_refused_by_name()
        => Assert.Equal("height", Assert.Throws<ArgumentOutOfRangeException>(() => new ImageSize(5, 0)).ParamName);

    [Fact]
    public void Named_sizes_have_the_text_of_the_API()
        => Assert.Equal(
            ["auto", "1024x1024", "1536x1024", "1024x1536", "1536x1536"],
            new[] { ImageSize.Auto, ImageSize.Square, ImageSize.Landscape, ImageSize.Portrait, new(1536, 1536) }
                .Select(size => size.ToString()));
}
