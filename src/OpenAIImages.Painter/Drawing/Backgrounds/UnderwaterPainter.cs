using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Backgrounds;

/// <summary>Shafts of light in the water, bubbles and a sandy floor.</summary>
internal static class UnderwaterPainter
{
    public static void Paint(Easel easel)
    {
        var (width, height, unit, random) = (easel.Width, easel.Height, easel.Unit, easel.Random);
        easel.FillDown(
            new SKRect(0, 0, width, height), easel.Lit(new SKColor(120, 220, 235)),
            easel.Lit(new SKColor(20, 120, 180)),
            easel.Lit(new SKColor(6, 40, 90)));
        Shafts(easel);
        var line = easel.Horizon;
        using (var floor = easel.Ridge(line, 40 * unit, easel.Hills(1.5f, easel.NextSeed())))
        {
            easel.FillDown(floor, easel.Lit(new SKColor(206, 192, 144)), easel.Lit(new SKColor(120, 112, 96)),
                line - 40 * unit, height);
        }

        Weeds(easel, line);
        using var bubble = new SKPaint
        {
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = 2 * unit,
            Color = new SKColor(230, 250, 255, 140),
        };
        for (var index = 0; index < 46; index++)
        {
            easel.Canvas.DrawCircle(random.Unit() * width, random.Unit() * height, random.Between(3, 15) * unit,
                bubble);
        }
    }

    private static void Shafts(Easel easel)
    {
        var (unit, random) = (easel.Unit, easel.Random);
        using var blur = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 18 * unit);
        using var paint = new SKPaint { IsAntialias = true, BlendMode = SKBlendMode.Screen, MaskFilter = blur };
        for (var shaft = 0; shaft < 9; shaft++)
        {
            var x = random.Unit() * easel.Width;
            using var builder = new SKPathBuilder();
            builder.MoveTo(x, -20);
            builder.LineTo(x + random.Between(30, 90) * unit, -20);
            builder.LineTo(x + random.Between(0, 220) * unit, easel.Height);
            builder.LineTo(x - random.Between(60, 260) * unit, easel.Height);
            builder.Close();
            using var path = builder.Detach();
            paint.Color = new SKColor(190, 245, 255, (byte)random.Between(14, 38));
            easel.Canvas.DrawPath(path, paint);
        }
    }

    private static void Weeds(Easel easel, float line)
    {
        var (unit, random) = (easel.Unit, easel.Random);
        for (var weed = 0; weed < 14; weed++)
        {
            var x = random.Unit() * easel.Width;
            var foot = line + random.Between(0, 60) * unit;
            var tall = random.Between(90, 260) * unit;
            var bend = random.Bell() * 40 * unit;
            using var builder = new SKPathBuilder();
            builder.MoveTo(x, foot);
            builder.CubicTo(x + bend, foot - tall * 0.35f, x - bend, foot - tall * 0.65f, x + bend * 0.6f, foot - tall);
            using var path = builder.Detach();
            using var paint = new SKPaint
            {
                IsAntialias = true,
                Style = SKPaintStyle.Stroke,
                StrokeCap = SKStrokeCap.Round,
            };
            paint.StrokeWidth = random.Between(5, 12) * unit;
            paint.Color = easel.Lit(Colours.Mix(new SKColor(24, 110, 90), new SKColor(90, 170, 80), random.Unit()))
                .Fade(0.85f);
            easel.Canvas.DrawPath(path, paint);
        }
    }
}
