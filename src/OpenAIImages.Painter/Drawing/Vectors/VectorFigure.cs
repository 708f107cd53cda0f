using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Drawing.Sprites;
using OpenAIImages.Painter.Scenes;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Vectors;

/// <summary>One figure as vectors: its artwork in the light of the scene, and a flat shadow.</summary>
internal static class VectorFigure
{
    public static void Paint(Easel easel, Figure figure)
    {
        var canvas = easel.Canvas;
        var width = figure.Height * easel.Edge * ArtworkShape.AspectOf(figure.Drawing);
        var height = figure.Height * easel.Edge * figure.Flatness;
        var foot = new SKPoint(figure.X * easel.Edge, figure.Y * easel.Edge);
        var afloat = figure.Afloat && !figure.Airborne;
        canvas.Save();
        if (afloat)
        {
            canvas.ClipRect(new SKRect(0, 0, easel.Width, foot.Y));
            foot.Y += height * ArtworkBook.FactsOf(figure.Drawing).Draught;
        }
        else if (!figure.Airborne && !easel.Scene.Transparent && easel.Look.Shadows)
        {
            using var shadow = new SKPaint { IsAntialias = true, Color = new SKColor(16, 20, 34, 64) };
            canvas.DrawOval(foot.X, foot.Y, width * 0.44f, height * 0.035f, shadow);
        }

        if (figure.Shown < 1)
        {
            canvas.ClipRect(new SKRect(0, 0, easel.Width, foot.Y - height * (1 - figure.Shown)));
        }

        canvas.Translate(foot);
        canvas.RotateDegrees(figure.Tilt);
        canvas.Scale(figure.Flip ? -1 : 1, figure.Flatness);
        canvas.Translate(-width / 2, -figure.Height * easel.Edge);
        SpriteMaker.DrawOn(canvas, figure, figure.Height * easel.Edge, Lit(easel, figure));
        canvas.Restore();
    }

    private static Func<SKColor, SKColor> Lit(Easel easel, Figure figure)
    {
        var recolour = Recolouring.Of(figure);
        var light = Colours.Mix(SKColors.White, easel.Palette.Light, figure.Colour is null ? 0.85f : 0.4f);

        return colour => recolour(colour).In(light);
    }
}
