using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Filters;

/// <summary>Lays snow over green areas, and makes the colours of the rest colder.</summary>
internal static class WinterFilter
{
    public static void Apply(Pixels pixels, uint seed) => Parallel.For(0, pixels.Height, y =>
    {
        var edge = Math.Min(pixels.Width, pixels.Height);
        for (var x = 0; x < pixels.Width; x++)
        {
            var at = (y * pixels.Width + x) * 4;
            float red = pixels.Bytes[at], green = pixels.Bytes[at + 1], blue = pixels.Bytes[at + 2];
            var alpha = pixels.Bytes[at + 3];
            var grey = 0.3f * red + 0.59f * green + 0.11f * blue;
            // Plants are greener than they are blue, and hardly ever much redder than green.
            var plant = Math.Clamp((green - blue - 14) / 40, 0, 1) * Math.Clamp((green * 1.04f - red + 8) / 26, 0, 1);
            var lies = 0.75f + 0.25f * Noise.Fractal(x * 14f / edge, y * 14f / edge, seed, 3);
            var snow = plant * lies;
            // The ground keeps its light and shade, so it stays recognisable under the snow.
            var bright = 176 + grey * 0.36f;
            pixels.Bytes[at] = Mix(grey * 0.25f + red * 0.75f, bright - 8, snow, alpha);
            pixels.Bytes[at + 1] = Mix(grey * 0.25f + green * 0.75f + 3, bright + 1, snow, alpha);
            pixels.Bytes[at + 2] = Mix(grey * 0.25f + blue * 0.75f + 8, bright + 12, snow, alpha);
        }
    });

    private static byte Mix(float from, float to, float share, byte alpha)
        => (byte)Math.Clamp(from + (to * alpha / 255 - from) * share, 0, alpha);
}
