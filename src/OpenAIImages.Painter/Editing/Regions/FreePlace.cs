using OpenAIImages.Painter.Rasters;
using SkiaSharp;

namespace OpenAIImages.Painter.Editing.Regions;

/// <summary>Finds the room for a new subject: the smoothest square in the lower part of a picture.</summary>
internal static class FreePlace
{
    private const int Candidates = 7;

    /// <summary>Finds a square.</summary>
    /// <param name="pixels">The picture.</param>
    /// <param name="size">The edge of the square, in short edges of the picture.</param>
    public static SKRectI Find(Pixels pixels, float size)
    {
        var edge = Math.Max(1, (int)(Math.Min(pixels.Width, pixels.Height) * size));
        var top = pixels.Height - edge - pixels.Height / 20;
        using var brightness = pixels.Brightness();
        var best = (Cost: float.MaxValue, Left: 0);
        for (var candidate = 0; candidate < Candidates; candidate++)
        {
            var left = (int)((pixels.Width - edge) * (candidate / (Candidates - 1f) * 0.92f + 0.04f));
            var cost = Roughness(brightness, pixels.Width, new SKRectI(left, Math.Max(0, top), left + edge,
                Math.Max(0, top) + edge));
            best = cost < best.Cost ? (cost, left) : best;
        }

        return new SKRectI(best.Left, Math.Max(0, top), best.Left + edge, Math.Max(0, top) + edge);
    }

    // Compares pixels at a distance, so that blades of grass count less than the outline of a thing.
    private static float Roughness(Field brightness, int width, SKRectI area)
    {
        var step = Math.Max(1, area.Width / 24);
        var (sum, count) = (0f, 1);
        for (var y = area.Top; y + step < area.Bottom; y += step)
        {
            for (var x = area.Left; x + step < area.Right; x += step)
            {
                sum += MathF.Abs(brightness[y * width + x] - brightness[y * width + x + step]) +
                    MathF.Abs(brightness[y * width + x] - brightness[(y + step) * width + x]);
                count++;
            }
        }

        return sum / count;
    }
}
