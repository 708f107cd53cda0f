using OpenAIImages.Painter.Rasters;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Backgrounds;

/// <summary>An old plaster wall with some bare bricks, and the pavement in front of it.</summary>
internal static class WallPainter
{
    private const float Coping = 0.2f;

    public static void Paint(Easel easel)
    {
        var unit = easel.Unit;
        var foot = easel.Horizon;
        var wall = easel.Scene.PlaceColour is { } colour ? Colours.Of(colour) : new SKColor(206, 188, 164);
        var top = easel.Height * Coping;
        SkyPainter.Paint(easel, top + 30 * unit);
        var lit = easel.Lit(wall);
        PaintPlaster(easel, new SKRect(0, top, easel.Width, foot), lit);
        Bricks(easel, top, foot, lit);
        using (var coping = new SKPaint { Color = lit.Darken(0.35f) })
        {
            easel.Canvas.DrawRect(0, top - 12 * unit, easel.Width, 22 * unit, coping);
            coping.Color = lit.Lighten(0.3f);
            easel.Canvas.DrawRect(0, top - 12 * unit, easel.Width, 6 * unit, coping);
        }

        Pavement(easel, foot);
    }

    private static void PaintPlaster(Easel easel, SKRect area, SKColor lit)
    {
        // The light falls from the same side as on everything else.
        var towards = easel.Scene.LightFromRight ? area.Right : area.Left;
        using (var shader = SKShader.CreateLinearGradient(
            new SKPoint(towards, area.Top), new SKPoint(area.Left + area.Right - towards, area.Bottom),
            [Colours.Mix(lit, easel.Palette.Sun, 0.22f), lit, lit.Darken(0.2f)], [0, 0.5f, 1], SKShaderTileMode.Clamp))
        using (var paint = new SKPaint { Shader = shader, IsDither = true })
        {
            easel.Canvas.DrawRect(area, paint);
        }

        var seed = easel.NextSeed();
        easel.Texture(area, 256, 256, (x, y) =>
        {
            var stain = Noise.Fractal(x * 6.7f, y * 6.7f, seed, 6) - 0.5f;

            return (stain > 0 ? new SKColor(255, 245, 220) : new SKColor(50, 24, 10))
                .Fade(Math.Clamp(MathF.Abs(stain) * 0.8f, 0, 0.32f));
        });
    }

    private static void Bricks(Easel easel, float top, float foot, SKColor wall)
    {
        var unit = easel.Unit;
        var (width, height) = (58 * unit, 24 * unit);
        var seed = easel.NextSeed();
        using var paint = new SKPaint { IsAntialias = true };
        for (var row = 0; row * height < foot - top; row++)
        {
            for (var column = -1; column * width < easel.Width; column++)
            {
                var x = column * width + row % 2 * width / 2;
                var y = top + 10 * unit + row * height;
                var decay = Noise.Fractal(x / (300 * unit) + 0.7f, y / (240 * unit), seed, 3);
                var showing = Math.Clamp((decay - 0.57f) * 9, 0, 1);
                var brick = Colours.Mix(wall, easel.Lit(new SKColor(150, 62, 40)), easel.Random.Between(0.35f, 0.65f));
                if (showing > 0 && y + height < foot)
                {
                    paint.Color = brick.Fade(showing * 0.8f);
                    easel.Canvas.DrawRoundRect(x + 2 * unit, y + 2 * unit, width - 4 * unit, height - 4 * unit,
                        3 * unit, 3 * unit, paint);
                }
            }
        }
    }

    private static void Pavement(Easel easel, float foot)
    {
        var stone = easel.Lit(new SKColor(160, 152, 148));
        easel.FillDown(new SKRect(0, foot, easel.Width, easel.Height), stone.Darken(0.4f), stone);
        using var joint = new SKPaint
        {
            IsAntialias = true,
            StrokeWidth = 2 * easel.Unit,
            Color = new SKColor(30, 20, 30, 80),
        };
        var depth = easel.Height - foot;
        var middle = easel.Width / 2f;
        for (var line = -24; line <= 24; line++)
        {
            easel.Canvas.DrawLine(
                middle + line * 70 * easel.Unit, foot, middle + line * 170 * easel.Unit, easel.Height, joint);
        }

        for (var line = 1; line < 5; line++)
        {
            var y = foot + depth * MathF.Pow(line / 5f, 1.5f);
            easel.Canvas.DrawLine(0, y, easel.Width, y, joint);
        }
    }
}
