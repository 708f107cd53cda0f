using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Sprites;

/// <summary>Finds the most frequent colours of an artwork.</summary>
internal static class MainColours
{
    private const int Sample = 64;

    /// <summary>Gives the commonest colour, and the commonest that differs clearly from it.</summary>
    public static (SKColor Main, SKColor Second) Of(ArtworkShape shape, Func<SKColor, SKColor> recolour)
    {
        var common = Common(shape, recolour, 0);
        var main = common.Count > 0 ? common[0] : SKColors.Gray;

        return (main, common.Find(colour => Distance(colour, main) > 120) is { Alpha: > 0 } other ? other : main);
    }

    /// <summary>
    /// Gives the colour of the clothes: the commonest at the bottom of a portrait, except skin and black.
    /// </summary>
    public static SKColor? OfClothes(ArtworkShape shape, SKColor skin, Func<SKColor, SKColor> recolour)
    {
        var common = Common(shape, recolour, (int)((shape.Ink.Bottom - shape.Ink.Height * 0.12f) / 2));

        var clothes = common.Find(colour => Distance(colour, skin) > 150 && Distance(colour, SKColors.Black) > 150);

        return clothes.Alpha > 0 ? clothes : null;
    }

    private static List<SKColor> Common(ArtworkShape shape, Func<SKColor, SKColor> recolour, int firstRow)
    {
        using var bitmap = new SKBitmap(Sample, Sample, SKColorType.Rgba8888, SKAlphaType.Premul);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Transparent);
            canvas.Scale(0.5f);
            shape.Document.Draw(canvas, recolour);
        }

        return Count(bitmap.GetPixelSpan()[(firstRow * Sample * 4)..]);
    }

    // Eight levels of each channel make 512 drawers (bins). The fullest come first.
    private static List<SKColor> Count(ReadOnlySpan<byte> pixels)
    {
        var drawers = new (int Count, int Red, int Green, int Blue)[512];
        for (var at = 0; at < pixels.Length; at += 4)
        {
            if (pixels[at + 3] < 250)
            {
                continue;
            }

            ref var drawer = ref drawers[pixels[at] >> 5 << 6 | pixels[at + 1] >> 5 << 3 | pixels[at + 2] >> 5];
            drawer = (drawer.Count + 1, drawer.Red + pixels[at], drawer.Green + pixels[at + 1],
                drawer.Blue + pixels[at + 2]);
        }

        return [.. drawers.Where(one => one.Count > 0).OrderByDescending(one => one.Count).Select(one => new SKColor(
            (byte)(one.Red / one.Count), (byte)(one.Green / one.Count), (byte)(one.Blue / one.Count)))];
    }

    private static int Distance(SKColor one, SKColor other)
        => Math.Abs(one.Red - other.Red) + Math.Abs(one.Green - other.Green) + Math.Abs(one.Blue - other.Blue);
}
