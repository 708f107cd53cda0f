using System.Text;
using OpenAIImages.Painter.Editing.Recipes;
using OpenAIImages.Painter.Formats;
using OpenAIImages.Painter.Tests.Support;
using SkiaSharp;

namespace OpenAIImages.Painter.Tests.Formats;

public sealed class NoteTests
{
    private static readonly byte[] Png =
        Painting.Paint(new PictureRequest("a cat") { Width = 16, Height = 16 }).Bytes.ToArray();

    [Fact]
    public void A_png_says_how_it_was_made()
    {
        var text = Encoding.Latin1.GetString(Png);

        Assert.Contains("tEXtSoftware\0OpenAIImages.Painter: drawn by rules", text, StringComparison.Ordinal);
        Assert.Equal(["a cat"], Recipe.Of(Png)!.Words);
    }

    [Theory]
    [InlineData(32_000, 1, true)]
    [InlineData(32_001, 1, false)]
    [InlineData(300, 100, true)]
    [InlineData(400, 100, false)]
    [InlineData(2, 101, false)]
    public void A_note_longer_than_a_prompt_may_be_is_ignored(int length, int wishes, bool ours)
    {
        var recipe = new Recipe([.. Enumerable.Repeat(new string('猫', length), wishes)], 0, false);

        var file = Noted(recipe.ToText());

        Assert.Equal(ours, Recipe.Of(file) is not null);
    }

    [Fact]
    public void A_note_that_is_too_long_to_be_ours_is_not_read()
        => Assert.Null(PngNote.Read(Noted(new string('x', 5_000)), longest: 4_000));

    [Fact]
    public void An_edit_that_makes_the_words_too_many_still_gives_a_picture()
    {
        var request = new PictureRequest(string.Concat(Enumerable.Repeat("a cat ", 4_000))) { Width = 16, Height = 16 };
        var first = Painting.Paint(request);

        var second = new PicturePainter().Edit(
            new PictureEdit(request, [first.Bytes]), TestContext.Current.CancellationToken);
        var third = new PicturePainter().Edit(
            new PictureEdit(request.Saying("make it night"), [second.Bytes]), TestContext.Current.CancellationToken);

        Assert.NotNull(Recipe.Of(first.Bytes));
        Assert.Null(Recipe.Of(second.Bytes));
        Assert.NotEmpty(third.Bytes.ToArray());
    }

    private static byte[] Noted(string text)
    {
        byte[] bare = [.. Png.AsSpan(0, 33), .. Png.AsSpan(Png.Length - 12)];
        using var file = new SKDynamicMemoryWStream();
        file.Write(bare, bare.Length);

        return PngNote.Write(file, text);
    }
}
