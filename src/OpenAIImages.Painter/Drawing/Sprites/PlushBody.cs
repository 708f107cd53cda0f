using OpenAIImages.Painter.Artworks;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Sprites;

/// <summary>
/// A sitting toy body in the two main colours of the face, for animals whose artwork is only a face.
/// </summary>
internal static class PlushBody
{
    public const float Aspect = 0.8f;

    /// <summary>Draws body and face into a box of <see cref="Aspect"/> by 1, of the given height in pixels.</summary>
    public static void Draw(
        SKCanvas canvas, ArtworkFacts facts, ArtworkShape shape, float height, Func<SKColor, SKColor> recolour,
        bool asleep)
    {
        var (main, second) = MainColours.Of(shape, recolour);
        // When the limbs have their own colour, as on a panda, the belly has the colour of the body.
        var limb = facts.Limbs is { } own ? recolour(SKColor.Parse(own)) : main.Darken(0.14f);
        var belly = facts.Limbs is null ? second.Lighten(0.25f) : main;
        var save = canvas.Save();
        canvas.Scale(height / 100);
        Oval(canvas, 40, 72, 22, 25, 0, main);
        Oval(canvas, 40, 76, 14, 17, 0, belly);
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            Oval(canvas, 40 + side * 23, 68, 8, 17, side * -28, limb);
            Oval(canvas, 40 + side * 16, 91, 13, 9, side * 8, limb);
            Oval(canvas, 40 + side * 16, 92, 6, 4, side * 8, limb.Lighten(0.22f));
        }

        var scale = Math.Min(62 / shape.Ink.Width, 60 / shape.Ink.Height);
        canvas.Translate(40 - shape.Ink.MidX * scale, 0);
        canvas.Scale(scale);
        canvas.Translate(0, -shape.Ink.Top);
        shape.Draw(canvas, recolour, asleep);
        canvas.RestoreToCount(save);
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
