using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Filters.Styles;

/// <summary>A pencil drawing: lines where brightness changes, hatching where it is dark.</summary>
internal static class SketchFilter
{
    public static void Apply(Pixels pixels, uint seed)
    {
        var (width, height) = (pixels.Width, pixels.Height);
        var unit = Math.Min(width, height) / 1024f;
        var scale = 1 / Math.Max(unit, 0.05f);
        using var brightness = pixels.Brightness();
        using var blurred = brightness.Blurred(Math.Max(1, (int)(8 * unit)), times: 3);
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var pixel = y * width + x;
                var alpha = pixels.Bytes[pixel * 4 + 3];
                // Dodging the picture with its blurred negative leaves the lines.
                var line = Math.Min(255, brightness[pixel] * 255 / Math.Max(1, blurred[pixel]));
                var paper = Noise.Fractal(x * scale / 2.2f, y * scale / 2.2f, seed, 2);
                var dark = 1 - brightness[pixel] / 255;
                var hatch = Hatch(x * scale, y * scale, dark);
                var value = 255 - (255 - line) * (1.5f + 0.8f * paper) - hatch * 120 * (0.5f + paper)
                    - dark * 60 * (0.3f + paper);
                value = Math.Clamp(value, 20, 252) * (alpha / 255f);
                pixels.Bytes[pixel * 4] = (byte)value;
                pixels.Bytes[pixel * 4 + 1] = (byte)value;
                pixels.Bytes[pixel * 4 + 2] = (byte)(value * 0.98f);
            }
        });
    }

    // Slanted strokes from a third of darkness on, crossed from two thirds on.
    private static float Hatch(float x, float y, float dark)
    {
        var first = Stroke(x + y) * Math.Clamp((dark - 0.2f) * 2.2f, 0, 1);
        var second = Stroke(x - y) * Math.Clamp((dark - 0.5f) * 2.4f, 0, 1);

        return Math.Min(1, first + second);
    }

    private static float Stroke(float along) => MathF.Max(0, MathF.Sin(along * 0.62f));
}
