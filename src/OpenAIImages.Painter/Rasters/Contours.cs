namespace OpenAIImages.Painter.Rasters;

/// <summary>Finds the lines along which the colours of a picture change.</summary>
internal static class Contours
{
    /// <summary>Gives lines of even width, 0 (no line) to 1 for each pixel, with soft rims.</summary>
    /// <param name="pixels">The picture.</param>
    /// <param name="reach">Half the width of a line, in pixels.</param>
    /// <param name="from">The difference of colours from which a line begins to show, 0 to 255.</param>
    /// <param name="full">The difference from which it shows in full.</param>
    public static float[] Find(Pixels pixels, int reach, float from, float full)
    {
        var (width, height) = (pixels.Width, pixels.Height);
        var lines = new float[width * height];
        var slant = Math.Max(1, (int)MathF.Round(reach * 0.7f));
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var most = Math.Max(
                    Math.Max(Across(pixels, x, y, reach, 0), Across(pixels, x, y, 0, reach)),
                    Math.Max(Across(pixels, x, y, slant, slant), Across(pixels, x, y, slant, -slant)));
                lines[y * width + x] = Math.Clamp((most - from) / (full - from), 0, 1);
            }
        });

        return lines;
    }

    private static float Across(Pixels pixels, int x, int y, int right, int down)
    {
        var one = At(pixels, x - right, y - down);
        var other = At(pixels, x + right, y + down);
        var bytes = pixels.Bytes;
        var difference = 0;
        for (var channel = 0; channel < 4; channel++)
        {
            difference = Math.Max(difference, Math.Abs(bytes[one + channel] - bytes[other + channel]));
        }

        return difference;
    }

    private static int At(Pixels pixels, int x, int y)
        => (Math.Clamp(y, 0, pixels.Height - 1) * pixels.Width + Math.Clamp(x, 0, pixels.Width - 1)) * 4;
}
