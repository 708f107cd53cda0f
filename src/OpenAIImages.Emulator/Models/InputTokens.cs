using OpenAIImages.Emulator.Pictures;

namespace OpenAIImages.Emulator.Models;

/// <summary>The tokens that a picture costs that is sent to be edited.</summary>
internal static class InputTokens
{
    private const int Patch = 32;
    private const int MostPatches = 1_536;
    private const int WidestRatio = 3;
    private const double LargestGrowth = 2;
    private const double GrowsTo = 1_024;

    /// <summary>Counts as the models before gpt-image-2 do.</summary>
    /// <remarks>Scaled so that its shorter side is 512 pixels, 65 tokens and 129 for every tile of 512; looked at
    /// closely, a square costs 4,160 more and any other shape 6,240.</remarks>
    public static int CountTiles(PictureSize size, bool closely)
    {
        var longer = Math.Max(size.Width, size.Height);
        var shorter = Math.Min(size.Width, size.Height);
        var tiles = (longer + shorter - 1) / shorter;
        var extra = longer == shorter ? 4_160 : 6_240;

        return 65 + 129 * tiles + (closely ? extra : 0);
    }

    /// <summary>Counts as gpt-image-2 and later do: patches of 32 by 32 pixels, 1,536 of them at most.</summary>
    /// <remarks>What is longer than three times its other side counts as cut; what is small is enlarged, to twice its
    /// size at most and 1,024 pixels; what has too many patches is shrunk until whole ones fit.</remarks>
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

        // The arithmetic is not exact: a result that is nearly a whole number counts as one.
        return (int)(Math.Ceiling(width - 1e-9) * Math.Ceiling(height - 1e-9));
    }
}
