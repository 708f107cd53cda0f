using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Filters.Styles;

/// <summary>Like a photograph: the tones of film, light that blooms, corners that darken and a fine grain.</summary>
internal static class PhotoFilter
{
    private const float Corners = 0.2f;
    private const float Bright = 175;

    // Grain does not compress: at sizes where it is invisible, it would only enlarge the file.
    private const int LargestWithGrain = 2_000;

    public static void Apply(Pixels pixels, uint seed, bool opaque)
    {
        var (width, height) = (pixels.Width, pixels.Height);
        var unit = Math.Min(width, height) / 1024f;
        using var bloom = pixels.Brightness();
        for (var pixel = 0; pixel < width * height; pixel++)
        {
            bloom[pixel] = Math.Max(0, bloom[pixel] - Bright);
        }

        bloom.Blur(Math.Max(1, (int)(14 * unit)), times: 2);
        var grain = opaque && Math.Max(width, height) <= LargestWithGrain ? 11f : 0;
        var corners = opaque ? Corners : 0;
        Parallel.For(0, height, y =>
        {
            var down = 2f * y / height - 1;
            for (var x = 0; x < width; x++)
            {
                var across = 2f * x / width - 1;
                var light = 1 - corners * MathF.Pow((across * across + down * down) / 2, 1.4f);
                var noise = grain == 0 ? 0 : (Noise.Value(x * 0.71f, y * 0.71f, seed) - 0.5f) * grain;
                Develop(pixels.Bytes.AsSpan((y * width + x) * 4, 4), light, noise, bloom[y * width + x] * 0.5f);
            }
        });
    }

    // Less colour than a picture book has, deeper shadows that turn cold, highlights that turn warm.
    private static void Develop(Span<byte> pixel, float light, float noise, float bloom)
    {
        float alpha = pixel[3];
        if (alpha == 0)
        {
            return;
        }

        var grey = 0.3f * pixel[0] + 0.59f * pixel[1] + 0.11f * pixel[2];
        var tone = grey / alpha;
        ReadOnlySpan<float> tint = [tone * 10 - 6, 0, 4 - tone * 12];
        for (var channel = 0; channel < 3; channel++)
        {
            var value = Math.Clamp((grey + (pixel[channel] - grey) * 0.82f) / alpha, 0, 1);
            value = value * value * (3 - 2 * value) * 0.62f + value * 0.38f;
            pixel[channel] = (byte)Math.Clamp(
                ((value * 248 + 4 + tint[channel] + bloom) * light + noise) * alpha / 255, 0, alpha);
        }
    }
}
