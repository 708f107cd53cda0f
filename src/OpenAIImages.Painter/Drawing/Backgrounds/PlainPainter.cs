using OpenAIImages.Painter.Rasters;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Backgrounds;

/// <summary>Backgrounds without a place: a studio, the open sky, swirls of colour.</summary>
internal static class PlainPainter
{
    public static void Studio(Easel easel)
    {
        var paper = easel.Scene.PlaceColour is { } named ? Colours.Of(named)
            : Colours.OfHue(easel.Random.Between(0, 360), 0.42f, 0.83f);
        easel.FillAround(
            new SKRect(0, 0, easel.Width, easel.Height), new SKPoint(easel.Width * 0.5f, easel.Height * 0.42f),
            Math.Max(easel.Width, easel.Height) * 0.75f,
            [easel.Lit(paper.Lighten(0.55f)), easel.Lit(paper), easel.Lit(paper.Darken(0.25f))], [0, 0.6f, 1]);
    }

    public static void Sky(Easel easel) => SkyPainter.Paint(easel, easel.Height * 1.12f);

    public static void Swirls(Easel easel)
    {
        var hue = easel.Random.Between(0, 360);
        if (easel.Scene.PlaceColour is { } named)
        {
            Colours.Of(named).ToHsl(out hue, out _, out _);
        }

        var colours = Enumerable.Range(0, 5)
            .Select(step => Colours.OfHue(hue + step * 26 - 30, 0.72f, 0.35f + 0.1f * step)).ToArray();
        var seed = easel.NextSeed();
        var (across, down) = (2.8f * easel.Width / easel.Edge, 2.8f * easel.Height / easel.Edge);
        easel.Texture(new SKRect(0, 0, easel.Width, easel.Height), 256, 256 * easel.Height / easel.Width, (x, y) =>
        {
            var turn = Noise.Fractal(x * across, y * down, seed, 4);
            var other = Noise.Fractal(x * across + 5.2f, y * down + 1.3f, seed, 4);
            var flow = Noise.Fractal(x * across + 3 * turn, y * down + 3 * other, seed + 1, 5);
            var step = Math.Clamp((flow - 0.2f) * 1.7f, 0, 0.999f) * 4;

            return Colours.Mix(colours[(int)step], colours[(int)step + 1], step - (int)step)
                .Lighten(Math.Clamp((turn - 0.5f) * 1.2f, 0, 0.4f));
        });
    }
}
