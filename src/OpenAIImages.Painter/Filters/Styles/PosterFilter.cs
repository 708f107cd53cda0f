using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Filters.Styles;

/// <summary>A printed poster: few strong inks, dots where an ink is thin, and a border of bare paper.</summary>
internal static class PosterFilter
{
    private const int Inks = 10;

    private static readonly byte[] Paper = [247, 238, 216];
    private static readonly byte[] Frame = [52, 46, 60];

    public static void Apply(Pixels pixels, bool opaque)
    {
        var (width, height) = (pixels.Width, pixels.Height);
        var unit = Math.Min(width, height) / 1024f;
        using var before = pixels.Brightness();
        FlatFilter.Apply(pixels, Inks);
        using var after = pixels.Brightness();
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var pixel = y * width + x;
                var at = pixel * 4;
                var margin = Math.Min(Math.Min(x, width - 1 - x), Math.Min(y, height - 1 - y)) / unit;
                if (opaque && margin < 48)
                {
                    (margin is >= 38 and < 43 ? Frame : Paper).CopyTo(pixels.Bytes.AsSpan(at, 3));
                    continue;
                }

                var dots = Dot(x / unit, y / unit, (after[pixel] - before[pixel]) / 40);
                var alpha = pixels.Bytes[at + 3];
                for (var channel = 0; channel < 3; channel++)
                {
                    var value = Print(pixels.Bytes[at + channel], Paper[channel] * alpha / 255f, alpha);
                    pixels.Bytes[at + channel] = (byte)Math.Clamp(value * (1 - 0.28f * dots), 0, alpha);
                }
            }
        });
    }

    // Stronger contrast, and nothing whiter than the paper.
    private static float Print(byte value, float paper, byte alpha)
        => Math.Min(paper, alpha * 0.5f + (value - alpha * 0.5f) * 1.2f);

    // Dots on a turned grid; the darker the picture was than its ink, the larger they are.
    private static float Dot(float x, float y, float dark)
    {
        if (dark <= 0.1f)
        {
            return 0;
        }

        const float Pitch = 11;
        var (across, down) = ((x + y) * 0.7071f / Pitch, (y - x) * 0.7071f / Pitch);
        var (fromX, fromY) = (across - MathF.Round(across), down - MathF.Round(down));
        var radius = 0.62f * MathF.Sqrt(Math.Min(1, dark));

        return Math.Clamp((radius - MathF.Sqrt(fromX * fromX + fromY * fromY)) * Pitch * 0.8f, 0, 1);
    }
}
