using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Backgrounds;

/// <summary>A road of earth or a river that leads through a meadow to the horizon.</summary>
internal static class PathPainter
{
    /// <summary>Paints a road.</summary>
    public static void Paint(Easel easel, float top)
    {
        var earth = easel.Lit(new SKColor(206, 178, 132));
        using var path = Winding(easel, top, 0.34f);
        easel.FillDown(path, Colours.Mix(earth, easel.Palette.Haze, 0.2f), earth.Darken(0.12f), top, easel.Height);
    }

    /// <summary>Makes the outline of a winding way from the horizon to the viewer. The caller disposes of it.</summary>
    /// <param name="easel">The canvas with its scene.</param>
    /// <param name="top">The upper end of the way, in pixels.</param>
    /// <param name="wide">The width at the viewer, in short edges.</param>
    public static SKPath Winding(Easel easel, float top, float wide)
    {
        const int Steps = 48;
        var (bend, phase) = (easel.Random.Between(0.1f, 0.2f) * easel.Width, easel.Random.Between(0, 6));
        var start = easel.Width * easel.Random.Between(0.3f, 0.7f);
        using var builder = new SKPathBuilder();
        for (var step = 0; step <= 2 * Steps + 1; step++)
        {
            var left = step <= Steps;
            var depth = (left ? step : 2 * Steps + 1 - step) / (float)Steps;
            var middle = start + MathF.Sin(depth * 4.6f + phase) * bend * depth;
            var half = easel.Edge * wide * (0.02f + 0.48f * depth * depth);
            var point = new SKPoint(middle + (left ? -half : half), top + (easel.Height - top + 2) * depth);
            if (step == 0)
            {
                builder.MoveTo(point);
            }
            else
            {
                builder.LineTo(point);
            }
        }

        builder.Close();

        return builder.Detach();
    }
}
