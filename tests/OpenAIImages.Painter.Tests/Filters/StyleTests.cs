using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Tests.Support;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Tests.Filters;

public sealed class StyleTests
{
    private const string Prompt = "a red fox in a meadow";

    public static TheoryData<string> Styles => [.. Enum.GetNames<PaintStyle>()];

    [Theory]
    [MemberData(nameof(Styles))]
    public void Each_style_gives_the_same_pixels_every_time(string style)
        => Assert.Equal(
            Styled.Draw(Prompt, Named(style)).Bytes, Styled.Draw(Prompt, Named(style)).Bytes);

    [Theory]
    [MemberData(nameof(Styles))]
    public void Each_style_keeps_transparent_pixels_transparent(string style)
    {
        var pixels = Styled.Draw(Prompt, Named(style), transparent: true, badge: false);

        Assert.Equal(0, pixels.Bytes[3]);
        Assert.InRange(Styled.Share(pixels, pixel => pixel.Alpha > 200), 0.02, 0.9);
        Assert.Equal(0, Styled.Share(pixels, pixel => Math.Max(pixel.Red, Math.Max(pixel.Green, pixel.Blue))
            > pixel.Alpha));
    }

    [Fact]
    public void No_two_styles_look_alike()
    {
        var pictures = Enum.GetValues<PaintStyle>().Select(style => (style, Pixels: Styled.Draw(Prompt, style)))
            .ToList();

        var alike =
            from one in pictures
            from other in pictures
            where one.style < other.style && Styled.Distance(one.Pixels, other.Pixels) < 5
            select $"{one.style} and {other.style}";

        Assert.Empty(alike);
    }

    [Theory]
    [InlineData("Pixel", 40)]
    [InlineData("Flat", 60)]
    [InlineData("Logo", 40)]
    public void Styles_of_few_colours_have_few_colours(string style, int most)
    {
        Assert.InRange(Styled.Colours(Styled.Draw(Prompt, Named(style))), 3, most);
        Assert.True(Styled.Colours(Styled.Draw(Prompt, PaintStyle.Storybook)) > 200);
    }

    [Fact]
    public void Pixel_art_is_made_of_even_squares()
    {
        var pixels = Styled.Draw(Prompt, PaintStyle.Pixel, width: 448);

        Assert.DoesNotContain(Enumerable.Range(0, 112 * 112), square =>
            !Even(pixels, square % 112 * 4, square / 112 * 4, 4));
    }

    [Fact]
    public void A_line_icon_has_dark_lines_on_white_and_no_colours()
    {
        var pixels = Styled.Draw(Prompt, PaintStyle.LineIcon);

        Assert.InRange(Styled.Share(pixels, pixel => pixel is { Red: 255, Green: 255, Blue: 255 }), 0.7, 0.99);
        Assert.InRange(Styled.Share(pixels, pixel => pixel.Red < 60), 0.01, 0.2);
        Assert.InRange(Styled.Saturation(pixels), 0, 0.05);
    }

    [Fact]
    public void Ink_and_pencil_hardly_have_colours()
    {
        var storybook = Styled.Saturation(Styled.Draw(Prompt, PaintStyle.Storybook));

        Assert.True(Styled.Saturation(Styled.Draw(Prompt, PaintStyle.InkWash)) < storybook * 0.35);
        Assert.True(Styled.Saturation(Styled.Draw(Prompt, PaintStyle.Sketch)) < storybook * 0.1);
    }

    [Fact]
    public void Ink_leaves_the_rim_of_the_sheet_bare()
    {
        var pixels = Styled.Draw("a forest at night", PaintStyle.InkWash);

        Assert.All(new[] { 0, Styled.Side - 1 }, x => Assert.True(Styled.At(pixels, x, 0).Red > 200));
    }

    [Fact]
    public void Neon_glows_in_the_dark()
    {
        var pixels = Styled.Draw(Prompt, PaintStyle.Neon);

        Assert.InRange(Styled.Share(pixels, pixel => pixel.Red + pixel.Green + pixel.Blue < 200), 0.4, 0.98);
        Assert.InRange(Styled.Share(pixels, pixel => Math.Max(pixel.Red, Math.Max(pixel.Green, pixel.Blue)) > 240),
            0.01, 0.4);
    }

    [Fact]
    public void A_poster_has_a_border_of_paper()
    {
        var pixels = Styled.Draw(Prompt, PaintStyle.Poster);

        Assert.All(Enumerable.Range(0, Styled.Side), at => Assert.Equal((247, 238, 216), Colour(pixels, at, 1)));

        static (int, int, int) Colour(Pixels pixels, int x, int y)
            => (Styled.At(pixels, x, y).Red, Styled.At(pixels, x, y).Green, Styled.At(pixels, x, y).Blue);
    }

    [Fact]
    public void Stained_glass_has_lead_around_its_panes()
    {
        var glass = Styled.Share(Styled.Draw(Prompt, PaintStyle.StainedGlass), IsLead);

        Assert.InRange(glass, 0.08, 0.5);
        Assert.True(glass > Styled.Share(Styled.Draw(Prompt, PaintStyle.Flat), IsLead) * 3);

        static bool IsLead((byte Red, byte Green, byte Blue, byte Alpha) pixel)
            => pixel is { Red: < 70, Green: < 70, Blue: < 70 };
    }

    [Theory]
    [InlineData("LowPoly", 0.35)]
    [InlineData("Flat", 0.6)]
    public void Facets_and_flat_areas_are_even(string style, double least)
    {
        var even = Evenness(Styled.Draw(Prompt, Named(style)));

        Assert.InRange(even, least, 1);
        Assert.True(Evenness(Styled.Draw(Prompt, PaintStyle.Storybook)) < even / 2);
    }

    [Fact]
    public void Sheets_of_cut_paper_throw_shadows_on_each_other()
    {
        var cut = Styled.Draw(Prompt, PaintStyle.PaperCut);
        var flat = Styled.Draw(Prompt, PaintStyle.Flat);

        Assert.True(Styled.Colours(cut) > Styled.Colours(flat) * 2);
    }

    [Fact]
    public void A_photograph_is_less_colourful_and_darker_in_its_corners()
    {
        var photo = Styled.Draw(Prompt, PaintStyle.Photo);
        var storybook = Styled.Draw(Prompt, PaintStyle.Storybook);

        Assert.True(Styled.Saturation(photo) < Styled.Saturation(storybook));
        Assert.True(Styled.At(photo, 1, 1).Blue < Styled.At(storybook, 1, 1).Blue);
    }

    private static PaintStyle Named(string style) => Enum.Parse<PaintStyle>(style);

    private static bool Even(Pixels pixels, int left, int top, int side)
        => Enumerable.Range(0, side * side).All(at
            => Styled.At(pixels, left + at % side, top + at / side) == Styled.At(pixels, left, top));

    private static double Evenness(Pixels pixels)
        => Enumerable.Range(0, Styled.Side * (Styled.Side - 1)).Average(at
            => Styled.At(pixels, at % (Styled.Side - 1), at / (Styled.Side - 1)) ==
                Styled.At(pixels, at % (Styled.Side - 1) + 1, at / (Styled.Side - 1)) ? 1.0 : 0);
}
