using OpenAIImages.Painter.Drawing;
using OpenAIImages.Painter.Drawing.Letters;
using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Tests.Support;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Tests.Drawing;

public sealed class LetterTests
{
    private static readonly SKRect Area = new(10, 20, 410, 120);

    public static TheoryData<string> Surfaces => [.. Enum.GetNames<LetteringSurface>()];

    [Theory]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz")]
    [InlineData("0123456789 !\"#$%&'()*+,-./:;<=>?@[]_{} éèüßñç €£ “”‘’ … –")]
    [InlineData("春夏秋冬欢迎光临生日快乐新年好，。！？：《》、（）")]
    [InlineData("龍馬精神書國學歡迎門車東風這裡請進")]
    public void Common_letters_can_be_written(string text) => Assert.Empty(LetterBook.Missing(text));

    [Fact]
    public void Missing_letters_are_listed() => Assert.Equal(["ع", "🙂"], LetterBook.Missing("A ع b 🙂 ع"));

    [Theory]
    [InlineData("OPEN")]
    [InlineData("A rather long sentence that wants more lines than one")]
    [InlineData("一个很长的句子，要写成好几行才放得下，不然就太小了")]
    [InlineData("Pneumonoultramicroscopicsilicovolcanoconiosis")]
    public void A_text_fills_its_area_and_stays_inside(string text)
    {
        using var path = TextBlock.Outline(text, Area);

        Assert.NotNull(path);
        Assert.InRange(path.Bounds.Left, Area.Left - 4, Area.MidX);
        Assert.InRange(path.Bounds.Right, Area.MidX, Area.Right + 4);
        Assert.InRange(path.Bounds.Top, Area.Top - 4, Area.MidY);
        Assert.InRange(path.Bounds.Bottom, Area.MidY, Area.Bottom + 8);
        Assert.True(path.Bounds.Width > Area.Width * 0.7 || path.Bounds.Height > Area.Height * 0.5);
    }

    [Fact]
    public void A_text_without_a_known_letter_has_no_outline() => Assert.Null(TextBlock.Outline("  🙂 ", Area));

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void Each_surface_shows_its_words_with_the_same_pixels_every_time(string surface)
    {
        var without = Draw(null);

        var written = Draw(surface);

        Assert.InRange(Styled.Distance(without, written), 0.02, 60);
        Assert.Equal(written.Bytes, Draw(surface).Bytes);
    }

    [Theory]
    [InlineData("Pixel")]
    [InlineData("StainedGlass")]
    [InlineData("Neon")]
    public void Words_stay_sharp_in_styles_that_would_blur_them(string style)
    {
        var named = Enum.Parse<PaintStyle>(style);

        var pixels = Draw("Card", named);

        Assert.True(StyleLook.Of(named).LettersLast);
        Assert.InRange(Styled.Share(pixels, pixel => pixel is { Red: 150, Green: 52, Blue: 62 }), 0.005, 0.3);
    }

    [Theory]
    [InlineData("blackboard", 0.1, 0.1, true)]
    [InlineData("hot-beverage", 0.2, 0.3, false)]
    public void Words_are_written_on_the_even_part_of_their_bearer(string drawing, float left, float top, bool isDark)
    {
        var (area, dark) = WritingSpot.Of(drawing);

        Assert.InRange(area.Left, left - 0.1f, left + 0.25f);
        Assert.InRange(area.Top, top - 0.1f, top + 0.4f);
        Assert.InRange(area.Width, 0.25f, 0.95f);
        Assert.Equal(isDark, dark);
    }

    private static Pixels Draw(string? surface, PaintStyle style = PaintStyle.Storybook)
    {
        var scene = Reading.Compose("a cat in a meadow", width: 256, height: 256) with
        {
            Style = style,
            Writings = surface is null ? [] : [new Writing(
                "Hello 你好", Enum.Parse<LetteringSurface>(surface), surface == "Subject" ? "cat" : null)],
        };

        return Rendering.Draw(scene, new WorkingSize(256, 256), TestContext.Current.CancellationToken);
    }
}
