using CsCheck;
using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests;

public sealed class PicturePainterTests
{
    private static readonly string[] Words =
        ["cat", "三只", "on", "riding", "in", "的", "在", "上", "red", "wearing", "under", "dogs", "9", "骑", "海", "holding",
            "帽子"];

    [Theory]
    [InlineData("a cat in a meadow")]
    [InlineData("three birds over the sea, watercolor")]
    [InlineData("a castle, oil painting")]
    [InlineData("夜晚的城市，像素风格")]
    [InlineData("a horse, pencil sketch")]
    public void The_same_request_gives_the_same_bytes(string prompt)
    {
        var request = new PictureRequest(prompt) { Width = 200, Height = 150 };

        var first = Painting.Paint(request).Bytes.ToArray();
        var others = new byte[6][];
        Parallel.For(0, others.Length, index => others[index] = Painting.Paint(request).Bytes.ToArray());

        Assert.All(others, other => Assert.Equal(first, other));
    }

    [Fact]
    public void Another_variant_gives_other_bytes()
    {
        var request = new PictureRequest("a cat") { Width = 64, Height = 64 };

        Assert.NotEqual(
            Painting.Paint(request).Bytes.ToArray(), Painting.Paint(request with { Variant = 1 }).Bytes.ToArray());
    }

    [Fact]
    public void Any_prompt_can_be_painted()
    {
        var characters = Gen.OneOf(Gen.Char, Gen.Char['a', 'z'], Gen.Const(' '), Gen.Char['一', '龥']);
        var words = Gen.Int[0, Words.Length - 1].Array[1, 14].Select(many
            => string.Join(' ', many.Select(one => Words[one])));
        var text = Gen.OneOf(Gen.String[characters, 1, 40], words);

        text.Where(prompt => !string.IsNullOrWhiteSpace(prompt)).Sample(
            prompt => Painting.Paint(new PictureRequest(prompt) { Width = 24, Height = 24 }).Bytes.Length > 0,
            iter: 150, threads: 1, seed: "0000KOIPe003");
    }

    [Fact]
    public void A_picture_lists_the_understood_words()
    {
        var picture =
            Painting.Paint(new PictureRequest("three blue birds over the sea at sunset") { Width = 32, Height = 32 });

        Assert.Equal("3x blue bird; sea; sunset", picture.Understood);
    }

    [Fact]
    public void A_cancelled_request_is_not_painted()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(Paint);

        void Paint() => new PicturePainter().Paint(new PictureRequest("a cat"), source.Token);
    }

    [Fact]
    public void A_null_request_is_refused() => Assert.Throws<ArgumentNullException>(
        () => new PicturePainter().Paint(null!, TestContext.Current.CancellationToken));
}
