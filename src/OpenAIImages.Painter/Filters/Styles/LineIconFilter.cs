using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Filters.Styles;

/// <summary>A line icon: contours of one width in one dark colour, and nothing else.</summary>
internal static class LineIconFilter
{
    private const int Areas = 9;

    public static void Apply(Pixels pixels, bool opaque)
    {
        var unit = Math.Min(pixels.Width, pixels.Height) / 1024f;
        FlatFilter.Apply(pixels, Areas);
        using var lines = Contours.Find(pixels, Math.Max(1, (int)MathF.Round(4.5f * unit)), 30, 44);
        Parallel.For(0, pixels.Height, y =>
        {
            for (var pixel = y * pixels.Width; pixel < (y + 1) * pixels.Width; pixel++)
            {
                ReadOnlySpan<byte> ink = [34, 40, 58];
                var line = lines[pixel];
                for (var channel = 0; channel < 3; channel++)
                {
                    var sheet = opaque ? 255 * (1 - line) : 0;
                    pixels.Bytes[pixel * 4 + channel] = (byte)(sheet + ink[channel] * line);
                }

                pixels.Bytes[pixel * 4 + 3] = opaque ? (byte)255 : (byte)(255 * line);
            }
        });
    }
}
