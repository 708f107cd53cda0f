using OpenAIImages.Painter.Rasters;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Filters;

/// <summary>Shows a picture in the light of another time of day.</summary>
internal static class LightFilter
{
    public static void Apply(Pixels pixels, TimeOfDay time)
    {
        // The light at the top and at the bottom, the colour of shadows, and the share of colour that stays.
        var (top, bottom, shadow, colour) = time switch
        {
            TimeOfDay.Night => ((0.22f, 0.28f, 0.56f), (0.30f, 0.36f, 0.62f), (3f, 6f, 22f), 0.7f),
            TimeOfDay.Sunset => ((0.80f, 0.56f, 0.72f), (1.1f, 0.76f, 0.54f), (22f, 4f, 14f), 1.05f),
            TimeOfDay.Dawn => ((0.98f, 0.88f, 0.92f), (1.06f, 0.95f, 0.84f), (16f, 10f, 12f), 0.85f),
            _ => ((1.12f, 1.14f, 1.16f), (1.16f, 1.14f, 1.06f), (6f, 6f, 6f), 1.05f),
        };
        Parallel.For(0, pixels.Height, y =>
        {
            var down = y / (float)pixels.Height;
            var light = (R: Mix(top.Item1, bottom.Item1, down), G: Mix(top.Item2, bottom.Item2, down),
                B: Mix(top.Item3, bottom.Item3, down));
            for (var at = y * pixels.Width * 4; at < (y + 1) * pixels.Width * 4; at += 4)
            {
                var alpha = pixels.Bytes[at + 3];
                var grey = Grey(pixels, at);
                pixels.Bytes[at] = Lit(pixels.Bytes[at], grey, colour, light.R, shadow.Item1, alpha);
                pixels.Bytes[at + 1] = Lit(pixels.Bytes[at + 1], grey, colour, light.G, shadow.Item2, alpha);
                pixels.Bytes[at + 2] = Lit(pixels.Bytes[at + 2], grey, colour, light.B, shadow.Item3, alpha);
            }
        });
    }

    /// <summary>Takes the sun away: less colour and a little darker.</summary>
    public static void Overcast(Pixels pixels)
    {
        for (var at = 0; at < pixels.Bytes.Length; at += 4)
        {
            var alpha = pixels.Bytes[at + 3];
            var grey = Grey(pixels, at);
            pixels.Bytes[at] = Lit(pixels.Bytes[at], grey, 0.6f, 0.78f, 8, alpha);
            pixels.Bytes[at + 1] = Lit(pixels.Bytes[at + 1], grey, 0.6f, 0.81f, 10, alpha);
            pixels.Bytes[at + 2] = Lit(pixels.Bytes[at + 2], grey, 0.6f, 0.87f, 14, alpha);
        }
    }

    private static float Grey(Pixels pixels, int at)
        => 0.3f * pixels.Bytes[at] + 0.59f * pixels.Bytes[at + 1] + 0.11f * pixels.Bytes[at + 2];

    private static byte Lit(byte value, float grey, float colour, float light, float shadow, byte alpha)
        => (byte)Math.Clamp((grey + (value - grey) * colour) * light + shadow * alpha / 255, 0, alpha);

    private static float Mix(float from, float to, float share) => from + (to - from) * share;
}
