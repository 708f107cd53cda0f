namespace OpenAIImages;

/// <summary>The published size rules of <c>gpt-image-2</c> and later, as advice.</summary>
internal static class ImageSizeRules
{
    private const int Step = 16;
    private const int LongestEdge = 3_840;
    private const int WidestRatio = 3;
    private const long FewestPixels = 655_360;
    private const long MostPixels = 8_294_400;

    public static IReadOnlyList<string> Check(ImageSize size)
    {
        if (size.IsAuto || IsWithin(size))
        {
            return [];
        }

        return [.. Broken(size)];
    }

    // Sizes by the rules are the rule, and looked at in every call.
    private static bool IsWithin(ImageSize size)
        => size.Width % Step == 0
            && size.Height % Step == 0
            && Math.Max(size.Width, size.Height) is <= LongestEdge and var longer
            && longer <= (long)Math.Min(size.Width, size.Height) * WidestRatio
            && (long)size.Width * size.Height is >= FewestPixels and <= MostPixels;

    private static IEnumerable<string> Broken(ImageSize size)
    {
        var longer = Math.Max(size.Width, size.Height);
        var shorter = Math.Min(size.Width, size.Height);
        var pixels = (long)size.Width * size.Height;

        if (size.Width % Step != 0 || size.Height % Step != 0)
        {
            yield return $"{size}: both sides must be multiples of {Step}.";
        }

        if (longer > (long)shorter * WidestRatio)
        {
            yield return $"{size}: the longer side may be at most {WidestRatio} times the shorter.";
        }

        if (longer > LongestEdge)
        {
            yield return $"{size}: neither side may exceed {LongestEdge} pixels.";
        }

        if (pixels < FewestPixels)
        {
            yield return $"{size}: {pixels} pixels are fewer than the least, {FewestPixels}.";
        }

        if (pixels > MostPixels)
        {
            yield return $"{size}: {pixels} pixels are more than the most, {MostPixels}.";
        }
    }
}
