using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Scenes;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Sprites;

/// <summary>
/// A sitting or lying toy body in the two main colours of the face, for animals whose artwork is only a face.
/// </summary>
internal static class PlushBody
{
    public const float Aspect = 0.8f;

    /// <summary>Draws body and face into a box of <see cref="Aspect"/> by 1, of the given height in pixels.</summary>
    public static void Draw(
        SKCanvas canvas, ArtworkFacts facts, ArtworkShape shape, float height, Func<SKColor, SKColor> recolour,
        bool asleep, bool lies)
    {
        var (main, second) = MainColours.Of(shape, recolour);
        // When the limbs have their own colour, as on a panda, the belly has the colour of the body.
        var limb = facts.Limbs is { } own ? recolour(SKColor.Parse(own)) : main.Darken(0.14f);
        var belly = facts.Limbs is null ? second.Lighten(0.25f) : main;
        var save = canvas.Save();
        canvas.Scale(height / 100);
        if (lies)
        {
            // The figure is drawn flatter later, so its parts are drawn higher here.
            canvas.Scale(1, 1 / Poses.LyingToy);
            Lying(canvas, main, belly, limb);
            Face(canvas, shape, new SKRect(3, 0, 55, 48), recolour, asleep);
            canvas.RestoreToCount(save);

            return;
        }

        Oval(canvas, 40, 72, 22, 25, 0, main);
        Oval(canvas, 40, 76, 14, 17, 0, belly);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            Oval(canvas, 40 + side * 23, 68, 8, 17, side * -28, limb);
            Oval(canvas, 40 + side * 16, 91, 13, 9, side * 8, limb);
            Oval(canvas, 40 + side * 16, 92, 6, 4, side * 8, limb.Lighten(0.22f));
        }

        Face(canvas, shape, new SKRect(9, 0, 71, 60), recolour, asleep);
        canvas.RestoreToCount(save);
    }

    // The toy lies on its belly and looks to the left: the body behind the face, the forepaws below the face.
    private static void Lying(SKCanvas canvas, SKColor main, SKColor belly, SKColor limb)
    {
        Oval(canvas, 51, 40, 27, 21, 0, main);
        Oval(canvas, 47, 49, 20, 11, 0, belly);
        Oval(canvas, 67, 50, 12, 11, 0, main.Darken(0.06f));
        Oval(canvas, 66, 57, 12, 5, 0, limb);
        foreach (var paw in (ReadOnlySpan<float>)[16, 38])
        {
            Oval(canvas, paw, 55, 11, 7, 0, limb);
            Oval(canvas, paw - 3, 56, 5, 3.5f, 0, limb.Lighten(0.22f));
        }
    }

    // The face is as large as fits into the box, at its upper edge and in its middle.
    private static void Face(
        SKCanvas canvas, ArtworkShape shape, SKRect box, Func<SKColor, SKColor> recolour, bool asleep)
    {
        var scale = Math.Min(box.Width / shape.Ink.Width, box.Height / shape.Ink.Height);
        canvas.Translate(box.MidX - shape.Ink.MidX * scale, box.Top);
        canvas.Scale(scale);
        canvas.Translate(0, -shape.Ink.Top);
        shape.Draw(canvas, recolour, asleep);
    }

    private static void Oval(SKCanvas canvas, float x, float y, float across, float down, float turn, SKColor colour)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = colour };
        var save = canvas.Save();
        canvas.Translate(x, y);
        canvas.RotateDegrees(turn);
        canvas.DrawOval(0, 0, across, down, paint);
        canvas.RestoreToCount(save);
    }
}
