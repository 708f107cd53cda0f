using OpenAIImages.Painter.Words;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Backgrounds;

/// <summary>Water with land around it: a lake with a far shore, or a river through a meadow.</summary>
internal static class ShorePainter
{
    private static readonly SKColor Water = new(58, 128, 172);

    public static void Paint(Easel easel)
    {
        if (easel.Scene.Place == Place.River)
        {
            LandPainter.Paint(easel);
            using var river = PathPainter.Winding(easel, easel.Horizon + 52 * easel.Unit, 1.3f);
            Fill(easel, river, easel.Horizon);

            return;
        }

        LandPainter.PaintFar(easel);
        var top = easel.Horizon + 30 * easel.Unit;
        using (var builder = new SKPathBuilder())
        {
            builder.AddRect(new SKRect(-1, top, easel.Width + 1, easel.Height + 1));
            using var lake = builder.Detach();
            Fill(easel, lake, top);
        }

        NearShore(easel, top + (easel.Height - top) * 0.66f);
    }

    private static void Fill(Easel easel, SKPath water, float top)
    {
        var reflected = easel.Palette.Sky[^1];
        var colour = easel.Lit(easel.OwnColour("water", Water));
        easel.FillDown(water, Colours.Mix(colour, reflected, 0.6f), colour.Darken(0.15f), top, easel.Height);
        easel.Canvas.Save();
        easel.Canvas.ClipPath(water, SKClipOperation.Intersect, antialias: true);
        using var paint = new SKPaint { IsAntialias = true };
        for (var wave = 0; wave < 260; wave++)
        {
            var depth = MathF.Pow(easel.Random.Unit(), 1.5f);
            paint.Color = (easel.Random.Chance(0.5f) ? easel.Palette.Sun : colour.Lighten(0.35f))
                .Fade(easel.Random.Between(0.1f, 0.4f));
            easel.Canvas.DrawOval(
                easel.Random.Unit() * easel.Width, top + (easel.Height - top) * depth,
                (8 + 70 * depth) * easel.Unit, (0.8f + 2.4f * depth) * easel.Unit, paint);
        }

        easel.Canvas.Restore();
    }

    // Grass, or the stones of a quay in a harbour.
    private static void NearShore(Easel easel, float line)
    {
        if (easel.Setting.Traits.Contains("harbour"))
        {
            var stone = easel.Lit(new SKColor(158, 152, 144));
            easel.FillDown(new SKRect(0, line, easel.Width, easel.Height), stone.Lighten(0.15f), stone.Darken(0.25f));
            using var edge = new SKPaint { Color = stone.Darken(0.45f) };
            easel.Canvas.DrawRect(0, line - 10 * easel.Unit, easel.Width, 10 * easel.Unit, edge);

            return;
        }

        using var shore = easel.Ridge(line, 26 * easel.Unit, easel.Hills(1.1f, easel.NextSeed()));
        var (near, far) = LandPainter.Grounds(easel);
        easel.FillDown(shore, easel.Far(near, 0.1f), easel.Lit(far), line, easel.Height);
        easel.Canvas.Save();
        easel.Canvas.ClipPath(shore, SKClipOperation.Intersect, antialias: true);
        GrassPainter.Cover(easel, line);
        easel.Canvas.Restore();
    }
}
