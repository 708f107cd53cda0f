using System.Runtime.CompilerServices;
using OpenAIImages.Painter.Rasters;

namespace OpenAIImages.Painter.Editing.Regions;

/// <summary>Fills a hole so that it looks like its surroundings.</summary>
internal static class HoleFiller
{
    private const int SmallEdge = 200;
    private const int SmallestEdge = 40;
    private const int FirstRounds = 8;
    private const int LaterRounds = 2;

    /// <summary>Fills the holes. They become opaque where their surroundings are opaque.</summary>
    public static void Fill(Pixels pixels, bool[] holes, uint seed)
    {
        var scale = Math.Max(1, Math.Min(pixels.Width, pixels.Height) / SmallEdge);
        var (width, height) = ((pixels.Width + scale - 1) / scale, (pixels.Height + scale - 1) / scale);
        var small = new float[width * height * 3];
        var smallHoles = new bool[width * height];
        Parallel.For(0, height, y => Reduce(pixels, holes, scale, y, width, small, smallHoles));
        var known = (float[])small.Clone();
        var found = Search(small, smallHoles, width, height, seed);
        Parallel.For(0, pixels.Height, y =>
        {
            for (var x = 0; x < pixels.Width; x++)
            {
                if (holes[y * pixels.Width + x])
                {
                    Enlarge(pixels, small, known, found, (x, y), (scale, width, height));
                }
            }
        });
    }

    // A tiny picture shows the large shapes, and larger ones show the small shapes.
    private static int[]? Search(float[] colours, bool[] holes, int width, int height, uint seed)
    {
        if (Math.Min(width, height) <= SmallestEdge)
        {
            FillAlongRows(colours, holes, width, height);

            return new PatchMatcher(colours, holes, width, height, seed).Match(null, FirstRounds);
        }

        var (halfWidth, halfHeight) = ((width + 1) / 2, (height + 1) / 2);
        var half = new float[halfWidth * halfHeight * 3];
        var halfHoles = new bool[halfWidth * halfHeight];
        Halve(colours, holes, width, height, half, halfHoles);
        var coarse = Search(half, halfHoles, halfWidth, halfHeight, seed + 1);
        PushPull.Fill(colours, holes, width, height);

        return new PatchMatcher(colours, holes, width, height, seed).Match(coarse, LaterRounds);
    }

    private static void Halve(float[] colours, bool[] holes, int width, int height, float[] half, bool[] halfHoles)
    {
        var halfWidth = (width + 1) / 2;
        for (var pixel = 0; pixel < halfHoles.Length; pixel++)
        {
            var known = 0;
            for (var part = 0; part < 4; part++)
            {
                var x = Math.Min(width - 1, pixel % halfWidth * 2 + part % 2);
                var y = Math.Min(height - 1, pixel / halfWidth * 2 + part / 2);
                halfHoles[pixel] |= holes[y * width + x];
                if (!holes[y * width + x])
                {
                    known++;
                    for (var channel = 0; channel < 3; channel++)
                    {
                        half[pixel * 3 + channel] += colours[(y * width + x) * 3 + channel];
                    }
                }
            }

            for (var channel = 0; channel < 3 && known > 0; channel++)
            {
                half[pixel * 3 + channel] /= known;
            }
        }
    }

    // A horizon runs across, so each row continues from one edge of the hole to the other.
    private static void FillAlongRows(float[] colours, bool[] holes, int width, int height)
    {
        var original = (bool[])holes.Clone();
        PushPull.Fill(colours, holes, width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (left, right) = (x, x);
                while (left >= 0 && original[y * width + left])
                {
                    left--;
                }

                while (right < width && original[y * width + right])
                {
                    right++;
                }

                if (left == right || left < 0 && right == width)
                {
                    continue;
                }

                var share = left < 0 ? 1 : right == width ? 0 : (x - left) / (float)(right - left);
                for (var channel = 0; channel < 3; channel++)
                {
                    var from = colours[(y * width + Math.Max(0, left)) * 3 + channel];
                    var to = colours[(y * width + Math.Min(width - 1, right)) * 3 + channel];
                    colours[(y * width + x) * 3 + channel] = left < 0 ? to : right == width ? from
                        : from + (to - from) * share;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Reduce(
        Pixels pixels, bool[] holes, int scale, int y, int width, float[] small, bool[] smallHoles)
    {
        for (var x = 0; x < width; x++)
        {
            var count = 0;
            var target = small.AsSpan((y * width + x) * 3, 3);
            for (var row = y * scale; row < Math.Min(pixels.Height, (y + 1) * scale); row++)
            {
                for (var column = x * scale; column < Math.Min(pixels.Width, (x + 1) * scale); column++)
                {
                    var pixel = row * pixels.Width + column;
                    smallHoles[y * width + x] |= holes[pixel];
                    count++;
                    target[0] += pixels.Bytes[pixel * 4];
                    target[1] += pixels.Bytes[pixel * 4 + 1];
                    target[2] += pixels.Bytes[pixel * 4 + 2];
                }
            }

            target[0] /= count;
            target[1] /= count;
            target[2] /= count;
        }
    }

    // The colours come from the small picture, so that they are smooth. The fine detail comes from the copied pixels.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Enlarge(
        Pixels pixels, float[] small, float[] known, int[]? found, (int X, int Y) at,
        (int Scale, int Width, int Height) grid)
    {
        Span<float> colour = stackalloc float[3];
        Span<float> there = stackalloc float[3];
        var (x, y) = ((at.X + 0.5f) / grid.Scale - 0.5f, (at.Y + 0.5f) / grid.Scale - 0.5f);
        PushPull.Sample(small, grid.Width, grid.Height, x, y, colour);
        var target = (at.Y * pixels.Width + at.X) * 4;
        var alpha = 255;
        if (found is not null)
        {
            var copied = found[at.Y / grid.Scale * grid.Width + at.X / grid.Scale];
            var fromX = copied % grid.Width * grid.Scale + at.X % grid.Scale;
            var fromY = copied / grid.Width * grid.Scale + at.Y % grid.Scale;
            PushPull.Sample(known, grid.Width, grid.Height, x + copied % grid.Width - at.X / grid.Scale,
                y + copied / grid.Width - at.Y / grid.Scale, there);
            var from = (Math.Min(fromY, pixels.Height - 1) * pixels.Width + Math.Min(fromX, pixels.Width - 1)) * 4;
            alpha = pixels.Bytes[from + 3];
            for (var channel = 0; channel < 3; channel++)
            {
                colour[channel] += pixels.Bytes[from + channel] - there[channel];
            }
        }

        for (var channel = 0; channel < 3; channel++)
        {
            pixels.Bytes[target + channel] = (byte)Math.Clamp(colour[channel] + 0.5f, 0, alpha);
        }

        pixels.Bytes[target + 3] = (byte)alpha;
    }
}
