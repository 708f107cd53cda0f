using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Filters.Styles;

/// <summary>Chinese ink wash: ink in a few strengths on rice paper, dark contours, and mist in empty parts.</summary>
internal static class InkWashFilter
{
    private const float Inks = 5;
    private const float PaleMean = 0.26f;

    public static void Apply(Pixels pixels, uint seed, bool opaque)
    {
        var (width, height) = (pixels.Width, pixels.Height);
        var unit = Math.Min(width, height) / 1024f;
        Kuwahara.Apply(pixels, Math.Max(2, (int)(7 * unit)));
        Wobble.Apply(pixels, seed, unit, strength: 14);
        using var lines = Contours.Find(pixels, Math.Max(1, (int)(2.4f * unit)), 34, 120);
        using var soft = pixels.Brightness();
        soft.Blur(Math.Max(1, (int)(3 * unit)), times: 2);
        var step = (int)(4 * unit);
        var drift = new SlowNoise(width, height, step, (x, y) => opaque
            ? Mist(x / unit, y / unit, width / unit, height / unit, seed) : 1);
        var wet = new SlowNoise(width, height, step, (x, y)
            => (Noise.Fractal(x / unit / 46, y / unit / 46, seed + 5, 4) - 0.5f) * 0.34f);
        var exposure = Exposure(pixels, soft);
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var pixel = y * width + x;
                var (paperX, paperY) = (x / unit, y / unit);
                var mist = drift.At(x, y);
                var alpha = Math.Max((byte)1, pixels.Bytes[pixel * 4 + 3]) / 255f;
                var wash = Wash(MathF.Pow(Dark(soft[pixel], alpha), exposure), wet.At(x, y));
                var stroke = lines[pixel] == 0 ? 0
                    : lines[pixel] * Math.Clamp(0.35f + Noise.Fractal(paperX / 7, paperY / 7, seed + 21, 3), 0, 1);
                var ink = (wash * 0.8f + stroke * 0.85f) * mist;
                Stain(pixels.Bytes.AsSpan(pixel * 4, 4), ink, mist, Noise.Value(paperX / 2, paperY / 9, seed + 33));
            }
        });
    }

    // A painter leaves most of the sheet pale, by night as by day.
    private static float Exposure(Pixels pixels, Field brightness)
    {
        var (sum, count) = (0.0, 1);
        for (var pixel = 0; pixel < pixels.Width * pixels.Height; pixel += 7)
        {
            if (pixels.Bytes[pixel * 4 + 3] > 128)
            {
                sum += Dark(brightness[pixel], pixels.Bytes[pixel * 4 + 3] / 255f);
                count++;
            }
        }

        return Math.Clamp(MathF.Log(PaleMean) / MathF.Log(Math.Clamp((float)(sum / count), 0.05f, 0.95f)), 1, 4);
    }

    private static float Dark(float brightness, float alpha) => Math.Clamp(1 - brightness / 255 / alpha, 0, 1);

    // Darkness comes in steps, whose borders the wet paper moves.
    private static float Wash(float dark, float wet)
    {
        var level = Math.Clamp(dark * 1.1f + wet * 0.35f, 0, 1) * Inks;
        var step = MathF.Floor(level);
        var between = Math.Clamp((level - step - 0.3f) / 0.4f, 0, 1);
        var pooled = 1 - MathF.Abs(between - 0.5f) * 2;

        return Math.Clamp((step + between) / Inks + pooled * 0.05f + wet * 0.12f, 0, 1);
    }

    // 0 at the rim of the sheet, 1 where it is painted: the painting runs out into bare paper.
    private static float Mist(float x, float y, float width, float height, uint seed)
    {
        var margin = Math.Min(Math.Min(x, width - x), Math.Min(y, height - y) * 0.8f);
        var drift = (Noise.Fractal(x / 150, y / 60, seed + 7, 4) - 0.5f) * 190;

        return Math.Clamp((margin + drift - 50) / 150, 0, 1);
    }

    private static void Stain(Span<byte> pixel, float ink, float mist, float fibre)
    {
        var alpha = pixel[3] / 255f;
        if (alpha == 0)
        {
            return;
        }

        var grey = (0.3f * pixel[0] + 0.59f * pixel[1] + 0.11f * pixel[2]) / alpha;
        // Vermilion is the one colour that such paintings keep.
        var red = Math.Clamp((pixel[0] - Math.Max(pixel[1], pixel[2])) / alpha / 110 - 0.25f, 0, 1);
        var keep = (0.1f + 0.3f * red) * mist;
        ReadOnlySpan<float> paper = [243, 237, 222];
        ReadOnlySpan<float> strength = [1.02f, 1, 0.95f];
        for (var channel = 0; channel < 3; channel++)
        {
            var bare = paper[channel] - fibre * 7;
            var value = bare * MathF.Exp(-2.6f * ink * strength[channel] * (1 - red * 0.35f));
            value += (pixel[channel] / alpha - grey) * keep;
            pixel[channel] = (byte)Math.Clamp(value * alpha, 0, pixel[3]);
        }
    }
}
