using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Editing.Regions;

/// <summary>Arithmetic between colours multiplied by alpha and colours that are not.</summary>
internal static class StraightAlpha
{
    public static byte[] Of(Pixels pixels)
    {
        var straight = new byte[pixels.Bytes.Length];
        for (var at = 0; at < straight.Length; at += 4)
        {
            Divide(pixels.Bytes[at], pixels.Bytes[at + 1], pixels.Bytes[at + 2], pixels.Bytes[at + 3],
                straight.AsSpan(at, 4));
        }

        return straight;
    }

    /// <summary>Changes each pixel by its weight. Pixels of weight 0 keep every bit.</summary>
    public static void Blend(byte[] straight, Pixels changed, Field weights)
        => Parallel.For(0, weights.Width * weights.Height, pixel =>
    {
        var weight = weights[pixel];
        if (weight <= 0)
        {
            return;
        }

        var at = pixel * 4;
        var alpha = straight[at + 3] / 255f;

        Divide(
            Mix(straight[at] * alpha, changed.Bytes[at], weight),
            Mix(straight[at + 1] * alpha, changed.Bytes[at + 1], weight),
            Mix(straight[at + 2] * alpha, changed.Bytes[at + 2], weight),
            Mix(straight[at + 3], changed.Bytes[at + 3], weight),
            straight.AsSpan(at, 4));
    });

    /// <summary>Gives the average difference of two pictures outside a region, 0 to 255.</summary>
    public static float Difference(Pixels one, Pixels other, Region region)
    {
        var (sum, count) = (0L, 1L);
        for (var y = 0; y < one.Height; y += 3)
        {
            for (var x = 0; x < one.Width; x += 3)
            {
                if (!region.Has(x, y))
                {
                    var at = (y * one.Width + x) * 4;
                    sum += Math.Abs(one.Bytes[at] - other.Bytes[at]) +
                        Math.Abs(one.Bytes[at + 1] - other.Bytes[at + 1]) +
                        Math.Abs(one.Bytes[at + 2] - other.Bytes[at + 2]);
                    count += 3;
                }
            }
        }

        return sum / (float)count;
    }

    private static float Mix(float from, float to, float weight) => from + (to - from) * weight;

    private static void Divide(float red, float green, float blue, float alpha, Span<byte> target)
    {
        var factor = alpha > 0 ? 255 / alpha : 0;
        target[0] = (byte)Math.Clamp(red * factor + 0.5f, 0, 255);
        target[1] = (byte)Math.Clamp(green * factor + 0.5f, 0, 255);
        target[2] = (byte)Math.Clamp(blue * factor + 0.5f, 0, 255);
        target[3] = (byte)Math.Clamp(alpha + 0.5f, 0, 255);
    }
}
