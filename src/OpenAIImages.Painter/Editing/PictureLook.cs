using OpenAIImages.Painter.Drawing;
using OpenAIImages.Painter.Filters;
using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Editing;

/// <summary>Gives the pixels of a picture a new light, weather or style, as far as pixels allow.</summary>
internal static class PictureLook
{
    private const float LargestFiltered = 1_536;

    /// <summary>Changes the pixels in place.</summary>
    /// <param name="pixels">The picture.</param>
    /// <param name="wish">The wanted changes.</param>
    /// <param name="scene">The scene that the painter guesses from the picture.</param>
    public static void Apply(Pixels pixels, EditWish wish, Scene scene)
    {
        var winter = wish.Wanted.Place == PlaceKeys.Snow ||
            wish is { SaysWeather: true, Wanted.Weather: Weather.Snowfall };
        if (winter)
        {
            WinterFilter.Apply(pixels, (uint)scene.Seed);
        }

        if (wish.SaysTime)
        {
            LightFilter.Apply(pixels, wish.Wanted.Time);
        }

        if (winter || wish.SaysWeather)
        {
            Fall(pixels, scene with { Weather = winter ? Weather.Snowfall : wish.Wanted.Weather });
        }

        if (wish.SaysStyle && wish.Wanted.Style != PaintStyle.Storybook)
        {
            Restyle(pixels, wish.Wanted.Style, (uint)scene.Seed);
        }
    }

    /// <summary>Paints the pixels in a style, at a size that the filters can work on.</summary>
    public static void Restyle(Pixels pixels, PaintStyle style, uint seed)
    {
        var scale = Math.Min(1, LargestFiltered / Math.Max(pixels.Width, pixels.Height));
        var small = pixels.Resize(
            Math.Max(1, (int)(pixels.Width * scale)), Math.Max(1, (int)(pixels.Height * scale)));
        var opaque = small.Bytes[3] == 255 && small.Bytes[^1] == 255;
        FilterSet.Apply(small, style, seed, opaque);
        small.Resize(pixels.Width, pixels.Height).Bytes.CopyTo(pixels.Bytes, 0);
    }

    private static void Fall(Pixels pixels, Scene scene)
    {
        if (scene.Weather == Weather.Rain)
        {
            LightFilter.Overcast(pixels);
        }

        // Rain and snow fall over the whole picture, except over its transparent parts.
        pixels.DrawOver(canvas =>
        {
            using var paint = new SKPaint { BlendMode = SKBlendMode.SrcATop };
            canvas.SaveLayer(paint);
            FallPainter.Paint(new Easel(canvas, pixels.Width, pixels.Height, scene));
            canvas.Restore();
        });
    }
}
