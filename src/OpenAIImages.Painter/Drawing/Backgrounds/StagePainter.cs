using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Backgrounds;

/// <summary>A stage: curtains at the sides, boards, and light from above.</summary>
internal static class StagePainter
{
    public static void Paint(Easel easel)
    {
        var cloth = easel.Scene.PlaceColour is { } named ? Colours.Of(named)
            : easel.OwnColour("wall", new SKColor(122, 28, 40));
        easel.FillDown(new SKRect(0, 0, easel.Width, easel.Horizon), cloth.Darken(0.75f), cloth.Darken(0.5f));
        var boards = easel.OwnColour("floor", new SKColor(168, 112, 60));
        easel.FillDown(new SKRect(0, easel.Horizon, easel.Width, easel.Height), boards.Darken(0.35f), boards);
        Boards(easel, boards);
        foreach (var light in (ReadOnlySpan<float>)[0.28f, 0.5f, 0.72f])
        {
            Beam(easel, easel.Width * (light + easel.Random.Between(-0.04f, 0.04f)));
        }

        Curtain(easel, cloth, 0, 1);
        Curtain(easel, cloth, easel.Width, -1);
        easel.FillDown(new SKRect(0, 0, easel.Width, easel.Edge * 0.09f), cloth, cloth.Darken(0.3f));
    }

    private static void Boards(Easel easel, SKColor boards)
    {
        using var joint = new SKPaint { IsAntialias = true, StrokeWidth = 2 * easel.Unit, Color = boards.Darken(0.5f) };
        for (var line = -14; line <= 14; line++)
        {
            easel.Canvas.DrawLine(
                easel.Width / 2f + line * 70 * easel.Unit, easel.Horizon, easel.Width / 2f + line * 150 * easel.Unit,
                easel.Height, joint);
        }
    }

    private static void Beam(Easel easel, float foot)
    {
        var from = easel.Width / 2f + (foot - easel.Width / 2f) * 0.5f;
        using var builder = new SKPathBuilder();
        builder.MoveTo(from - 10 * easel.Unit, 0);
        builder.LineTo(from + 10 * easel.Unit, 0);
        builder.LineTo(foot + 150 * easel.Unit, easel.Height * 0.86f);
        builder.LineTo(foot - 150 * easel.Unit, easel.Height * 0.86f);
        builder.Close();
        using var path = builder.Detach();
        using var blur = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 10 * easel.Unit);
        using var paint = new SKPaint
        {
            IsAntialias = true,
            BlendMode = SKBlendMode.Screen,
            MaskFilter = blur,
            Color = new SKColor(255, 236, 190, 62),
        };
        easel.Canvas.DrawPath(path, paint);
    }

    private static void Curtain(Easel easel, SKColor cloth, float edge, int inwards)
    {
        const int Folds = 6;
        var wide = easel.Width * 0.16f / Folds;
        for (var fold = 0; fold < Folds; fold++)
        {
            var x = edge + inwards * fold * wide;
            using var shader = SKShader.CreateLinearGradient(
                new SKPoint(x, 0), new SKPoint(x + inwards * wide, 0),
                [cloth.Darken(0.35f), cloth.Lighten(0.12f), cloth.Darken(0.45f)], SKShaderTileMode.Clamp);
            using var paint = new SKPaint { IsAntialias = true, Shader = shader };
            var length = easel.Horizon + (0.1f - fold * 0.012f) * easel.Edge;
            easel.Canvas.DrawRect(
                new SKRect(Math.Min(x, x + inwards * wide), 0, Math.Max(x, x + inwards * wide), length), paint);
        }
    }
}
