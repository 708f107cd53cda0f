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

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 100)]
    [InlineData(101, 100)]
    [InlineData(250, 100)]
    public void A_note_holds_the_prompt_and_the_newest_edits_that_a_reader_accepts(int words, int kept)
    {
        var recipe = new Recipe([.. Enumerable.Range(0, words).Select(number => $"edit {number}")], 3, true);

        var read = Recipe.Of(Noted(recipe.Rememberable()!.ToText()))!;

        Assert.Equal((kept, 3, true), (read.Words.Count, read.Variant, read.Transparent));
        Assert.Equal("edit 0", read.Words[0]);
        Assert.Equal(recipe.Words.TakeLast(kept - 1), read.Words.Skip(1));
    }

    [Theory]
    [InlineData(16_000, 15_000, 3)]
    [InlineData(16_000, 15_001, 2)]
    [InlineData(16_000, 16_000, 2)]
    [InlineData(31_990, 10, 2)]
    public void A_note_holds_as_many_characters_as_a_reader_accepts(int prompt, int edit, int kept)
    {
        var recipe = new Recipe(
            [new string('a', prompt), new string('b', 1_000), new string('c', edit)], 0, false);

        var remembered = recipe.Rememberable()!;

        Assert.NotNull(Recipe.Of(Noted(remembered.ToText())));
        Assert.Equal(edit, remembered.Words[^1].Length);
        Assert.Equal(kept, remembered.Words.Count);
    }

    [Fact]
    public void The_hundredth_edit_edits_a_scene_and_says_that_its_file_forgets_an_edit()
    {
        var request = new PictureRequest("make it night") { Width = 16, Height = 16 };
        var recipe = new Recipe(["a cat", .. Enumerable.Repeat("make the cat black", 99)], 0, false);

        var edited = new PicturePainter().Edit(
            new PictureEdit(request, [Noted(recipe.ToText(), Png)]), TestContext.Current.CancellationToken);

        Assert.Equal(100, Recipe.Of(edited.Bytes)!.Words.Count);
        Assert.Equal("make it night", Recipe.Of(edited.Bytes)!.Words[^1]);
        Assert.EndsWith("newest 99 edits", edited.Understood, StringComparison.Ordinal);
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
        Assert.EndsWith("its words are too long", second.Understood, StringComparison.Ordinal);
        Assert.NotEmpty(third.Bytes.ToArray());
    }

    private static byte[] Noted(string text)
    {
        return Noted(text, [.. Png.AsSpan(0, 33), .. Png.AsSpan(Png.Length - 12)]);
    }

    // The new note comes before a note that the file has already.
    private static byte[] Noted(string text, byte[] bare)
    {
        using var file = new SKDynamicMemoryWStream();
        file.Write(bare, bare.Length);

        return PngNote.Write(file, text);
    }
}
