using System.Runtime.InteropServices;
using OpenAIImages.Painter.Rasters;
using SkiaSharp;

namespace OpenAIImages.Painter.Filters.Styles;

/// <summary>
/// Smooths areas and keeps edges, as a broad brush does: each pixel takes the calmest of four neighbourhoods.
/// </summary>
internal static class Kuwahara
{
    /// <summary>Changes the pixels in place, once for each radius.</summary>
    public static void Apply(Pixels pixels, params ReadOnlySpan<int> radii)
    {
        var soft = new Pixels(pixels.Width, pixels.Height);
        foreach (var radius in radii)
        {
            Apply(pixels, soft, Math.Max(1, radius / 2));
        }

        soft.Release();
    }

    private static void Apply(Pixels pixels, Pixels soft, int reach)
    {
        var (width, height) = (pixels.Width, pixels.Height);
        Soften(pixels, soft, reach);
        using var mean = pixels.Brightness();
        using var variance = new Field(width, height);
        for (var pixel = 0; pixel < width * height; pixel++)
        {
            variance[pixel] = mean[pixel] * mean[pixel];
        }

        mean.Blur(reach);
        variance.Blur(reach);
        for (var pixel = 0; pixel < width * height; pixel++)
        {
            variance[pixel] -= mean[pixel] * mean[pixel];
        }

        Parallel.For(0, height, y =>
        {
            var row = MemoryMarshal.Cast<byte, uint>(pixels.Bytes.AsSpan()).Slice(y * width, width);
            var from = MemoryMarshal.Cast<byte, uint>(soft.Bytes.AsSpan());
            var (above, below) = (Math.Max(0, y - reach) * width, Math.Min(height - 1, y + reach) * width);
            for (var x = 0; x < width; x++)
            {
                var (left, right) = (Math.Max(0, x - reach), Math.Min(width - 1, x + reach));
                row[x] = from[Calmest(
                    variance, Calmest(variance, above + left, above + right),
                    Calmest(variance, below + left, below + right))];
            }
        });
    }

    private static int Calmest(Field variance, int one, int other)
        => variance[other] < variance[one] ? other : one;

    // A blur that spreads as far as the boxes in which the brightness is measured.
    private static void Soften(Pixels pixels, Pixels soft, int reach)
    {
        var side = 2 * reach + 1;
        var spread = MathF.Sqrt((side * side - 1) / 12f);
        var area = SKRect.Create(pixels.Width, pixels.Height);
        using var image = pixels.ToImage();
        using var blur = SKImageFilter.CreateBlur(spread, spread, SKShaderTileMode.Clamp, null, area);
        using var paint = new SKPaint { ImageFilter = blur, BlendMode = SKBlendMode.Src };
        soft.DrawOver(canvas => canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest), paint));
    }
}
