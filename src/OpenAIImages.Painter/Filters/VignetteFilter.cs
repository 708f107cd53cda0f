using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Filters;

/// <summary>Darkens the corners and breaks up flat areas with a grain too fine to see.</summary>
internal static class VignetteFilter
{
    private const float Corners = 0.075f;
    private const float Grain = 5f;

    // Grain does not compress: at sizes where it is invisible, it would only enlarge the file.
    private const int LargestWithGrain = 2_000;

    public static void Apply(Pixels pixels, uint seed)
    {
        var grain = Math.Max(pixels.Width, pixels.Height) > LargestWithGrain ? 0 : Grain;
        Parallel.For(0, pixels.Height, y =>
        {
            var down = (2f * y / pixels.Height) - 1;
            for (var x = 0; x < pixels.Width; x++)
            {
                var across = (2f * x / pixels.Width) - 1;
                var light = 1 - Corners * (across * across + down * down);
                var noise = grain == 0 ? 0 : (Noise.Value(x * 0.83f, y * 0.83f, seed) - 0.5f) * grain;
                var at = (y * pixels.Width + x) * 4;
                for (var channel = 0; channel < 3; channel++)
                {
                    pixels.Bytes[at + channel] = (byte)Math.Clamp(pixels.Bytes[at + channel] * light + noise, 0, 255);
                }
            }
        });
    }
}
