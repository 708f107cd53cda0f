using System.Runtime.InteropServices;

namespace OpenAIImages.Painter.Rasters;

/// <summary>Finds the lines along which the colours of a picture change.</summary>
internal static class Contours
{
    /// <summary>Gives lines of even width, 0 (no line) to 1 for each pixel, with soft rims. The caller disposes of
    /// them.</summary>
    /// <param name="pixels">The picture.</param>
    /// <param name="reach">Half the width of a line, in pixels.</param>
    /// <param name="from">The difference of colours from which a line begins to show, 0 to 255.</param>
    /// <param name="full">The difference from which it shows in full.</param>
    public static Field Find(Pixels pixels, int reach, float from, float full)
    {
        var (width, height) = (pixels.Width, pixels.Height);
        var lines = new Field(width, height);
        var slant = Math.Max(1, (int)MathF.Round(reach * 0.7f));
        Parallel.For(0, height, y =>
        {
            var row = Row(y);
            var above = Row(y - reach);
            var below = Row(y + reach);
            var aslantAbove = Row(y - slant);
            var aslantBelow = Row(y + slant);
            for (var x = 0; x < width; x++)
            {
                var (left, right) = (Math.Max(0, x - slant), Math.Min(width - 1, x + slant));
                var most = Difference(
                    row[Math.Max(0, x - reach)], row[Math.Min(width - 1, x + reach)],
                    Difference(above[x], below[x],
                        Difference(aslantAbove[left], aslantBelow[right],
                            Difference(aslantBelow[left], aslantAbove[right], 0))));
                lines[y * width + x] = Math.Clamp((most - from) / (full - from), 0, 1);
            }

            ReadOnlySpan<uint> Row(int number) => MemoryMarshal.Cast<byte, uint>(pixels.Bytes)
                .Slice(Math.Clamp(number, 0, height - 1) * width, width);
        });

        return lines;
    }

    // The largest difference of two pixels in a channel, or the one given when that is larger.
    private static int Difference(uint one, uint other, int most)
    {
        if (one == other)
        {
            return most;
        }

        for (var shift = 0; shift < 32; shift += 8)
        {
            most = Math.Max(most, Math.Abs((int)(one >> shift & 255) - (int)(other >> shift & 255)));
        }

        return most;
    }
}
