using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Filters.Styles;

/// <summary>Watercolour: wobbling edges where pigment gathers, uneven washes, white paper around.</summary>
internal static class WatercolourFilter
{
    private const float Side = 1_024;

    // To the power of the density: a table of logarithms takes a third of the time.
    private const int Levels = 1_023;

    private static readonly float[] Logarithms = [.. Enumerable.Range(0, Levels + 1)
        .Select(level => MathF.Log(Math.Max(0.001f, level / (float)Levels)))];

    public static void Apply(Pixels pixels, uint seed, bool opaque)
    {
        var (width, height) = (pixels.Width, pixels.Height);
        var unit = Math.Min(width, height) / Side;
        Kuwahara.Apply(pixels, Math.Max(2, (int)(6 * unit)), Math.Max(2, (int)(4 * unit)));
        Wobble.Apply(pixels, seed, unit, strength: 11);
        using var brightness = pixels.Brightness();
        using var around = brightness.Blurred(Math.Max(1, (int)(4 * unit)), times: 2);
        var pigment = new SlowNoise(width, height, (int)(4 * unit), (x, y)
            => Noise.Fractal(x / unit / 60, y / unit / 60, seed + 5, 4) - 0.5f);
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var pixel = y * width + x;
                var (paperX, paperY) = (x / unit, y / unit);
                var edge = Math.Clamp((around[pixel] - brightness[pixel]) / 255 * 2.2f, -0.12f, 0.5f);
                var inside = opaque ? Inside(paperX, paperY, width / unit, height / unit, seed) : 1;
                edge = edge * 1.5f + pigment.At(x, y) * 0.5f;
                Wash(pixels.Bytes.AsSpan(pixel * 4, 4), brightness[pixel] / 255, paperX, paperY, edge, inside, seed);
            }
        });
    }

    // 1 where there is paint, 0 on the bare border, which the brush left ragged.
    private static float Inside(float x, float y, float width, float height, uint seed)
    {
        var margin = Math.Min(Math.Min(x, width - x), Math.Min(y, height - y));
        if (margin > 110)
        {
            return 1;
        }

        var ragged = 22 + 38 * Noise.Fractal(x / 70, y / 70, seed + 3, 4)
            - (Noise.Fractal(x / 12, y / 12, seed + 4, 3) - 0.5f) * 22;

        return Math.Clamp((margin - ragged) / 16, 0, 1);
    }

    private static void Wash(
        Span<byte> pixel, float brightness, float x, float y, float edge, float inside, uint seed)
    {
        var grain = Noise.Fractal(x / 3.1f, y / 3.1f, seed + 9, 3) - 0.5f;
        var fibre = Noise.Value(x / 1.6f, y / 1.6f, seed + 11) - 0.5f;
        var rim = Math.Clamp(1 - MathF.Abs(inside - 0.55f) * 3, 0, 1) * 0.16f;
        var density = Math.Max(0.3f, 1 + grain * 0.3f + edge + rim);
        var alpha = pixel[3] / 255f;
        ReadOnlySpan<float> paperTint = [0.985f, 0.975f, 0.945f];
        for (var channel = 0; channel < 3; channel++)
        {
            var value = alpha > 0 ? pixel[channel] / 255f / alpha : 1;
            value = brightness + (value - brightness) * 0.97f;
            value = MathF.Exp(density * Logarithms[(int)(Math.Clamp(1 - (1 - value) * 0.88f, 0, 1) * Levels)]);
            var paper = paperTint[channel] + fibre * 0.02f + grain * 0.03f;
            var painted = paper * (1 - inside) + value * paper * inside * 1.02f;
            pixel[channel] = (byte)Math.Clamp(painted * 255 * alpha, 0, pixel[3]);
        }
    }
}
