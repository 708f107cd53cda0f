namespace OpenAIImages.AspNetCore.Events;

/// <summary>Adds up the tokens of a call, whose images may each tell of their own.</summary>
internal sealed class UsageSum
{
    /// <summary>Gets all tokens; <see langword="null"/> where no event told of any.</summary>
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
