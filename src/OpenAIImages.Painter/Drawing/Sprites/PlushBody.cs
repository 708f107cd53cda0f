using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Sprites;

/// <summary>A sitting toy body for animals of which there is only a face, in the two main colours of the face.</summary>
internal static class PlushBody
{
    public const float Aspect = 0.8f;

    private const int Sample = 64;
    private static readonly SKColor PandaLimb = new(50, 50, 54);

    public static bool Wears(string drawing) => drawing is
        "panda" or "fox" or "bear" or "koala" or "lion" or "frog" or "wolf" or "polar-bear" or "hamster" or "raccoon"
        or "moose" or "unicorn" or "tiger-face" or "dragon-face";

    /// <summary>Draws body and face into a box of <see cref="Aspect"/> by 1, of the given height in pixels.</summary>
    public static void Draw(SKCanvas canvas, string drawing, ArtworkShape shape, float height, Func<SKColor, SKColor> recolour)
    {
        var (main, second) = MainColours(shape, recolour);
        var panda = drawing == "panda";
        var limb = panda ? recolour(PandaLimb) : main.Darken(0.14f);
        var belly = panda ? main : second.Lighten(0.25f);
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
        shape.Document.Draw(canvas, recolour);
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

    private static (SKColor Main, SKColor Second) MainColours(ArtworkShape shape, Func<SKColor, SKColor> recolour)
    {
        using var bitmap = new SKBitmap(Sample, Sample, SKColorType.Rgba8888, SKAlphaType.Premul);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Transparent);
            canvas.Scale(0.5f);
            shape.Document.Draw(canvas, recolour);
        }

        var common = CommonColours(bitmap.GetPixelSpan());
        var main = common.Count > 0 ? common[0] : SKColors.Gray;

        return (main, common.Find(colour => Differs(colour, main)) is { Alpha: > 0 } other ? other : main);
    }

    // The eight levels of each channel make 512 drawers; the fullest come first.
    private static List<SKColor> CommonColours(ReadOnlySpan<byte> pixels)
    {
        var drawers = new (int Count, int Red, int Green, int Blue)[512];
        for (var at = 0; at < pixels.Length; at += 4)
        {
            if (pixels[at + 3] < 250)
            {
                continue;
            }

            ref var drawer = ref drawers[pixels[at] >> 5 << 6 | pixels[at + 1] >> 5 << 3 | pixels[at + 2] >> 5];
            drawer = (drawer.Count + 1, drawer.Red + pixels[at], drawer.Green + pixels[at + 1], drawer.Blue + pixels[at + 2]);
        }

        return [.. drawers.Where(one => one.Count > 0).OrderByDescending(one => one.Count).Select(one => new SKColor(
            (byte)(one.Red / one.Count), (byte)(one.Green / one.Count), (byte)(one.Blue / one.Count)))];
    }

    private static bool Differs(SKColor one, SKColor other)
        => Math.Abs(one.Red - other.Red) + Math.Abs(one.Green - other.Green) + Math.Abs(one.Blue - other.Blue) > 120;
}
