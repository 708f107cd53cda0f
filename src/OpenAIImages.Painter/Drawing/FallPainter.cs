using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing;

/// <summary>Rain or snow between the viewer and the scene.</summary>
internal static class FallPainter
{
    public static void Paint(Easel easel)
    {
        // Snow can lie without falling, but a picture of snow without flakes in the air looks like sand.
        if (easel.Scene.Weather == Weather.Snowfall || easel.Scene.Place == Place.Snow)
        {
            Snow(easel, easel.Scene.Weather == Weather.Snowfall ? 420 : 180);
        }
        else if (easel.Scene.Weather is Weather.Rain or Weather.Storm)
        {
            Rain(easel, easel.Scene.Weather == Weather.Storm ? 0.6f : 0.25f);
        }
    }

    private static void Snow(Easel easel, int flakes)
    {
        using var soft = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, Math.Max(0.3f, 3 * easel.Unit));
        using var paint = new SKPaint { IsAntialias = true };
        for (var flake = 0; flake < flakes; flake++)
        {
            var near = MathF.Pow(easel.Random.Unit(), 2);
            paint.Color = SKColors.White.Fade(0.86f - 0.45f * near);
            paint.MaskFilter = near > 0.5f ? soft : null;
            var (x, y) = (easel.Random.Unit(), easel.Random.Unit());
            // In a loop each flake falls the whole height, and sways back to its first position.
            x += (MathF.Sin((easel.Phase + y) * MathF.Tau) - MathF.Sin(y * MathF.Tau)) * 0.008f;
            y = (y + easel.Phase) % 1;
            easel.Canvas.DrawCircle(x * easel.Width, y * easel.Height, (1.6f + 8 * near) * easel.Unit, paint);
        }
    }

    // The slant is the distance that a drop moves sideways for each unit that it falls.
    private static void Rain(Easel easel, float slant)
    {
        using var paint = new SKPaint
        {
            IsAntialias = true,
            StrokeWidth = 1.7f * easel.Unit,
            Color = new SKColor(225, 238, 250, 120),
        };
        for (var drop = 0; drop < 520; drop++)
        {
            var x = easel.Random.Unit() * easel.Width * (1 + slant * 0.8f);
            var y = ((easel.Random.Unit() + easel.Phase * 2) % 1 * 1.1f - 0.1f) * easel.Height;
            var length = easel.Random.Between(16, 46) * easel.Unit;
            easel.Canvas.DrawLine(x, y, x - length * slant, y + length, paint);
        }
    }
}
