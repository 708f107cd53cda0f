using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Models;

/// <summary>The token cost of a picture that is sent for an edit.</summary>
internal static class InputTokens
{
    private const int Patch = 32;
    private const int MostPatches = 1_536;
    private const int WidestRatio = 3;
    private const double LargestGrowth = 2;
    private const double GrowsTo = 1_024;

    /// <summary>Counts in the way of the models before gpt-image-2.</summary>
    /// <remarks>The picture is scaled so that its shorter side is 512 pixels. It costs 65 tokens, and 129 for every
    /// tile of 512 pixels. With high fidelity, a square costs 4,160 more and any other shape 6,240.</remarks>
    public static int CountTiles(PictureSize size, bool closely)
    {
        var longer = Math.Max(size.Width, size.Height);
        var shorter = Math.Min(size.Width, size.Height);
        var tiles = (longer + shorter - 1) / shorter;
        var extra = longer == shorter ? 4_160 : 6_240;

        return 65 + 129 * tiles + (closely ? extra : 0);
    }

    /// <summary>Counts in the way of gpt-image-2 and later: patches of 32 by 32 pixels, at most 1,536.</summary>
    /// <remarks>A side longer than three times the other side counts as cut. A small picture is enlarged, at most to
    /// twice its size and to 1,024 pixels. A picture with too many patches is shrunk until whole patches fit.</remarks>
    public static int CountPatches(PictureSize size)
    {
        double width = Math.Min(size.Width, (long)WidestRatio * size.Height);
        double height = Math.Min(size.Height, (long)WidestRatio * size.Width);
        var growth = Math.Clamp(GrowsTo / Math.Max(width, height), 1, LargestGrowth);
        (width, height) = (width * growth / Patch, height * growth / Patch);
        if (Math.Ceiling(width) * Math.Ceiling(height) > MostPatches)
        {
            var shrink = Math.Sqrt(MostPatches / (width * height));
            shrink *= Math.Min(
                Math.Floor(width * shrink) / (width * shrink), Math.Floor(height * shrink) / (height * shrink));
            (width, height) = (width * shrink, height * shrink);
        }

        // The arithmetic is not exact: a result close to a whole number counts as that number.
        return (int)(Math.Ceiling(width - 1e-9) * Math.Ceiling(height - 1e-9));
    }
}
