namespace OpenAIImages;

/// <summary>The published size rules of <c>gpt-image-2</c> and later, as advice.</summary>
internal static class ImageSizeRules
{
    private const int Step = 16;
    private const int MaxEdge = 3_840;
    internal const int MaxRatio = 3;
    internal const long MinPixels = 655_360;
    internal const long MaxPixels = 8_294_400;

    /// <summary>Gets every size that the rules allow, about 20,000.</summary>
    public static IEnumerable<ImageSize> All()
    {
        for (var width = Step; width <= MaxEdge; width += Step)
        {
            for (var height = Step; height <= MaxEdge; height += Step)
            {
                var size = new ImageSize(width, height);
                if (IsWithin(size))
                {
                    yield return size;
                }
            }
        }
    }

    public static IReadOnlyList<string> Check(ImageSize size)
    {
        if (size.IsAuto || IsWithin(size))
        {
            return [];
        }

        return [.. Broken(size)];
    }

    // The client checks every call, and most sizes keep the rules. The method makes no list for such sizes.
    private static bool IsWithin(ImageSize size)
        => size.Width % Step == 0
            && size.Height % Step == 0
            && Math.Max(size.Width, size.Height) is <= MaxEdge and var longer
            && longer <= (long)Math.Min(size.Width, size.Height) * MaxRatio
            && (long)size.Width * size.Height is >= MinPixels and <= MaxPixels;

    private static IEnumerable<string> Broken(ImageSize size)
    {
        var longer = Math.Max(size.Width, size.Height);
        var shorter = Math.Min(size.Width, size.Height);
        var pixels = (long)size.Width * size.Height;

        if (size.Width % Step != 0 || size.Height % Step != 0)
        {
            yield return $"{size}: both sides must be multiples of {Step}.";
        }

        if (longer > (long)shorter * MaxRatio)
        {
            yield return $"{size}: the longer side may be at most {MaxRatio} times the shorter.";
        }

        if (longer > MaxEdge)
        {
            yield return $"{size}: neither side may exceed {MaxEdge} pixels.";
        }

        if (pixels < MinPixels)
        {
            yield return $"{size}: {pixels} pixels are fewer than the least, {MinPixels}.";
        }

        if (pixels > MaxPixels)
        {
            yield return $"{size}: {pixels} pixels are more than the most, {MaxPixels}.";
        }
    }
}
