using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Sprites;

/// <summary>Folds the legs of an animal under its body, so that an animal drawn on its legs lies.</summary>
internal static class FoldedLegs
{
    private const byte Visible = 90;

    // Folded legs show this share of their height: the paws.
    private const float Shown = 0.14f;

    // The belly lies between these shares of the height. Legs that are shorter show no difference.
    private const float Highest = 0.4f;
    private const float Lowest = 0.92f;

    // A row across a body is at least as wide as this share of the drawing. Legs have gaps between them.
    private const float BodyWidth = 0.46f;

    // At least this share of the rows below the belly has a gap. The feet of some drawings stand on a line.
    private const float WithGaps = 0.4f;

    /// <summary>Finds the line between body and legs, as a share of the height from the top.</summary>
    /// <returns><see langword="null"/> when the drawing shows no legs.</returns>
    public static float? FindBelly(ArtworkShape shape)
    {
        using var bitmap = shape.Render();
        var (top, bottom) = ((int)shape.Ink.Top, (int)shape.Ink.Bottom);
        var row = bottom - 1;
        var gaps = 0;
        while (row > top && Widest(bitmap, row, out var runs) < shape.Ink.Width * BodyWidth)
        {
            gaps += runs > 1 ? 1 : 0;
            row--;
        }

        var belly = (row + 1 - top) / shape.Ink.Height;

        return belly is > Highest and < Lowest && gaps > (bottom - 1 - row) * WithGaps ? belly : null;
    }

    /// <summary>Draws an artwork in its own units and box: its body higher, its legs flatter.</summary>
    public static void Draw(
        SKCanvas canvas, ArtworkShape shape, float belly, Func<SKColor, SKColor> recolour, bool asleep)
    {
        var ink = shape.Ink;
        var line = ink.Top + belly * ink.Height;
        // The legs become flatter, and everything stretches so that body and legs fill the box again.
        var whole = belly + (1 - belly) * Shown;
        var fold = ink.Top + belly / whole * ink.Height;
        Part(line, (fold - ink.Top) / (line - ink.Top), ink.Top, ink.Top);
        Part(ink.Bottom, (ink.Bottom - fold) / (ink.Bottom - line), line, fold);

        // Draws the rows from one line to another, stretched, from a place downwards.
        void Part(float to, float stretch, float from, float place)
        {
            var save = canvas.Save();
            canvas.Translate(0, place - from * stretch);
            canvas.Scale(1, stretch);
            canvas.ClipRect(new SKRect(ink.Left - 1, from, ink.Right + 1, to));
            shape.Draw(canvas, recolour, asleep);
            canvas.RestoreToCount(save);
        }
    }

    private static int Widest(SKBitmap bitmap, int row, out int runs)
    {
        var (widest, width) = (0, 0);
        runs = 0;
        for (var x = 0; x < bitmap.Width; x++)
        {
            width = bitmap.GetPixel(x, row).Alpha > Visible ? width + 1 : 0;
            runs += width == 1 ? 1 : 0;
            widest = Math.Max(widest, width);
        }

        return widest;
    }
}
