namespace OpenAIImages.AspNetCore.Events;

/// <summary>Adds up the tokens of a call whose events may each report the tokens of one image.</summary>
internal sealed class UsageSum
{
    /// <summary>Gets the sum; <see langword="null"/> when no event reported tokens.</summary>
    public ImageUsage? Total { get; private set; }

    public void Add(ImageUsage? usage) => Total = Total is null || usage is null
        ? Total ?? usage
        : Total with
        {
            TotalTokens = Sum(Total.TotalTokens, usage.TotalTokens),
            InputTokens = Sum(Total.InputTokens, usage.InputTokens),
            OutputTokens = Sum(Total.OutputTokens, usage.OutputTokens),
            InputDetails = Sum(Total.InputDetails, usage.InputDetails),
            OutputDetails = Sum(Total.OutputDetails, usage.OutputDetails),
        };

    private static ImageTokenDetails? Sum(ImageTokenDetails? one, ImageTokenDetails? other)
        => one is null || other is null
            ? one ?? other
            : one with
            {
                TextTokens = Sum(one.TextTokens, other.TextTokens),
                CachedTokens = Sum(one.CachedTokens, other.CachedTokens),
                ImageTokens = Sum(one.ImageTokens, other.ImageTokens),
            };

    private static long? Sum(long? one, long? other) => one is null || other is null ? one ?? other : one + other;
}
