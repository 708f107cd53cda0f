using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Backgrounds;

/// <summary>The sky: its colours, stars, clouds and the sun or the moon.</summary>
internal static class SkyPainter
{
    private static readonly SKColor Disc = new(255, 220, 104);

    private const int CloudColumns = 384;

    public static void Paint(Easel easel, float bottom, float left = 0, float right = 0)
    {
        var area = new SKRect(left, 0, right > 0 ? right : easel.Width, bottom + 1);
        var palette = easel.Palette;
        using (var shader = SKShader.CreateLinearGradient(
            default, new SKPoint(0, bottom), palette.Sky, palette.SkyStops, SKShaderTileMode.Clamp))
        using (var paint = new SKPaint { Shader = shader, IsDither = true })
        {
            easel.Canvas.DrawRect(area, paint);
        }

        if (easel.Scene.Time == TimeOfDay.Night && easel.Scene.Weather == Weather.Clear)
        {
            Stars(easel, area, 260);
        }

        Clouds(easel, area);
        if (easel.Scene.Weather == Weather.Storm)
        {
            LightningPainter.Paint(easel, area);
        }

        if (easel.Scene.Weather == Weather.Clear || easel.Scene.Time != TimeOfDay.Day)
        {
            SunOrMoon(easel, area);
        }
    }

    public static void Stars(Easel easel, SKRect area, int count)
    {
        using var paint = new SKPaint { IsAntialias = true };
        for (var star = 0; star < count; star++)
        {
            var x = area.Left + easel.Random.Unit() * area.Width;
            var y = area.Top + easel.Random.Unit() * area.Height * 0.96f;
            var bright = MathF.Pow(easel.Random.Unit(), 3);
            paint.Color = new SKColor(255, 255, (byte)easel.Random.Between(205, 255),
                (byte)easel.Random.Between(70, 255));
            easel.Canvas.DrawCircle(x, y, (bright * 2.6f + 0.6f) * easel.Unit, paint);
        }
    }

    private static void Clouds(Easel easel, SKRect area)
    {
        var seed = easel.NextSeed();
        var shift = easel.Random.Between(0, 50);
        var cover = easel.Scene switch
        {
            { Weather: Weather.Rain or Weather.Storm or Weather.Cloudy } => 0.30f,
            { Weather: Weather.Fog } => 0.7f,
            { Weather: Weather.Snowfall } => 0.40f,
            { Time: TimeOfDay.Night } => 0.62f,
            _ => LookTints.Clear(easel.Scene.Look),
        };
        var across = 3.2f * area.Width / Math.Max(area.Height, 1) * 0.55f;
        easel.Texture(area, CloudColumns, (int)(CloudColumns * area.Height / area.Width), (x, y) =>
        {
            // Nearer clouds are higher and larger.
            var nearness = 0.35f + 1.1f - y * 0.75f;
            var cloudX = (shift + (x - 0.5f) * across / nearness + 0.5f) * 1.6f;
            var cloudY = y * 5.2f * 1.3f;
            var thickness = Noise.Fractal(cloudX, cloudY, seed, 6);
            var density = Math.Clamp((thickness - cover) / 0.16f, 0, 1);
            if (density == 0 || y >= 1)
            {
                return SKColors.Transparent;
            }

            density = density * density * (3 - 2 * density);
            var towardsLight = Noise.Fractal(cloudX - 0.10f, cloudY - 0.16f, seed, 4);
            var lit = Math.Clamp(0.72f + (thickness - towardsLight) * 3.2f, 0, 1);
            var low = Math.Clamp((1 - y) * 4, 0, 1);

            return Colours.Mix(easel.Palette.CloudShade, easel.Palette.CloudLit, lit).Fade(density * low * 0.92f);
        });
    }

    private static void SunOrMoon(Easel easel, SKRect area)
    {
        var night = easel.Scene.Time == TimeOfDay.Night;
        var sun = easel.Palette.Sun;
        var centre = new SKPoint(
            area.Left + area.Width * easel.SunX / easel.Width,
            area.Height * easel.Palette.SunHeight);
        var reach = easel.Edge * 0.6f;
        var glow = SKRect.Create(centre.X - reach, centre.Y - reach, 2 * reach, 2 * reach);
        glow.Intersect(area);
        easel.FillAround(
            glow, centre, reach, [sun.Fade(night ? 0.35f : 0.78f), sun.Fade(0.24f), sun.Fade(0)],
            [0, 0.25f, 1],
            SKBlendMode.Screen);
        var wide = easel.Scene.Time == TimeOfDay.Sunset ? 72 : night ? 52 : 56;
        var radius = Math.Min(wide * easel.Unit, area.Height * 0.3f);
        using (var shader = SKShader.CreateRadialGradient(
            centre, radius, night ? [SKColors.White, sun] : [new SKColor(255, 253, 236), Colours.Mix(sun, Disc, 0.7f)],
            SKShaderTileMode.Clamp))
        using (var paint = new SKPaint { IsAntialias = true, Shader = shader })
        {
            easel.Canvas.DrawCircle(centre, radius, paint);
        }

        if (night)
        {
            using var sea = new SKPaint { IsAntialias = true, Color = new SKColor(190, 190, 175, 90) };
            easel.Canvas.DrawCircle(centre.X - radius * 0.27f, centre.Y - radius * 0.16f, radius * 0.21f, sea);
            easel.Canvas.DrawCircle(centre.X + radius * 0.3f, centre.Y + radius * 0.27f, radius * 0.29f, sea);
            easel.Canvas.DrawCircle(centre.X + radius * 0.2f, centre.Y - radius * 0.42f, radius * 0.13f, sea);
        }
    }
}
