namespace OpenAIImages.Prices.Estimates;

/// <summary>The tokens of an image that is sent to <c>gpt-image-2</c> and <c>gpt-image-2.5</c>: one token for each
/// patch of 32 x 32 pixels, after the service has scaled the image.</summary>
/// <remarks>Sources are public reports and the published patch rule of vision models: 1024 x 1024 gives 1,024, 1024 x
/// 1536 gives 1,536, 2048 x 2048 about 1,521, 3840 x 2160 about 1,508.</remarks>
internal static class InputPatches
{
    private const double Side = 32;
    private const double MaxRatio = 3;
    private const double LongestEnlarged = 1_024;
    private const double MaxEnlargement = 2;

    // A side that was scaled to a whole number of patches may differ from it by a rounding error.
    private const double Slack = 1e-9;

    /// <summary>Counts the tokens of an image.</summary>
    /// <param name="width">The width in pixels.</param>
    /// <param name="height">The height in pixels.</param>
    /// <param name="most">The most tokens of an image.</param>
    public static long Count(int width, int height, int most)
    {
        var (w, h) = (Math.Min(width, height * MaxRatio), Math.Min(height, width * MaxRatio));
        var enlargement = Math.Min(Math.Max(LongestEnlarged / Math.Max(w, h), 1), MaxEnlargement);
        (w, h) = (w * enlargement / Side, h * enlargement / Side);
        if (Patches(w) * Patches(h) <= most)
        {
            return Patches(w) * Patches(h);
        }

        var scale = Math.Sqrt(most / (w * h));
        scale *= Math.Min(Math.Floor(w * scale) / (w * scale), Math.Floor(h * scale) / (h * scale));

        return Math.Min(Patches(w * scale) * Patches(h * scale), most);
    }

    private static long Patches(double side) => Math.Max(1, (long)Math.Ceiling(side - Slack));
}
