using OpenAIImages.Painter.Tests.Support;
using SkiaSharp;

namespace OpenAIImages.Painter.Tests.Editing;

public sealed class EditTests
{
    private const int Side = 160;

    private static readonly PictureRequest Cat = new("a cat on the grass") { Width = Side, Height = Side };

    private static readonly PicturePainter Painter = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<bool> OwnAndForeign => [true, false];

    [Theory]
    [MemberData(nameof(OwnAndForeign))]
    public void A_mask_protects_its_opaque_part_to_the_last_bit_and_frees_the_rest(bool own)
    {
        var source = Source(own);

        var edited = Painter.Edit(
            new PictureEdit(Cat with { }, [source]) { Mask = Mask(40, 40, 80, 80) }, Token);
        var rabbit = Painter.Edit(
            new PictureEdit(Rabbit(), [source]) { Mask = Mask(40, 40, 80, 80) }, Token);

        using var before = Decode(source);
        using var after = Decode(rabbit.Bytes);
        Assert.Equal((Side, Side), (edited.Width, edited.Height));
        Assert.DoesNotContain(Places(), place => !Inside(place) && Differ(before, after, place));
        Assert.Contains(Places(), place => Inside(place) && Differ(before, after, place));

        static bool Inside((int X, int Y) place) => place.X is >= 40 and < 120 && place.Y is >= 40 and < 120;
    }

    [Theory]
    [MemberData(nameof(OwnAndForeign))]
    public void The_same_edit_gives_the_same_bytes(bool own)
    {
        var edit = new PictureEdit(Rabbit(), [Source(own)]) { Mask = Mask(40, 40, 80, 80) };

        Assert.Equal(Painter.Edit(edit, Token).Bytes.ToArray(), Painter.Edit(edit, Token).Bytes.ToArray());
    }

    [Theory]
    [InlineData("make it night", true)]
    [InlineData("make it night", false)]
    [InlineData("在雪地里", true)]
    [InlineData("in the snow", false)]
    [InlineData("watercolor", false)]
    public void Words_alone_change_the_whole_picture(string words, bool own)
    {
        var source = Source(own);

        var edited = Painter.Edit(new PictureEdit(Cat.Saying(words), [source]), Token);

        using var before = Decode(source);
        using var after = Decode(edited.Bytes);
        Assert.True(Places().Count(place => Differ(before, after, place)) > Side * Side / 4);
        Assert.NotEmpty(edited.Understood);
    }

    [Fact]
    public void An_edit_gives_the_requested_size_and_format()
    {
        var edited = Painter.Edit(
            new PictureEdit(
                new PictureRequest("at sunset") { Width = 96, Height = 64, Format = PictureFormat.Jpeg },
                [Source(own: true), Source(own: false)]),
            Token);

        using var picture = Decode(edited.Bytes);
        Assert.Equal((96, 64), (picture.Width, picture.Height));
        Assert.Equal([0xFF, 0xD8], edited.Bytes[..2].ToArray());
    }

    [Fact]
    public void A_source_that_is_no_picture_is_refused()
    {
        var edit = new PictureEdit(Cat, [Source(own: true), "no picture"u8.ToArray()]);

        Assert.Throws<FormatException>(() => Painter.Edit(edit, Token));
        Assert.Throws<FormatException>(() => Painter.Vary("no picture"u8.ToArray(), Cat, Token));
        Assert.Throws<ArgumentException>(() => new PictureEdit(Cat, []));
    }

    [Theory]
    [InlineData("remove the ball")]
    [InlineData("把球去掉")]
    public void An_edit_does_not_claim_to_remove_a_thing_that_it_cannot_find(string words)
    {
        var edited = Painter.Edit(new PictureEdit(Cat.Saying(words), [Source(own: false)]), Token);

        Assert.EndsWith("nothing removed: no mask says where it is", edited.Understood, StringComparison.Ordinal);
        Assert.DoesNotContain("without", edited.Understood, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("put the cat into the picture", 0)]
    [InlineData("把猫放进图里", 0)]
    [InlineData("把貓放進圖裡", 0)]
    [InlineData("put the cat beside a dog", 1)]
    public void A_thing_in_a_further_picture_is_not_drawn_a_second_time(string words, int drawn)
    {
        var edited = Painter.Edit(
            new PictureEdit(Cat.Saying(words), [Source(own: false), Source(own: true)]), Token);

        Assert.Equal(drawn, edited.Understood.Split("1x ").Length - 1);
        Assert.Contains("1 more picture", edited.Understood, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_edit_stops()
    {
        var edit = new PictureEdit(Cat, [Source(own: true)]);

        Assert.ThrowsAny<OperationCanceledException>(() => Painter.Edit(edit, new CancellationToken(canceled: true)));
    }

    [Theory]
    [MemberData(nameof(OwnAndForeign))]
    public void Variations_differ_from_their_source_and_each_other_and_are_the_same_each_time(bool own)
    {
        var source = Source(own);

        var one = Painter.Vary(source, Cat with { Variant = 1 }, Token).Bytes.ToArray();
        var two = Painter.Vary(source, Cat with { Variant = 2 }, Token).Bytes.ToArray();

        Assert.NotEqual(one, two);
        Assert.NotEqual(source.ToArray(), one);
        Assert.Equal(one, Painter.Vary(source, Cat with { Variant = 1 }, Token).Bytes.ToArray());
    }

    [Fact]
    public void A_later_preview_is_nearer_to_the_finished_picture()
    {
        var finished = Painter.Paint(Cat, Token);
        using var target = Decode(finished.Bytes);

        var distances = new[] { 0.25, 0.5, 0.75 }
            .Select(progress => Distance(target, Painter.Preview(finished, progress, Token)))
            .ToArray();

        Assert.True(distances[0] > distances[1] && distances[1] > distances[2] && distances[2] > 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => Painter.Preview(finished, 1, Token));
    }

    private static PictureRequest Rabbit() => Cat.Saying("a white rabbit");

    // A PNG of the painter carries its prompt. A JPEG carries none, so it is edited like any other picture.
    private static ReadOnlyMemory<byte> Source(bool own)
    {
        var painted = Painter.Paint(own ? Cat : Cat with { Format = PictureFormat.Jpeg }, Token);
        if (own)
        {
            return painted.Bytes;
        }

        using var bitmap = Decode(painted.Bytes);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);

        return png.ToArray();
    }

    private static ReadOnlyMemory<byte> Mask(int left, int top, int width, int height)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Side, Side, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.Erase(SKColors.Black);
        bitmap.Erase(SKColors.Transparent, new SKRectI(left, top, left + width, top + height));
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);

        return png.ToArray();
    }

    private static SKBitmap Decode(ReadOnlyMemory<byte> file) => SKBitmap.Decode(file.Span);

    private static IEnumerable<(int X, int Y)> Places()
        => Enumerable.Range(0, Side * Side).Select(index => (index % Side, index / Side));

    private static bool Differ(SKBitmap one, SKBitmap two, (int X, int Y) place)
        => one.GetPixel(place.X, place.Y) != two.GetPixel(place.X, place.Y);

    private static double Distance(SKBitmap target, Picture preview)
    {
        using var picture = Decode(preview.Bytes);

        return Places().Average(place =>
            Math.Abs(target.GetPixel(place.X, place.Y).Green - picture.GetPixel(place.X, place.Y).Green));
    }
}
