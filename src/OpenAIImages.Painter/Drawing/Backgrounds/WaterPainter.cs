using OpenAIImages.Painter.Words;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Backgrounds;

/// <summary>The sea up to the horizon, and the beach in front of it.</summary>
internal static class WaterPainter
{
    public static void Paint(Easel easel)
    {
        var horizon = easel.Horizon;
        SkyPainter.Paint(easel, horizon);
        var reflected = easel.Palette.Sky[^1];
        var near = easel.Lit(easel.OwnColour("water", new SKColor(18, 74, 130)));
        var open = easel.OwnColour("water", new SKColor(70, 150, 190)).Lighten(0.1f);
        var far = Colours.Mix(easel.Lit(open), reflected, 0.35f);
        easel.FillDown(
            new SKRect(0, horizon, easel.Width, easel.Height),
            Colours.Mix(far, reflected, 0.4f), far, Colours.Mix(far, near, 0.35f), Colours.Mix(far, near, 0.7f), near);
        Waves(easel, far, near);
        if (easel.Scene.Place == Place.Beach)
        {
            Sand(easel, horizon + (easel.Height - horizon) * 0.5f);
        }
    }

    private static void Waves(Easel easel, SKColor light, SKColor dark)
    {
        var random = easel.Random;
        using var paint = new SKPaint { IsAntialias = true };
        for (var wave = 0; wave < 900; wave++)
        {
            var depth = MathF.Pow(random.Unit(), 1.7f);
            var y = easel.Horizon + 3 * easel.Unit + (easel.Height - easel.Horizon) * depth;
            var glint = random.Chance(0.45f);
            var x = glint ? easel.SunX + random.Bell() * easel.Edge * (0.07f + 0.22f * depth)
                : random.Unit() * easel.Width;
            paint.Color = glint ? easel.Palette.Sun.Fade(random.Between(0.15f, 0.66f))
                : random.Chance(0.5f) ? light.Lighten(0.35f).Fade(0.28f) : dark.Fade(0.24f);
            easel.Canvas.DrawOval(
                x, y, (6 + 80 * depth) * easel.Unit * random.Between(0.4f, 1.2f), (0.7f + 3.2f * depth) * easel.Unit,
                paint);
        }
    }

    private static void Sand(Easel easel, float line)
    {
        var unit = easel.Unit;
        var sand = easel.OwnColour("sand", new SKColor(246, 222, 170));
        using var shore = easel.Ridge(line, 20 * unit, easel.Hills(1.2f, easel.NextSeed()));
        using (var foam = new SKPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 18 * unit })
        {
            foam.Color = easel.Lit(SKColors.White).Fade(0.82f);
            easel.Canvas.DrawPath(shore, foam);
        }

        easel.FillDown(shore, easel.Lit(sand.Darken(0.1f)), easel.Lit(sand), line,
            easel.Height);
        using var grain = new SKPaint { IsAntialias = true };
        for (var index = 0; index < 2_500; index++)
        {
            grain.Color = easel.Random.Chance(0.5f) ? new SKColor(140, 104, 60, 50)
                : easel.Lit(new SKColor(255, 248, 226)).Fade(0.3f);
            easel.Canvas.DrawCircle(
                easel.Random.Unit() * easel.Width, line + 24 * unit + (easel.Height - line) * easel.Random.Unit(),
                easel.Random.Between(0.5f, 1.6f) * unit, grain);
        }
    }
}
