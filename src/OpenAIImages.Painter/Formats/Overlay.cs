using System.Runtime.CompilerServices;
using SkiaSharp;

namespace OpenAIImages.Painter.Formats;

/// <summary>The transparency of a mask or of marks: one byte a pixel in place of four.</summary>
/// <param name="Width">The width, in pixels.</param>
/// <param name="Height">The height, in pixels.</param>
/// <param name="Alphas">The alpha of each pixel, row by row.</param>
/// <param name="FileSize">The size of the file in pixels. A very large file is read at a part of its size.</param>
internal sealed record Overlay(int Width, int Height, byte[] Alphas, SKSizeI FileSize)
{
    private const int Whole = 1 << 16;

    /// <summary>Gives the transparency of a photo.</summary>
    public static Overlay Of(Photo photo)
    {
        var alphas = new byte[photo.Width * photo.Height];
        for (var pixel = 0; pixel < alphas.Length; pixel++)
        {
            alphas[pixel] = photo.Straight[pixel * 4 + 3];
        }

        return new Overlay(photo.Width, photo.Height, alphas, photo.FileSize);
    }

    /// <summary>Gives the alphas in any size, cut off at both sides where the shape differs, as
    /// <see cref="Photo.Cover"/> cuts a picture.</summary>
    public byte[] Cover(int width, int height)
    {
        if (Width == width && Height == height)
        {
            return Alphas;
        }

        var scale = Math.Max(width / (double)Width, height / (double)Height);
        var columns = Places(Width, width, scale);
        var rows = Places(Height, height, scale);
        var covered = new byte[width * height];
        Parallel.For(0, height, y => Row(columns, rows[y], covered.AsSpan(y * width, width)));

        return covered;
    }

    // The place of each pixel of the result between two pixels of the overlay, in parts of 65,536.
    private static int[] Places(int from, int to, double scale)
    {
        var places = new int[to];
        var first = (from - to / scale) / 2;
        for (var at = 0; at < to; at++)
        {
            places[at] = (int)(Math.Clamp(first + (at + 0.5) / scale - 0.5, 0, from - 1) * Whole);
        }

        return places;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Row(int[] columns, int row, Span<byte> target)
    {
        var upper = Alphas.AsSpan(row / Whole * Width, Width);
        var lower = Alphas.AsSpan(Math.Min(Height - 1, row / Whole + 1) * Width, Width);
        var down = row % Whole >> 8;
        for (var x = 0; x < target.Length; x++)
        {
            var (left, across) = (columns[x] / Whole, columns[x] % Whole >> 8);
            var right = Math.Min(Width - 1, left + 1);
            var above = upper[left] * (256 - across) + upper[right] * across;
            var below = lower[left] * (256 - across) + lower[right] * across;
            target[x] = (byte)((above * (256 - down) + below * down + (1 << 15)) >> 16);
        }
    }
}
