using System.Runtime.CompilerServices;
namespace OpenAIImages.Painter.Rasters;

/// <summary>Fills holes smoothly from their surroundings.</summary>
/// <remarks>
/// Averages the known pixels into ever smaller pictures until no hole is left, then fills the holes from them.
/// </remarks>
internal static class PushPull
{
    /// <summary>Fills the holes in place.</summary>
    /// <param name="colours">Three numbers for each pixel.</param>
    /// <param name="holes">The pixels without a known colour.</param>
    /// <param name="width">The width, in pixels.</param>
    /// <param name="height">The height, in pixels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(float[] colours, bool[] holes, int width, int height)
    {
        if ((width == 1 && height == 1) || !holes.Contains(true))
        {
            return;
        }

        var (halfWidth, halfHeight) = ((width + 1) / 2, (height + 1) / 2);
        var half = new float[halfWidth * halfHeight * 3];
        var halfHoles = new bool[halfWidth * halfHeight];
        for (var y = 0; y < halfHeight; y++)
        {
            for (var x = 0; x < halfWidth; x++)
            {
                halfHoles[y * halfWidth + x] = !Average(colours, holes, width, height, x, y,
                    half.AsSpan((y * halfWidth + x) * 3, 3));
            }
        }

        Fill(half, halfHoles, halfWidth, halfHeight);
        for (var pixel = 0; pixel < holes.Length; pixel++)
        {
            if (holes[pixel])
            {
                Sample(half, halfWidth, halfHeight, (pixel % width + 0.5f) / 2 - 0.5f,
                    (pixel / width + 0.5f) / 2 - 0.5f, colours.AsSpan(pixel * 3, 3));
            }
        }
    }

    /// <summary>Interpolates the colour between four pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sample(float[] colours, int width, int height, float x, float y, Span<float> target)
    {
        x = Math.Clamp(x, 0, width - 1);
        y = Math.Clamp(y, 0, height - 1);
        var (left, top) = ((int)x, (int)y);
        var (right, bottom) = (Math.Min(width - 1, left + 1), Math.Min(height - 1, top + 1));
        var (across, down) = (x - left, y - top);
        for (var channel = 0; channel < 3; channel++)
        {
            var upper = colours[(top * width + left) * 3 + channel] * (1 - across) +
                colours[(top * width + right) * 3 + channel] * across;
            var lower = colours[(bottom * width + left) * 3 + channel] * (1 - across) +
                colours[(bottom * width + right) * 3 + channel] * across;
            target[channel] = upper * (1 - down) + lower * down;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Average(
        float[] colours, bool[] holes, int width, int height, int x, int y, Span<float> target)
    {
        var known = 0;
        for (var part = 0; part < 4; part++)
        {
            var (column, row) = (x * 2 + part % 2, y * 2 + part / 2);
            if (column < width && row < height && !holes[row * width + column])
            {
                known++;
                for (var channel = 0; channel < 3; channel++)
                {
                    target[channel] += colours[(row * width + column) * 3 + channel];
                }
            }
        }

        for (var channel = 0; channel < 3 && known > 0; channel++)
        {
            target[channel] /= known;
        }

        return known > 0;
    }
}
