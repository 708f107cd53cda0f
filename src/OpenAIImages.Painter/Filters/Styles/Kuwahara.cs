using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Filters.Styles;

/// <summary>
/// Smooths areas and keeps edges, as a broad brush does: each pixel takes the calmest of four neighbourhoods.
/// </summary>
internal static class Kuwahara
{
    /// <summary>Changes the pixels in place, once for each radius.</summary>
    public static void Apply(Pixels pixels, params ReadOnlySpan<int> radii)
    {
        // Large pictures need large fields, so the same few fields serve each radius.
        var length = pixels.Width * pixels.Height;
        var fields = new Fields(
            new float[length], new float[length], new float[length], new float[length], new int[length]);
        foreach (var radius in radii)
        {
            Apply(pixels, Math.Max(1, radius / 2), fields);
        }
    }

    private static void Apply(Pixels pixels, int reach, Fields fields)
    {
        var (width, height) = (pixels.Width, pixels.Height);
        var (field, mean, meanOfSquares, between, calmest) = fields;
        pixels.Brightness(field);
        BoxBlur.Blur(field, mean, between, width, height, reach);
        for (var pixel = 0; pixel < field.Length; pixel++)
        {
            field[pixel] *= field[pixel];
        }

        BoxBlur.Blur(field, meanOfSquares, between, width, height, reach);
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                calmest[y * width + x] = Calmest(x, y, width, height, reach, mean, meanOfSquares);
            }
        });
        for (var channel = 0; channel < 4; channel++)
        {
            var place = channel;
            for (var pixel = 0; pixel < field.Length; pixel++)
            {
                field[pixel] = pixels.Bytes[pixel * 4 + channel];
            }

            BoxBlur.Blur(field, field, between, width, height, reach);
            Parallel.For(0, height, y =>
            {
                for (var pixel = y * width; pixel < (y + 1) * width; pixel++)
                {
                    pixels.Bytes[pixel * 4 + place] = (byte)field[calmest[pixel]];
                }
            });
        }
    }

    private static int Calmest(int x, int y, int width, int height, int reach, float[] mean, float[] meanOfSquares)
    {
        var least = float.MaxValue;
        var calmest = y * width + x;
        for (var corner = 0; corner < 4; corner++)
        {
            var nearX = Math.Clamp(x + ((corner & 1) == 0 ? -reach : reach), 0, width - 1);
            var nearY = Math.Clamp(y + ((corner & 2) == 0 ? -reach : reach), 0, height - 1);
            var near = nearY * width + nearX;
            var variance = meanOfSquares[near] - mean[near] * mean[near];
            if (variance < least)
            {
                (least, calmest) = (variance, near);
            }
        }

        return calmest;
    }

    private sealed record Fields(float[] Field, float[] Mean, float[] MeanOfSquares, float[] Between, int[] Calmest);
}
