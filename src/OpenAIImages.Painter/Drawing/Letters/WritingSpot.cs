using System.Collections.Concurrent;
using OpenAIImages.Painter.Drawing.Sprites;
using OpenAIImages.Painter.Rasters;
using SkiaSharp;

namespace OpenAIImages.Painter.Drawing.Letters;

/// <summary>Finds the place for words on an artwork: the largest rectangle of one colour.</summary>
internal static class WritingSpot
{
    private const int Side = 64;
    private const int Colours = 7;
    private const int Reach = 2;
    private const float Dark = 105;

    // The least share of the box of the artwork. Words would be illegible in a smaller spot.
    private const float Smallest = 0.05f;

    private static readonly SKRect Usual = new(0.2f, 0.42f, 0.8f, 0.82f);

    // One entry for each artwork that words were written on.
    private static readonly ConcurrentDictionary<string, (SKRect Area, bool Dark)> Known = new(StringComparer.Ordinal);

    /// <summary>Gives the spot, in shares of the artwork's box, 0 to 1, and whether the spot is dark.</summary>
    public static (SKRect Area, bool Dark) Of(string drawing) => Known.GetOrAdd(drawing, Find);

    private static (SKRect Area, bool Dark) Find(string drawing)
    {
        var aspect = ArtworkShape.AspectOf(drawing);
        var pixels = Pixels.Draw(Side, Side, canvas =>
        {
            canvas.Scale(1 / aspect, 1);
            SpriteMaker.DrawOn(canvas, drawing, Side, colour => colour);
        });
        var groups = ColourGroups.Of([pixels], Colours);
        var labels = WithoutLines(WithoutLines(groups.Labels(pixels)));
        var heights = new int[Side];
        var best = (Score: 0f, Area: Usual);
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var at = y * Side + x;
                heights[x] = pixels.Bytes[at * 4 + 3] < 200 ? 0
                    : y > 0 && labels[at] == labels[at - Side] ? heights[x] + 1 : 1;
            }

            best = Row(labels, heights, y, aspect, best);
        }

        var middle = (int)(best.Area.MidY * Side) * Side + (int)(best.Area.MidX * Side);
        var (red, green, blue) = groups.Colours[labels[middle]];

        return (best.Area, 0.3f * red + 0.59f * green + 0.11f * blue < Dark);
    }

    // The grain of a board and the lines of a page are no borders: each pixel takes the colour most common around it.
    private static byte[] WithoutLines(byte[] labels)
    {
        var result = new byte[labels.Length];
        Span<int> counts = stackalloc int[Colours];
        for (var pixel = 0; pixel < labels.Length; pixel++)
        {
            counts.Clear();
            var (row, column) = Math.DivRem(pixel, Side);
            for (var y = Math.Max(0, row - Reach); y <= Math.Min(Side - 1, row + Reach); y++)
            {
                for (var x = Math.Max(0, column - Reach); x <= Math.Min(Side - 1, column + Reach); x++)
                {
                    counts[labels[y * Side + x]]++;
                }
            }

            var most = labels[pixel];
            for (byte label = 0; label < Colours; label++)
            {
                most = counts[label] > counts[most] ? label : most;
            }

            result[pixel] = most;
        }

        return result;
    }

    // All rectangles whose lower edge is this row.
    private static (float Score, SKRect Area) Row(
        byte[] labels, int[] heights, int y, float aspect, (float Score, SKRect Area) best)
    {
        for (var left = 0; left < Side; left++)
        {
            var lowest = heights[left];
            for (var right = left; right < Side && lowest > 0; right++)
            {
                lowest = labels[y * Side + right] == labels[y * Side + left] ? Math.Min(lowest, heights[right]) : 0;
                var (width, height) = ((right - left + 1f) / Side, lowest / (float)Side);
                // Words are broader than high, so a broad rectangle counts more than a high one.
                var score = width * height * Math.Clamp(width * aspect / Math.Max(0.01f, height), 0.3f, 2);
                if (score > best.Score && width * height > Smallest && width > 0.25f)
                {
                    var top = (y + 1f) / Side - height;
                    best = (score, new SKRect(left / (float)Side, top, left / (float)Side + width, top + height));
                }
            }
        }

        return best;
    }
}
