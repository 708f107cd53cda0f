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
        var brightness = pixels.Brightness();
        var squares = Array.ConvertAll(brightness, value => value * value);
        var mean = BoxBlur.Blur(brightness, width, height, reach);
        var meanOfSquares = BoxBlur.Blur(squares, width, height, reach);
        var channels = new float[4][];
        for (var channel = 0; channel < 4; channel++)
        {
            channels[channel] = BoxBlur.Blur(Channel(pixels, channel), width, height, reach);
        }

        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var calmest = Calmest(x, y, width, height, reach, mean, meanOfSquares);
                for (var channel = 0; channel < 4; channel++)
                {
                    pixels.Bytes[(y * width + x) * 4 + channel] = (byte)channels[channel][calmest];
                }
            }
        });
    }

    private static float[] Channel(Pixels pixels, int channel)
    {
        var values = new float[pixels.Width * pixels.Height];
        for (var pixel = 0; pixel < values.Length; pixel++)
        {
            values[pixel] = pixels.Bytes[pixel * 4 + channel];
        }

        return values;
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
