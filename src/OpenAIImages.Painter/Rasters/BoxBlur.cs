using System.Runtime.CompilerServices;
namespace OpenAIImages.Painter.Rasters;

/// <summary>Blurs a field of numbers. Three box blurs are nearly a Gaussian blur.</summary>
internal static class BoxBlur
{
    private const int ColumnsAtOnce = 64;

    /// <summary>Blurs into a given array, which can be the field itself.</summary>
    /// <param name="field">The field.</param>
    /// <param name="target">The array for the result.</param>
    /// <param name="between">An array for intermediate results.</param>
    /// <param name="width">The width of the field.</param>
    /// <param name="height">The height of the field.</param>
    /// <param name="radius">The reach of one blur.</param>
    /// <param name="times">The number of blurs.</param>
    public static void Blur(
        float[] field, float[] target, float[] between, int width, int height, int radius, int times = 1)
    {
        var source = field;
        for (var time = 0; time < times; time++)
        {
            var from = source;
            Parallel.For(0, height, y => Row(from, between, y * width, width, radius));
            var bands = (width + ColumnsAtOnce - 1) / ColumnsAtOnce;
            Parallel.For(0, bands, band => Columns(between, target, band * ColumnsAtOnce, width, height, radius));
            source = target;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row(float[] source, float[] target, int row, int width, int radius)
    {
        var share = 1f / (2 * radius + 1);
        var sum = 0f;
        for (var offset = -radius; offset <= radius; offset++)
        {
            sum += source[row + Math.Clamp(offset, 0, width - 1)];
        }

        for (var x = 0; x < width; x++)
        {
            target[row + x] = sum * share;
            sum += source[row + Math.Min(width - 1, x + radius + 1)] - source[row + Math.Max(0, x - radius)];
        }
    }

    // Several columns at a time use whole cache lines.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns(float[] source, float[] target, int left, int width, int height, int radius)
    {
        var right = Math.Min(width, left + ColumnsAtOnce);
        var share = 1f / (2 * radius + 1);
        Span<float> sums = stackalloc float[ColumnsAtOnce];
        sums.Clear();
        for (var offset = -radius; offset <= radius; offset++)
        {
            var row = Math.Clamp(offset, 0, height - 1) * width;
            for (var x = left; x < right; x++)
            {
                sums[x - left] += source[row + x];
            }
        }

        for (var y = 0; y < height; y++)
        {
            var enters = Math.Min(height - 1, y + radius + 1) * width;
            var leaves = Math.Max(0, y - radius) * width;
            for (var x = left; x < right; x++)
            {
                target[y * width + x] = sums[x - left] * share;
                sums[x - left] += source[enters + x] - source[leaves + x];
            }
        }
    }
}
