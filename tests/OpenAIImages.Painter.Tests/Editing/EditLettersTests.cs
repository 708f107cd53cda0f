using OpenAIImages.Painter.Tests.Support;
using SkiaSharp;

namespace OpenAIImages.Painter.Tests.Editing;

/// <summary>Checks that an edit writes the words that it asks for, in pictures that the painter did not make.</summary>
public sealed class EditLettersTests
{
    private const int Side = 256;
    private const string AddSign = "add a sign that says \"OPEN\"";

    private static readonly PicturePainter Painter = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AddSign, "add a sign that says \"SHUT\"")]
    [InlineData("写上“欢迎光临”", "写上“谢谢光临”")]
    [InlineData("add a mug with the text \"TEA\"", "add a mug with the text \"HOT\"")]
    [InlineData("add a banner with the text \"HELLO\", neon", "add a banner with the text \"WORLD\", neon")]
    public void An_edit_without_a_mask_writes_its_words(string words, string otherWords)
    {
        using var one = Edited(words);
        using var other = Edited(otherWords);

        Assert.NotEqual(one.Pixels, other.Pixels);
    }

    [Fact]
    public void A_sign_that_an_edit_adds_changes_a_part_of_the_picture_and_is_understood()
    {
        var edited = Painter.Edit(Edit(AddSign), Token);
        using var before = SKBitmap.Decode(Grass().Span);
        using var after = SKBitmap.Decode(edited.Bytes.Span);

        var changed = before.Pixels.Zip(after.Pixels).Count(pair => pair.First != pair.Second);
        Assert.InRange(changed / (double)(Side * Side), 0.03, 0.3);
        Assert.Contains("\"OPEN\" on sign", edited.Understood, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Words_stay_inside_the_mask_or_the_marks(bool masked)
    {
        var area = new SKRectI(100, 60, 240, 200);
        var with = Edit(AddSign);
        with = masked ? with with { Mask = Png(area, SKColors.Black, SKColors.Transparent) }
            : with with { Markup = Png(area, SKColors.Transparent, SKColors.Red) };

        using var before = SKBitmap.Decode(Grass().Span);
        using var after = SKBitmap.Decode(Painter.Edit(with, Token).Bytes.Span);

        var changed = Enumerable.Range(0, Side * Side)
            .Where(place => before.GetPixel(place % Side, place / Side) != after.GetPixel(place % Side, place / Side))
            .ToList();
        Assert.True(changed.Count > area.Width * area.Height / 12);
        Assert.All(changed, place => Assert.True(area.Contains(place % Side, place / Side)));
    }

    [Fact]
    public void An_edit_writes_its_words_into_a_mask_of_our_own_picture_too()
    {
        var request = new PictureRequest("a house in a meadow") { Width = Side, Height = Side };
        var own = Painter.Paint(request, Token).Bytes;
        var mask = Png(new SKRectI(10, 120, 130, 250), SKColors.Black, SKColors.Transparent);

        var open = Painter.Edit(new PictureEdit(request.Saying(AddSign), [own]) { Mask = mask }, Token);
        var shut = Painter.Edit(
            new PictureEdit(request.Saying(AddSign.Replace("OPEN", "SHUT", StringComparison.Ordinal)), [own])
            {
                Mask = mask,
            }, Token);

        Assert.NotEqual(open.Bytes.ToArray(), shut.Bytes.ToArray());
    }

    [Fact]
    public void An_edit_names_the_letters_that_the_painter_cannot_write()
        => Assert.EndsWith(
            "letters not drawn: \u0e01", Painter.Edit(Edit("add a sign that says \"\u0e01\""), Token).Understood,
            StringComparison.Ordinal);

    [Fact]
    public void A_mask_together_with_a_markup_is_refused_by_name()
    {
        var area = new SKRectI(100, 60, 240, 200);
        var edit = Edit(AddSign) with
        {
            Mask = Png(area, SKColors.Black, SKColors.Transparent),
            Markup = Png(area, SKColors.Transparent, SKColors.Red),
        };

        var refusal = Assert.Throws<ArgumentException>(() => Painter.Edit(edit, Token));

        Assert.Equal("edit", refusal.ParamName);
        Assert.Contains("Mask", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Leave the Markup null", refusal.Message, StringComparison.Ordinal);
    }

    private static SKBitmap Edited(string words) => SKBitmap.Decode(Painter.Edit(Edit(words), Token).Bytes.Span);

    private static PictureEdit Edit(string words)
        => new(new PictureRequest(words) { Width = Side, Height = Side }, [Grass()]);

    // A picture without a note of the painter.
    private static ReadOnlyMemory<byte> Grass()
        => Png(new SKRectI(0, Side / 2, Side, Side), new SKColor(120, 180, 240), new SKColor(90, 160, 70));

    private static ReadOnlyMemory<byte> Png(SKRectI area, SKColor around, SKColor inside)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Side, Side, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.Erase(around);
        bitmap.Erase(inside, area);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);

        return png.ToArray();
    }
}
