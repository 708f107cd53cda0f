namespace OpenAIImages.Prices.Estimates;

/// <summary>The formula by which <c>gpt-image-2</c> and later count the tokens of an image.</summary>
/// <remarks>The source is OpenAI community, "Gpt-image-2 output pricing calculator", 2026-06-05, taken from the
/// calculator of the documentation. All published figures agree with the formula.</remarks>
internal static class OutputFormula
{
    private const long Base = 2_000_000;
    private const long Divisor = 4_000_000;

    /// <summary>Counts the output tokens of an image.</summary>
    /// <param name="factor">The factor of the model and the quality.</param>
    /// <param name="width">The width in pixels.</param>
    /// <param name="height">The height in pixels.</param>
    public static long Count(int factor, int width, int height)
    {
        long longer = Math.Max(width, height);
        long shorter = Math.Min(width, height);

        return Count(factor, ((2 * factor * shorter) + longer) / (2 * longer), (long)width * height);
    }

    /// <summary>Counts a lower bound of the tokens of all sizes that the rules allow.</summary>
    public static long Min(int factor)
        => Count(
            factor,
            ((2 * factor) + ImageSizeRules.MaxRatio) / (2 * ImageSizeRules.MaxRatio),
            ImageSizeRules.MinPixels);

    /// <summary>Counts the tokens of the dearest size that the rules allow: the square with the most pixels.</summary>
    public static long Max(int factor) => Count(factor, factor, ImageSizeRules.MaxPixels);

    private static long Count(long factor, long grid, long pixels)
        => ((factor * grid * (Base + pixels)) + Divisor - 1) / Divisor;
}
