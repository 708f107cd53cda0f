using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Backgrounds;

/// <summary>Bare ground with craters under a sky of stars: the moon, or another planet.</summary>
internal static class MoonPainter
{
    public static void Paint(Easel easel)
    {
        var moon = easel.Setting.Key == "moon";
        var sky = moon ? new SKColor(6, 8, 20) : new SKColor(38, 20, 40);
        easel.FillDown(new SKRect(0, 0, easel.Width, easel.Height), sky, moon ? sky : new SKColor(176, 104, 84));
        SkyPainter.Stars(easel, new SKRect(0, 0, easel.Width, easel.Horizon), moon ? 420 : 160);
        Earth(easel, moon);
        var near = easel.OwnColour("near", new SKColor(184, 184, 188));
        var far = easel.OwnColour("far", new SKColor(124, 124, 132));
        for (var layer = 0; layer < 3; layer++)
        {
            var line = easel.Horizon + (10 + 46 * layer) * easel.Unit;
            using var ridge = easel.Ridge(line, (34 - 8 * layer) * easel.Unit, easel.Hills(1.6f, easel.NextSeed()));
            easel.FillDown(
                ridge, Colours.Mix(far, near, layer / 2f), far.Darken(0.2f), line - 30 * easel.Unit, easel.Height);
        }

        Craters(easel, near, far);
    }

    private static void Earth(Easel easel, bool moon)
    {
        var radius = easel.Edge * (moon ? 0.09f : 0.13f);
        var centre = new SKPoint(
            easel.Width * (easel.Scene.LightFromRight ? 0.2f : 0.8f), Math.Max(radius * 1.2f, easel.Horizon * 0.34f));
        using var shader = SKShader.CreateRadialGradient(
            new SKPoint(centre.X - radius * 0.4f, centre.Y - radius * 0.4f), radius * 1.6f,
            moon ? [new SKColor(150, 214, 255), new SKColor(38, 104, 190), new SKColor(8, 20, 60)]
                : [new SKColor(255, 226, 180), new SKColor(214, 150, 100), new SKColor(90, 44, 50)],
            SKShaderTileMode.Clamp);
        using var paint = new SKPaint { IsAntialias = true, Shader = shader };
        easel.Canvas.DrawCircle(centre, radius, paint);
    }

    private static void Craters(Easel easel, SKColor near, SKColor far)
    {
        using var paint = new SKPaint { IsAntialias = true };
        var top = easel.Horizon + 90 * easel.Unit;
        for (var crater = 0; crater < 26; crater++)
        {
            var depth = (crater + 0.5f) / 26;
            var y = top + (easel.Height - top) * depth;
            var wide = easel.Edge * (0.012f + 0.07f * depth) * easel.Random.Between(0.5f, 1.3f);
            var x = easel.Random.Unit() * easel.Width;
            paint.Color = near.Lighten(0.3f).Fade(0.7f);
            easel.Canvas.DrawOval(x, y + wide * 0.08f, wide * 1.08f, wide * 0.34f, paint);
            paint.Color = far.Darken(0.35f).Fade(0.85f);
            easel.Canvas.DrawOval(x, y, wide, wide * 0.27f, paint);
        }
    }
}
