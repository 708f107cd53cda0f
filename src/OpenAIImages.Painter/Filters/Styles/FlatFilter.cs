using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Filters.Styles;

/// <summary>Flat colour: few even areas with clean edges, as vector drawings have them.</summary>
internal static class FlatFilter
{
    /// <summary>Changes the pixels in place.</summary>
    /// <param name="pixels">The drawn picture.</param>
    /// <param name="colours">The number of colours that remain.</param>
    public static void Apply(Pixels pixels, int colours)
    {
        var unit = Math.Min(pixels.Width, pixels.Height) / 1024f;
        Kuwahara.Apply(pixels, Math.Max(2, (int)(5 * unit)));
        var groups = ColourGroups.Of([pixels], colours);
        Fill(pixels, groups.Labels(pixels), groups.Colours);
        Soften(pixels);
    }

    /// <summary>Gives each pixel the colour of its group and keeps its transparency.</summary>
    public static void Fill(Pixels pixels, byte[] labels, (byte Red, byte Green, byte Blue)[] colours)
        => Parallel.For(0, pixels.Height, y =>
    {
        for (var pixel = y * pixels.Width; pixel < (y + 1) * pixels.Width; pixel++)
        {
            var (red, green, blue) = colours[labels[pixel]];
            int alpha = pixels.Bytes[pixel * 4 + 3];
            pixels.Bytes[pixel * 4] = (byte)(red * alpha / 255);
            pixels.Bytes[pixel * 4 + 1] = (byte)(green * alpha / 255);
            pixels.Bytes[pixel * 4 + 2] = (byte)(blue * alpha / 255);
        }
    });

    /// <summary>Smooths hard edges: mixes each pixel with its four neighbours.</summary>
    public static void Soften(Pixels pixels)
    {
        var source = (byte[])pixels.Bytes.Clone();
        var (width, height) = (pixels.Width, pixels.Height);
        Parallel.For(1, Math.Max(1, height - 1), y =>
        {
            for (var at = (y * width + 1) * 4; at < (y * width + width - 1) * 4; at++)
            {
                pixels.Bytes[at] = (byte)((source[at] * 4 + source[at - 4] + source[at + 4] +
                    source[at - width * 4] + source[at + width * 4]) >> 3);
            }
        });
    }
}
