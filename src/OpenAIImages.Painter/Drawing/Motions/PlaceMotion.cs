using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Motions;

/// <summary>Moves the surroundings of the figures: waves, clouds, stars, or a glint where nothing else moves.</summary>
internal static class PlaceMotion
{
    private const int Clouds = 3;
    private const int Stars = 60;

    /// <summary>Draws the place at the easel's moment of the loop, from a picture of the place at rest.</summary>
    public static void Paint(Easel easel, SKImage place)
    {
        if (easel.Scene.Place is Place.Sea or Place.Beach or Place.Underwater)
        {
            Waves(easel, place, easel.Scene.Place == Place.Underwater ? 0 : easel.Horizon);
        }
        else
        {
            easel.Canvas.DrawImage(place, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        }

        if (!HasSky(easel.Scene) || easel.Scene.Badge)
        {
            return;
        }

        if (easel.Scene.Time == TimeOfDay.Night || easel.Scene.Place == Place.Space)
        {
            Twinkle(easel);
        }
        else if (easel.Scene.Weather != Weather.Rain && easel.Look.Sheet is null)
        {
            Drift(easel);
        }
    }

    /// <summary>Draws a glint that comes and goes on a figure of a scene that would stand still.</summary>
    public static void Glint(Easel easel)
    {
        if (SceneMotion.Moves(easel.Scene) || easel.Scene.Figures.Count == 0 || HasSky(easel.Scene))
        {
            return;
        }

        var figure = easel.Scene.Figures[0];
        var size = MathF.Max(0, MathF.Sin(easel.Phase * MathF.Tau)) * 0.06f * easel.Edge;
        var (x, y) = ((figure.X + figure.Height * 0.16f) * easel.Edge, (figure.Y - figure.Height * 0.78f) * easel.Edge);
        using var paint = new SKPaint { IsAntialias = true, Color = SKColors.White.Fade(0.92f) };
        Star(easel.Canvas, x, y, size, paint);
    }

    private static bool HasSky(Scene scene) => !scene.Transparent && scene.Place is not (Place.Room or Place.Table
        or Place.Studio or Place.Underwater or Place.Wall or Place.Abstract or Place.Anywhere);

    // Each strip of water slides to and fro, a little behind the one above it.
    private static void Waves(Easel easel, SKImage place, float surface)
    {
        var (strip, far) = (Math.Max(1, (int)(3 * easel.Unit)), 7 * easel.Unit);
        easel.Canvas.DrawImage(place, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        for (var y = (int)surface; y < easel.Height; y += strip)
        {
            var near = Math.Clamp((y - surface) / (easel.Height * 0.25f), 0.1f, 1);
            var shift = MathF.Sin((easel.Phase + y / (60 * easel.Unit)) * MathF.Tau) * far * near;
            var from = new SKRect(0, y, easel.Width, Math.Min(easel.Height, y + strip));
            // The strip is a little wider than the picture, so that no edge shows.
            var to = new SKRect(shift - far, from.Top, easel.Width + shift + far, from.Bottom);
            easel.Canvas.DrawImage(place, from, to, new SKSamplingOptions(SKFilterMode.Linear));
        }
    }

    // Equal clouds fly at equal distances. After a loop, each is at the first position of the next cloud.
    private static void Drift(Easel easel)
    {
        var spacing = (easel.Width + 0.6f * easel.Edge) / Clouds;
        var away = easel.Scene.LightFromRight ? -easel.Phase : easel.Phase;
        var y = Math.Min(easel.Horizon, easel.Height) * 0.3f;
        using var blur = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, Math.Max(0.5f, 11 * easel.Unit));
        using var paint = new SKPaint
        {
            IsAntialias = true,
            MaskFilter = blur,
            Color = easel.Palette.CloudLit.Fade(0.72f),
        };
        for (var cloud = 0; cloud <= Clouds; cloud++)
        {
            var x = (cloud + away) * spacing - 0.15f * easel.Edge;
            foreach (var (across, up, radius) in (ReadOnlySpan<(float, float, float)>)
                [(-0.1f, 0, 0.035f), (-0.04f, 0.02f, 0.05f), (0.03f, 0.012f, 0.045f), (0.09f, 0, 0.032f)])
            {
                easel.Canvas.DrawOval(x + across * easel.Edge, y - up * easel.Edge, radius * 1.5f * easel.Edge,
                    radius * 0.8f * easel.Edge, paint);
            }
        }
    }

    private static void Twinkle(Easel easel)
    {
        var random = new SeededRandom(easel.Scene.Seed ^ 0x57A2);
        var bottom = easel.Scene.Place == Place.Space ? easel.Height : Math.Min(easel.Horizon, easel.Height) * 0.85f;
        using var paint = new SKPaint { IsAntialias = true };
        for (var star = 0; star < Stars; star++)
        {
            var (x, y) = (random.Unit() * easel.Width, random.Unit() * bottom);
            var (size, own) = (random.Between(2, 9) * easel.Unit, random.Unit());
            var bright = 0.5f + 0.5f * MathF.Sin((easel.Phase + own) * MathF.Tau);
            paint.Color = new SKColor(255, 250, 226).Fade(bright);
            Star(easel.Canvas, x, y, size * (0.4f + 0.6f * bright), paint);
        }
    }

    private static void Star(SKCanvas canvas, float x, float y, float size, SKPaint paint)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(x, y - size);
        builder.QuadTo(x, y, x + size, y);
        builder.QuadTo(x, y, x, y + size);
        builder.QuadTo(x, y, x - size, y);
        builder.QuadTo(x, y, x, y - size);
        builder.Close();
        using var path = builder.Detach();
        canvas.DrawPath(path, paint);
    }
}
