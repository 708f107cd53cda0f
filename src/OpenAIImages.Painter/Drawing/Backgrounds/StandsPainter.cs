using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Backgrounds;

/// <summary>The stands of a stadium with their spectators, behind the pitch.</summary>
internal static class StandsPainter
{
    public static void Paint(Easel easel)
    {
        var top = easel.Horizon - 190 * easel.Unit;
        var foot = easel.Horizon + 60 * easel.Unit;
        easel.FillDown(
            new SKRect(0, top, easel.Width, foot), easel.Lit(new SKColor(108, 116, 132)),
            easel.Lit(new SKColor(70, 78, 94)));
        using var paint = new SKPaint { IsAntialias = true };
        var step = 15 * easel.Unit;
        for (var row = 0; row * step < foot - top - step; row++)
        {
            for (var seat = 0; seat * step < easel.Width + step; seat++)
            {
                paint.Color = easel.Far(Colours.OfHue(easel.Random.Below(12) * 30, 0.6f, 0.55f), 0.25f);
                easel.Canvas.DrawCircle(
                    seat * step + row % 2 * step / 2, top + (row + 1) * step, 5.4f * easel.Unit, paint);
            }
        }

        paint.Color = easel.Lit(new SKColor(236, 238, 242));
        easel.Canvas.DrawRect(0, top - 16 * easel.Unit, easel.Width, 18 * easel.Unit, paint);
        easel.Canvas.DrawRect(0, foot - 26 * easel.Unit, easel.Width, 26 * easel.Unit, paint);
    }
}
