using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Filters;

/// <summary>
/// Smooths areas and keeps edges, as a broad brush does: each pixel takes the calmest of four neighbourhoods.
/// </summary>
internal static class Kuwahara
{
    public static void Apply(Pixels pixels, int radius)
    {
        var (width, height) = (pixels.Width, pixels.Height);
        var reach = Math.Max(1, radius / 2);
        // Large pictures have large fields: the few there are serve several times.
        var field = pixels.Brightness();
        var (mean, meanOfSquares, between) =
            (new float[field.Length], new float[field.Length], new float[field.Length]);
        BoxBlur.Blur(field, mean, between, width, height, reach);
        for (var pixel = 0; pixel < field.Length; pixel++)
        {
            field[pixel] *= field[pixel];
        }

        BoxBlur.Blur(field, meanOfSquares, between, width, height, reach);
        var calmest = new int[field.Length];
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
}
