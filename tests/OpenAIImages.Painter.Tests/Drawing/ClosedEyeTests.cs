using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Drawing.Sprites;
using OpenAIImages.Painter.Tests.Support;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Tests.Drawing;

public sealed class ClosedEyeTests
{
    [Theory]
    [InlineData("cat-front", 2)]
    [InlineData("fox", 2)]
    [InlineData("panda", 2)]
    [InlineData("lion", 2)]
    [InlineData("pig", 2)]
    [InlineData("boy", 2)]
    [InlineData("girl", 2)]
    [InlineData("princess", 2)]
    [InlineData("cat", 1)]
    [InlineData("dog", 1)]
    [InlineData("red-apple", 0)]
    public void The_eyes_of_a_drawing_are_found(string drawing, int least)
    {
        var shape = ArtworkShape.Of(drawing);

        var eyes = ClosedEye.Find(shape, ArtworkBook.FactsOf(drawing));

        Assert.InRange(eyes.Count, least, 2);
    }

    [Fact]
    public void Every_animal_with_fur_has_eyes_that_close()
    {
        var furry = Vocabulary.Instance.Classes.Where(one => one.Class == "animal").Select(one => one.Drawing)
            .Where(drawing => ArtworkBook.Names.Contains(drawing) && ArtworkBook.FactsOf(drawing).HasFur);

        var staring = furry.Where(
            drawing => ClosedEye.Find(ArtworkShape.Of(drawing), ArtworkBook.FactsOf(drawing)).Count == 0);

        // The eyes of these animals are lines, not dots.
        Assert.Empty(staring.Except(["badger", "mammoth", "camel", "llama"]));
    }

    [Theory]
    [InlineData("a sleeping cat", "cat", true)]
    [InlineData("a sleeping dog", "dog", true)]
    [InlineData("睡觉的狐狸", "fox", true)]
    [InlineData("a sleeping panda", "panda", true)]
    [InlineData("a running dog", "dog", false)]
    public void A_sleeping_animal_has_its_eyes_closed(string prompt, string drawing, bool isAsleep)
    {
        var scene = Reading.Compose(prompt);

        var figure = Assert.Single(scene.Figures, one => one.Drawing.StartsWith(drawing, StringComparison.Ordinal));
        Assert.Equal(isAsleep, figure.Asleep);
    }
}
