using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Drawing.Sprites;
using SkiaSharp;

namespace OpenAIImages.Painter.Tests;

public sealed class DrawingsTests
{
    [Fact]
    public void Every_drawing_colours_some_pixels()
    {
        var empty = ArtworkBook.Names.Where(name =>
        {
            using var image = SpriteMaker.MakeFlat(name, 24, colour => colour);
            using var bitmap = SKBitmap.FromImage(image);

            return bitmap.Pixels.Count(pixel => pixel.Alpha > 100) < 20;
        });

        Assert.Empty(empty);
    }
}
