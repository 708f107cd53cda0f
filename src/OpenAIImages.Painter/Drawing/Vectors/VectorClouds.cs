using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Vectors;

/// <summary>Clouds and stars as shapes, for vector pictures, which cannot compute them for each pixel.</summary>
internal static class VectorClouds
{
    private const int Clouds = 4;
    private const int Stars = 90;

    public static void Paint(Easel easel)
    {
        var scene = easel.Scene;
        if (scene.Transparent || scene.Badge || easel.Look.Sheet is not null)
        {
            return;
        }

        var random = new SeededRandom(scene.Seed ^ 0xC10D);
        if (scene.Place == Place.Space)
        {
            Sparkle(easel, random, easel.Height);
        }
        else if (scene.Place is not (Place.Room or Place.Table or Place.Studio or Place.Underwater or Place.Abstract
            or Place.Anywhere or Place.Wall))
        {
            if (scene.Time == TimeOfDay.Night)
            {
                Sparkle(easel, random, easel.Horizon * 0.8f);
            }

            Float(easel, random);
        }
    }

    private static void Float(Easel easel, SeededRandom random)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = easel.Palette.CloudLit.Fade(0.82f) };
        for (var cloud = 0; cloud < Clouds; cloud++)
        {
            var x = (cloud + random.Between(0.2f, 0.8f)) / Clouds * easel.Width;
            var y = Math.Min(easel.Horizon, easel.Height) * random.Between(0.1f, 0.5f);
            var size = easel.Edge * random.Between(0.04f, 0.075f);
            using var path = new SKPathBuilder();
            path.AddOval(SKRect.Create(x - size * 1.6f, y - size * 0.4f, size * 1.7f, size * 0.8f));
            path.AddOval(SKRect.Create(x - size * 0.8f, y - size * 0.9f, size * 1.5f, size * 1.3f));
            path.AddOval(SKRect.Create(x + size * 0.1f, y - size * 0.55f, size * 1.7f, size * 0.95f));
            using var shape = path.Detach();
            easel.Canvas.DrawPath(shape, paint);
        }
    }

    private static void Sparkle(Easel easel, SeededRandom random, float bottom)
    {
        using var paint = new SKPaint { IsAntialias = true };
        for (var star = 0; star < Stars; star++)
        {
            paint.Color = new SKColor(255, 250, 226).Fade(random.Between(0.3f, 1));
            easel.Canvas.DrawCircle(random.Unit() * easel.Width, random.Unit() * bottom,
                random.Between(0.8f, 2.4f) * easel.Unit, paint);
        }
    }
}
