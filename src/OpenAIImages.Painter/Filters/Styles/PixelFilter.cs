using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Filters.Styles;

/// <summary>Pixel art: large squares of few colours, wholly opaque or wholly transparent.</summary>
internal static class PixelFilter
{
    private const int SquaresAcross = 112;
    private const int Colours = 40;

    public static void Apply(Pixels pixels)
    {
        var side = Math.Max(1, (int)MathF.Round(Math.Min(pixels.Width, pixels.Height) / (float)SquaresAcross));
        Parallel.For(0, (pixels.Height + side - 1) / side, row =>
        {
            for (var left = 0; left < pixels.Width; left += side)
            {
                Square(pixels, left, row * side, Math.Min(pixels.Width, left + side),
                    Math.Min(pixels.Height, (row + 1) * side));
            }
        });
        var groups = ColourGroups.Of([pixels], Colours);
        FlatFilter.Fill(pixels, groups.Labels(pixels), groups.Colours);
    }

    private static void Square(Pixels pixels, int left, int top, int right, int bottom)
    {
        Span<int> sums = stackalloc int[4];
        sums.Clear();
        for (var y = top; y < bottom; y++)
        {
            for (var at = (y * pixels.Width + left) * 4; at < (y * pixels.Width + right) * 4; at++)
            {
                sums[at % 4] += pixels.Bytes[at];
            }
        }

        var count = (right - left) * (bottom - top);
        var solid = sums[3] / count > 127;
        ReadOnlySpan<byte> colour = solid
            ? [Level(sums[0], sums[3]), Level(sums[1], sums[3]), Level(sums[2], sums[3]), 255] : [0, 0, 0, 0];
        for (var y = top; y < bottom; y++)
        {
            for (var at = (y * pixels.Width + left) * 4; at < (y * pixels.Width + right) * 4; at++)
            {
                pixels.Bytes[at] = colour[at % 4];
            }
        }
    }

    private static byte Level(int sum, int alpha) => (byte)Math.Min(255, sum * 255L / Math.Max(1, alpha));
}
