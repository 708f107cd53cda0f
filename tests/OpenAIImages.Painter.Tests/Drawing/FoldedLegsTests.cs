using OpenAIImages.Painter.Drawing.Sprites;
using OpenAIImages.Painter.Scenes;
using SkiaSharp;

namespace OpenAIImages.Painter.Tests.Drawing;

public sealed class FoldedLegsTests
{
    [Theory]
    [InlineData("horse")]
    [InlineData("cow")]
    [InlineData("dog")]
    [InlineData("elephant")]
    [InlineData("giraffe")]
    public void The_belly_of_an_animal_is_above_its_legs(string drawing)
        => Assert.InRange(ArtworkShape.Of(drawing).Belly!.Value, 0.4f, 0.92f);

    [Theory]
    [InlineData("spouting-whale")]
    [InlineData("red-apple")]
    public void Drawings_without_legs_have_no_belly(string drawing) => Assert.Null(ArtworkShape.Of(drawing).Belly);

    [Theory]
    [InlineData("horse")]
    [InlineData("cow")]
    [InlineData("giraffe")]
    public void An_animal_that_lies_rests_on_its_belly(string drawing)
        => Assert.True(InkBelow(drawing, lies: true) > InkBelow(drawing, lies: false) * 1.3);

    // The visible pixels of the lowest fifth, where a standing animal has its legs.
    private static int InkBelow(string drawing, bool lies)
    {
        const int Side = 100;
        using var bitmap = new SKBitmap(Side * 2, Side);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        SpriteMaker.DrawOn(canvas, new Figure(drawing, 0, 0, 1) { Lies = lies }, Side, colour => colour);

        return bitmap.Pixels.Skip(Side * 2 * Side * 4 / 5).Count(pixel => pixel.Alpha > 90);
    }
}
