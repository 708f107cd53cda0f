using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Filters.Styles;

/// <summary>Stained glass: panes of one strong colour each, light behind them, and lead between.</summary>
internal static class StainedGlassFilter
{
    private const int PanesAcross = 24;

    public static void Apply(Pixels pixels, uint seed)
    {
        var (width, height) = (pixels.Width, pixels.Height);
        var unit = Math.Min(width, height) / 1024f;
        using var contours = Contours.Find(pixels, Math.Max(1, (int)(2.5f * unit)), 60, 110);
        Kuwahara.Apply(pixels, Math.Max(2, (int)(8 * unit)));
        var panes = Cells.Cut(pixels, Math.Max(2, Math.Min(width, height) / PanesAcross), seed);
        var colours = Colours(pixels, panes);
        using var lead = Lead(panes, width, height, Math.Max(1, (int)(2.2f * unit)));
        using var soft = lead.Blurred(Math.Max(1, (int)(1.2f * unit)), times: 2);
        using var shade = lead.Blurred(Math.Max(1, (int)(7 * unit)), times: 2);
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var pixel = y * width + x;
                var (red, green, blue) = colours[panes[pixel]];
                var ripple = Noise.Fractal(x / unit / 34, y / unit / 12, seed + (uint)panes[pixel] * 7, 3) - 0.5f;
                var light = (0.98f + ripple * 0.42f) * (1.12f - shade[pixel] * 0.5f);
                var metal = Math.Clamp(Math.Max(soft[pixel] * 1.5f, contours[pixel]), 0, 1);
                var alpha = pixels.Bytes[pixel * 4 + 3];
                pixels.Bytes[pixel * 4] = Pane(red, light, metal, 30, alpha);
                pixels.Bytes[pixel * 4 + 1] = Pane(green, light, metal, 30, alpha);
                pixels.Bytes[pixel * 4 + 2] = Pane(blue, light, metal, 36, alpha);
            }
        });
    }

    private static byte Pane(float colour, float light, float metal, float lead, byte alpha)
    {
        var glass = Math.Clamp(colour * light, 0, 255);

        return (byte)Math.Clamp((glass + (lead - glass) * metal) * alpha / 255, 0, alpha);
    }

    private static (float Red, float Green, float Blue)[] Colours(Pixels pixels, int[] panes)
    {
        var sums = new long[(panes.Max() + 1) * 4];
        for (var pixel = 0; pixel < panes.Length; pixel++)
        {
            for (var channel = 0; channel < 4; channel++)
            {
                sums[panes[pixel] * 4 + channel] += pixels.Bytes[pixel * 4 + channel];
            }
        }

        var colours = new (float, float, float)[sums.Length / 4];
        for (var pane = 0; pane < colours.Length; pane++)
        {
            var alpha = Math.Max(1, sums[pane * 4 + 3]) / 255f;
            colours[pane] = Glow(sums[pane * 4] / alpha, sums[pane * 4 + 1] / alpha, sums[pane * 4 + 2] / alpha);
        }

        return colours;
    }

    // Light that comes through glass is brighter and has more colour than light that comes off paint.
    private static (float Red, float Green, float Blue) Glow(float red, float green, float blue)
    {
        var grey = 0.3f * red + 0.59f * green + 0.11f * blue;
        var brighter = 0.9f + 34 / (grey + 60);

        return (More(red), More(green), More(blue));

        float More(float value) => Math.Clamp((grey + (value - grey) * 1.55f) * brighter, 0, 255);
    }

    private static Field Lead(int[] panes, int width, int height, int reach)
    {
        var lead = new Field(width, height);
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var pane = panes[y * width + x];
                var right = panes[y * width + Math.Min(width - 1, x + reach)];
                var below = panes[Math.Min(height - 1, y + reach) * width + x];
                var left = panes[y * width + Math.Max(0, x - reach)];
                var above = panes[Math.Max(0, y - reach) * width + x];
                lead[y * width + x] = pane == right && pane == below && pane == left && pane == above ? 0 : 1;
            }
        });

        return lead;
    }
}
