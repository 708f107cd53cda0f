using OpenAIImages.Painter.Rasters;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Sprites;

/// <summary>Makes a flat sprite look round: it lights the blurred outline as if that were a height.</summary>
internal static class VolumeShading
{
    private const float TowardsViewer = 0.55f;

    /// <summary>Shades a sprite in place.</summary>
    /// <param name="sprite">The sprite.</param>
    /// <param name="fromRight">Whether the light comes from the right.</param>
    /// <param name="sun">The colour of the light.</param>
    /// <param name="strength">1 by day, less at night.</param>
    /// <param name="fur">Whether to add the grain of fur.</param>
    /// <param name="seed">The grain.</param>
    public static void Apply(Pixels sprite, bool fromRight, SKColor sun, float strength, bool fur, uint seed)
    {
        var (width, height) = (sprite.Width, sprite.Height);
        var size = Math.Min(width, height);
        using var fine = Heights(sprite, Math.Max(1, (int)(size * 0.018f)));
        using var broad = Heights(sprite, Math.Max(1, (int)(size * 0.055f)));
        var sideways = fromRight ? 0.62f : -0.62f;
        var length = MathF.Sqrt(sideways * sideways + 0.62f * 0.62f + TowardsViewer * TowardsViewer);
        var (lightX, lightY, lightZ) = (sideways / length, -0.62f / length, TowardsViewer / length);
        Parallel.For(1, Math.Max(1, height - 1), y =>
        {
            for (var x = 1; x < width - 1; x++)
            {
                var at = y * width + x;
                if (sprite.Bytes[at * 4 + 3] == 0)
                {
                    continue;
                }

                var (fineX, fineY) = Slope(fine, at);
                var (broadX, broadY) = Slope(broad, at);
                var slopeX = (fineX * 0.015f + broadX * 0.0625f) * size;
                var slopeY = (fineY * 0.015f + broadY * 0.0625f) * size;
                var normal = 1 / MathF.Sqrt(slopeX * slopeX + slopeY * slopeY + 1);
                var facing = (-slopeX * lightX - slopeY * lightY + lightZ) * normal;
                var shade = (facing - lightZ) * strength;
                if (fur)
                {
                    var along = x / (size * 0.007f + 1) + y / (size * 0.06f + 1);
                    shade += (Noise.Fractal(along, y / (size * 0.03f + 1), seed, 3) - 0.5f) * 0.15f;
                }

                Light(sprite.Bytes.AsSpan(at * 4, 4), shade, Shine(facing) * 0.18f * strength, sun);
            }
        });
    }

    // The blurred outline, used as a height.
    private static Field Heights(Pixels sprite, int radius)
    {
        var heights = new Field(sprite.Width, sprite.Height);
        for (var pixel = 0; pixel < sprite.Width * sprite.Height; pixel++)
        {
            heights[pixel] = sprite.Bytes[pixel * 4 + 3] / 255f;
        }

        heights.Blur(radius, times: 3);

        return heights;
    }

    // How the height changes over two pixels, across and down.
    private static (float Across, float Down) Slope(Field heights, int at) => (
        heights[at + 1] - heights[at - 1], heights[at + heights.Width] - heights[at - heights.Width]);

    // To the power of 18.
    private static float Shine(float facing)
    {
        var two = MathF.Max(0, facing) * facing;
        var eight = two * two * two * two;

        return eight * eight * two;
    }

    private static void Light(Span<byte> pixel, float shade, float highlight, SKColor sun)
    {
        var alpha = pixel[3] / 255f;
        ReadOnlySpan<byte> light = [sun.Red, sun.Green, sun.Blue];
        for (var channel = 0; channel < 3; channel++)
        {
            float value = pixel[channel];
            value = shade > 0
                ? value + (light[channel] * alpha - value) * MathF.Min(0.75f, shade * 0.62f)
                : value * (1 + MathF.Max(-0.72f, shade * (channel == 2 ? 0.78f : 0.95f)));
            value += highlight * light[channel] * alpha;
            pixel[channel] = (byte)Math.Clamp(value, 0, pixel[3]);
        }
    }
}
