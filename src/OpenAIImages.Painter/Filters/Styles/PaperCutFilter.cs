using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Filters.Styles;

/// <summary>Paper cut: sheets of coloured paper, one on the other, each with its shadow on those below.</summary>
internal static class PaperCutFilter
{
    private const int Sheets = 14;

    public static void Apply(Pixels pixels, uint seed)
    {
        var (width, height) = (pixels.Width, pixels.Height);
        var unit = Math.Min(width, height) / 1024f;
        Kuwahara.Apply(pixels, Math.Max(3, (int)(7 * unit)));
        var groups = ColourGroups.Of([pixels], Sheets);
        var labels = groups.Labels(pixels);
        FlatFilter.Fill(pixels, labels, Array.ConvertAll(groups.Colours, Richer));
        FlatFilter.Soften(pixels);
        using var heights = Heights(pixels, labels, groups);
        using var soft = heights.Blurred(Math.Max(1, (int)(6 * unit)), times: 2);
        var shift = Math.Max(1, (int)(9 * unit));
        var rim = Math.Max(1, (int)(1.6f * unit));
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var pixel = y * width + x;
                var caster = soft[Math.Max(0, y - shift) * width + Math.Max(0, x - shift)];
                var shadow = Math.Clamp((caster - heights[pixel]) * 1.5f, 0, 0.55f);
                var above = heights[Math.Max(0, y - rim) * width + Math.Max(0, x - rim)];
                var edge = heights[pixel] - above > 0.04f ? 0.16f : 0;
                var grain = (Noise.Value(x / unit / 1.7f, y / unit / 1.7f, seed) - 0.5f) * 9 +
                    (Noise.Fractal(x / unit / 60, y / unit / 9, seed + 3, 2) - 0.5f) * 10;
                for (var at = pixel * 4; at < pixel * 4 + 3; at++)
                {
                    var alpha = pixels.Bytes[pixel * 4 + 3];
                    var value = pixels.Bytes[at] * (1 - shadow) + (alpha - pixels.Bytes[at]) * edge;
                    pixels.Bytes[at] = (byte)Math.Clamp(value + grain * alpha / 255, 0, alpha);
                }
            }
        });
    }

    // Dark sheets lie on bright ones. No sheet lies below a transparent part.
    private static Field Heights(Pixels pixels, byte[] labels, ColourGroups groups)
    {
        var order = Enumerable.Range(0, groups.Colours.Length).OrderByDescending(group => Bright(groups.Colours[group]))
            .ToList();
        var rank = Enumerable.Range(0, order.Count).Select(group => (order.IndexOf(group) + 1f) / order.Count)
            .ToArray();
        var heights = new Field(pixels.Width, pixels.Height);
        for (var pixel = 0; pixel < labels.Length; pixel++)
        {
            heights[pixel] = pixels.Bytes[pixel * 4 + 3] < 128 ? 0 : rank[labels[pixel]];
        }

        return heights;
    }

    private static float Bright((byte Red, byte Green, byte Blue) colour)
        => 0.3f * colour.Red + 0.59f * colour.Green + 0.11f * colour.Blue;

    private static (byte Red, byte Green, byte Blue) Richer((byte Red, byte Green, byte Blue) colour)
    {
        var grey = Bright(colour);

        return (More(colour.Red), More(colour.Green), More(colour.Blue));

        byte More(byte value) => (byte)Math.Clamp(grey + (value - grey) * 1.25f, 0, 255);
    }
}
