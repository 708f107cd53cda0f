using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Filters.Styles;

/// <summary>Oil on canvas: broad strokes whose ridges catch the light.</summary>
internal static class OilFilter
{
    public static void Apply(Pixels pixels, uint seed)
    {
        var unit = Math.Min(pixels.Width, pixels.Height) / 1024f;
        Kuwahara.Apply(pixels, Math.Max(3, (int)(9 * unit)), Math.Max(2, (int)(5 * unit)));
        var scale = 1 / Math.Max(unit, 0.05f);
        // Slow noise gives the strokes their direction.
        var turn = new SlowNoise(pixels.Width, pixels.Height, (int)(8 * unit), (x, y)
            => Noise.Value(x * scale / 140, y * scale / 140, seed) * 3);
        Parallel.For(0, pixels.Height, y =>
        {
            for (var x = 0; x < pixels.Width; x++)
            {
                var at = (y * pixels.Width + x) * 4;
                var (paintX, paintY) = (x * scale, y * scale);
                var (sine, cosine) = MathF.SinCos(turn.At(x, y));
                var along = paintX * cosine + paintY * sine;
                var across = paintY * cosine - paintX * sine;
                var ridge = Noise.Fractal(along / 26, across / 4.2f, seed + 3, 3) - 0.5f;
                for (var channel = 0; channel < 3; channel++)
                {
                    float value = pixels.Bytes[at + channel];
                    value = 128 + (value - 128) * 1.07f + ridge * 36 * (pixels.Bytes[at + 3] / 255f);
                    pixels.Bytes[at + channel] = (byte)Math.Clamp(value, 0, pixels.Bytes[at + 3]);
                }
            }
        });
    }
}
