using System.Buffers;

namespace OpenAIImages.Painter.Rasters;

/// <summary>Shifts the pixels a little along slow noise, like lines drawn by hand without a ruler.</summary>
internal static class Wobble
{
    private const float Wave = 34;

    /// <summary>Shifts in place.</summary>
    /// <param name="pixels">The picture.</param>
    /// <param name="seed">The noise.</param>
    /// <param name="unit">A thousandth of the picture, in pixels.</param>
    /// <param name="strength">The length of the shift, in units.</param>
    public static void Apply(Pixels pixels, uint seed, float unit, float strength)
    {
        var (width, height) = (pixels.Width, pixels.Height);
        var source = ArrayPool<byte>.Shared.Rent(pixels.Bytes.Length);
        pixels.Bytes.CopyTo(source, 0);
        var far = strength * unit;
        var step = (int)(4 * unit);
        var across = new SlowNoise(width, height, step, (x, y)
            => (Noise.Fractal(x / unit / Wave, y / unit / Wave, seed, 3) - 0.5f) * far);
        var down = new SlowNoise(width, height, step, (x, y)
            => (Noise.Fractal(x / unit / Wave + 40, y / unit / Wave, seed, 3) - 0.5f) * far);
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var (fromX, fromY) = ((int)(x + across.At(x, y)), (int)(y + down.At(x, y)));
                var from = Math.Clamp(fromY, 0, height - 1) * width + Math.Clamp(fromX, 0, width - 1);
                source.AsSpan(from * 4, 4).CopyTo(pixels.Bytes.AsSpan((y * width + x) * 4, 4));
            }
        });
        ArrayPool<byte>.Shared.Return(source);
    }
}
