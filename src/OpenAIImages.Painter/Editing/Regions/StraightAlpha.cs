using System.Runtime.CompilerServices;
using OpenAIImages.Painter.Rasters;
using SkiaSharp;

namespace OpenAIImages.Painter.Editing.Regions;

/// <summary>Arithmetic between colours multiplied by alpha and colours that are not.</summary>
internal static class StraightAlpha
{
    /// <summary>Gives the colours without the multiplication, in a given array if it is long enough.</summary>
    public static byte[] Of(Pixels pixels, byte[] room)
    {
        var straight = room.Length >= pixels.Bytes.Length ? room : new byte[pixels.Bytes.Length];
        Parallel.For(0, pixels.Height, y => DivideRow(
            pixels.Bytes.AsSpan(y * pixels.Width * 4, pixels.Width * 4),
            straight.AsSpan(y * pixels.Width * 4, pixels.Width * 4)));

        return straight;
    }

    /// <summary>Changes each pixel of a frame by its weight.</summary>
    /// <remarks>Pixels of weight 0 keep every bit.</remarks>
    public static void Blend(byte[] straight, Pixels changed, SKRectI frame, Field weights)
        => Parallel.For(0, frame.Height, row => BlendRow(
            straight.AsSpan(((frame.Top + row) * changed.Width + frame.Left) * 4, frame.Width * 4),
            changed.Bytes.AsSpan(((frame.Top + row) * changed.Width + frame.Left) * 4, frame.Width * 4),
            weights.Values.AsSpan(row * frame.Width, frame.Width)));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void BlendRow(Span<byte> straight, ReadOnlySpan<byte> changed, ReadOnlySpan<float> weights)
    {
        for (var pixel = 0; pixel < weights.Length; pixel++)
        {
            var weight = weights[pixel];
            if (weight <= 0)
            {
                continue;
            }

            var at = pixel * 4;
            var alpha = straight[at + 3] / 255f;
            Divide(
                Mix(straight[at] * alpha, changed[at], weight), Mix(straight[at + 1] * alpha, changed[at + 1], weight),
                Mix(straight[at + 2] * alpha, changed[at + 2], weight), Mix(straight[at + 3], changed[at + 3], weight),
                straight.Slice(at, 4));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DivideRow(ReadOnlySpan<byte> from, Span<byte> to)
    {
        for (var at = 0; at < from.Length; at += 4)
        {
            if (from[at + 3] == 255)
            {
                from.Slice(at, 4).CopyTo(to[at..]);
            }
            else
            {
                Divide(from[at], from[at + 1], from[at + 2], from[at + 3], to.Slice(at, 4));
            }
        }
    }

    /// <summary>Gives the average difference of two pictures outside a region, 0 to 255.</summary>
    public static float Difference(Pixels one, Pixels other, Region region)
    {
        var (sum, count) = (0L, 1L);
        for (var y = 0; y < one.Height; y += 3)
        {
            for (var x = 0; x < one.Width; x += 3)
            {
                if (!region.Has(x, y))
                {
                    var at = (y * one.Width + x) * 4;
                    sum += Math.Abs(one.Bytes[at] - other.Bytes[at]) +
                        Math.Abs(one.Bytes[at + 1] - other.Bytes[at + 1]) +
                        Math.Abs(one.Bytes[at + 2] - other.Bytes[at + 2]);
                    count += 3;
                }
            }
        }

        return sum / (float)count;
    }

    private static float Mix(float from, float to, float weight) => from + (to - from) * weight;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Divide(float red, float green, float blue, float alpha, Span<byte> target)
    {
        var factor = alpha > 0 ? 255 / alpha : 0;
        target[0] = (byte)Math.Clamp(red * factor + 0.5f, 0, 255);
        target[1] = (byte)Math.Clamp(green * factor + 0.5f, 0, 255);
        target[2] = (byte)Math.Clamp(blue * factor + 0.5f, 0, 255);
        target[3] = (byte)Math.Clamp(alpha + 0.5f, 0, 255);
    }
}
