using OpenAIImages.Painter.Scenes;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing;

/// <summary>Lightning in the sky of a storm: a bolt from the clouds to the horizon, with branches and a glow.</summary>
internal static class LightningPainter
{
    private const ulong Key = 0xB017;
    private const int Joints = 11;
    private static readonly SKColor Core = new(255, 253, 236);
    private static readonly SKColor Glow = new(206, 216, 255);

    public static void Paint(Easel easel, SKRect area)
    {
        // The bolts have their own source of chance, so the sky is the same with and without them.
        var random = new SeededRandom(easel.Scene.Seed ^ Key);
        var side = easel.Scene.LightFromRight ? 0.72f : 0.28f;
        Bolt(easel, random, area, side + random.Between(-0.1f, 0.1f), 1);
        Bolt(easel, random, area, 1 - side + random.Between(-0.12f, 0.12f), 0.6f);
    }

    private static void Bolt(Easel easel, SeededRandom random, SKRect area, float across, float strength)
    {
        using var path = new SKPathBuilder();
        var x = area.Left + across * area.Width;
        var step = area.Height * 0.94f / Joints;
        path.MoveTo(x, area.Top);
        for (var joint = 1; joint <= Joints; joint++)
        {
            x += random.Between(-1, 1) * step * 0.8f;
            var y = area.Top + joint * step;
            path.LineTo(x, y);
            if (joint is > 3 and < 9 && random.Chance(0.45f))
            {
                var aside = (random.Chance(0.5f) ? 1 : -1) * step;
                path.LineTo(x + aside * random.Between(0.7f, 1.2f), y + step * 0.8f);
                path.LineTo(x + aside * random.Between(1.1f, 1.9f), y + step * random.Between(1.3f, 2));
                path.MoveTo(x, y);
            }
        }

        using var bolt = path.Detach();
        Stroke(easel, bolt, 26 * strength, Glow.Fade(0.10f));
        Stroke(easel, bolt, 13 * strength, Glow.Fade(0.24f));
        Stroke(easel, bolt, 5 * strength, Core.Fade(0.95f));
    }

    private static void Stroke(Easel easel, SKPath path, float width, SKColor colour)
    {
        using var paint = new SKPaint
        {
            IsAntialias = true,
            IsStroke = true,
            StrokeWidth = width * easel.Unit,
            StrokeJoin = SKStrokeJoin.Round,
            StrokeCap = SKStrokeCap.Round,
            Color = colour,
        };
        easel.Canvas.DrawPath(path, paint);
    }
}
