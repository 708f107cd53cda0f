namespace OpenAIImages.Painter.Rasters;

/// <summary>The few colours that best represent all colours of a picture.</summary>
/// <remarks>One pass counts the colours in 32,768 drawers (bins); the rest of the work depends only on these.</remarks>
internal sealed class ColourGroups
{
    private const int Drawers = 1 << 15;
    private const int Rounds = 6;
    private const byte Opaque = 128;

    // Below one half, so that the black of an eye gets a colour of its own before a third blue of the sky does.
    private const float Common = 0.38f;

    private readonly byte[] _groupOf = new byte[Drawers];

    private ColourGroups(float[][] colours)
    {
        Colours = Array.ConvertAll(colours, colour => (ToByte(colour[0]), ToByte(colour[1]), ToByte(colour[2])));
        for (var drawer = 0; drawer < Drawers; drawer++)
        {
            _groupOf[drawer] = (byte)Nearest(colours, Red(drawer), Green(drawer), Blue(drawer));
        }
    }

    public (byte Red, byte Green, byte Blue)[] Colours { get; }

    /// <summary>Finds the colours of pictures that belong together.</summary>
    /// <param name="pictures">The pictures; their mostly transparent pixels do not count.</param>
    /// <param name="most">The largest number of colours, 1 to 255.</param>
    public static ColourGroups Of(IEnumerable<Pixels> pictures, int most)
    {
        var counts = new int[Drawers];
        foreach (var picture in pictures)
        {
            Count(picture, counts);
        }

        var used = Enumerable.Range(0, Drawers).Where(drawer => counts[drawer] > 0).ToArray();
        var colours = Spread(used, counts, most);
        for (var round = 0; round < Rounds; round++)
        {
            Settle(used, counts, colours);
        }

        return new ColourGroups(colours);
    }

    /// <summary>Gives the group of each pixel.</summary>
    public byte[] Labels(Pixels pixels)
    {
        var labels = new byte[pixels.Width * pixels.Height];
        Parallel.For(0, pixels.Height, y =>
        {
            for (var pixel = y * pixels.Width; pixel < (y + 1) * pixels.Width; pixel++)
            {
                labels[pixel] = _groupOf[DrawerOf(pixels.Bytes, pixel * 4)];
            }
        });

        return labels;
    }

    private static void Count(Pixels pixels, int[] counts)
    {
        for (var at = 0; at < pixels.Bytes.Length; at += 4)
        {
            if (pixels.Bytes[at + 3] >= Opaque)
            {
                counts[DrawerOf(pixels.Bytes, at)]++;
            }
        }
    }

    // Takes the commonest colour first, then again and again one that is common and far from the chosen ones.
    private static float[][] Spread(int[] used, int[] counts, int most)
    {
        if (used.Length == 0)
        {
            return [[0, 0, 0]];
        }

        var distance = new float[used.Length];
        Array.Fill(distance, float.MaxValue);
        var next = Array.IndexOf(used, used.MaxBy(drawer => counts[drawer]));
        var colours = new List<float[]>();
        while (colours.Count < Math.Min(most, used.Length))
        {
            var (red, green, blue) = (Red(used[next]), Green(used[next]), Blue(used[next]));
            colours.Add([red, green, blue]);
            var best = -1f;
            for (var index = 0; index < used.Length; index++)
            {
                var drawer = used[index];
                distance[index] = Math.Min(
                    distance[index], Distance(Red(drawer) - red, Green(drawer) - green, Blue(drawer) - blue));
                var gain = distance[index] * MathF.Pow(counts[drawer], Common);
                (best, next) = gain > best ? (gain, index) : (best, next);
            }
        }

        return [.. colours];
    }

    private static void Settle(int[] used, int[] counts, float[][] colours)
    {
        var sums = new double[colours.Length * 4];
        foreach (var drawer in used)
        {
            var at = Nearest(colours, Red(drawer), Green(drawer), Blue(drawer)) * 4;
            sums[at] += Red(drawer) * (double)counts[drawer];
            sums[at + 1] += Green(drawer) * (double)counts[drawer];
            sums[at + 2] += Blue(drawer) * (double)counts[drawer];
            sums[at + 3] += counts[drawer];
        }

        for (var group = 0; group < colours.Length; group++)
        {
            if (sums[group * 4 + 3] > 0)
            {
                colours[group] = [(float)(sums[group * 4] / sums[group * 4 + 3]),
                    (float)(sums[group * 4 + 1] / sums[group * 4 + 3]),
                    (float)(sums[group * 4 + 2] / sums[group * 4 + 3])];
            }
        }
    }

    private static int Nearest(float[][] colours, float red, float green, float blue)
    {
        var (least, nearest) = (float.MaxValue, 0);
        for (var group = 0; group < colours.Length; group++)
        {
            var colour = colours[group];
            var distance = Distance(colour[0] - red, colour[1] - green, colour[2] - blue);
            (least, nearest) = distance < least ? (distance, group) : (least, nearest);
        }

        return nearest;
    }

    private static float Distance(float red, float green, float blue)
        => 3 * red * red + 4 * green * green + 2 * blue * blue;

    private static int DrawerOf(byte[] bytes, int at)
    {
        int alpha = bytes[at + 3];
        if (alpha is 0 or 255)
        {
            return bytes[at] >> 3 << 10 | bytes[at + 1] >> 3 << 5 | bytes[at + 2] >> 3;
        }

        return Level(bytes[at], alpha) << 10 | Level(bytes[at + 1], alpha) << 5 | Level(bytes[at + 2], alpha);
    }

    private static int Level(byte value, int alpha) => Math.Min(255, value * 255 / alpha) >> 3;

    // Each of the 32 levels of a channel stands for one value, from 0 to 255.
    private static float Red(int drawer) => (drawer >> 10) * 255f / 31;

    private static float Green(int drawer) => (drawer >> 5 & 31) * 255f / 31;

    private static float Blue(int drawer) => (drawer & 31) * 255f / 31;

    private static byte ToByte(float value) => (byte)Math.Clamp(value + 0.5f, 0, 255);
}
