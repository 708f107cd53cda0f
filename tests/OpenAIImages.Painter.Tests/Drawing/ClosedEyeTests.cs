using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Drawing.Sprites;
using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Drawing;

public sealed class ClosedEyeTests
{
    [Theory]
    [InlineData("cat-front", 2)]
    [InlineData("fox", 2)]
    [InlineData("panda", 2)]
    [InlineData("cat", 1)]
    [InlineData("red-apple", 0)]
    public void The_eyes_of_a_drawing_are_found(string drawing, int least)
    {
        var shape = ArtworkShape.Of(drawing);

        var eyes = ClosedEye.Find(shape, ArtworkBook.FactsOf(drawing));

        Assert.InRange(eyes.Count, least, 2);
    }

    [Fact]
    public void A_sleeping_cat_has_its_eyes_closed()
    {
        var scene = Reading.Compose("a sleeping cat");

        var figure = Assert.Single(scene.Figures, one => one.Drawing == "cat");
        Assert.True(figure.Asleep);
    }
}
