using Microsoft.Extensions.AI;

namespace OpenAIImages.Extensions.AI.Responses;

/// <summary>Turns the usage of a call into the usage type of Microsoft.Extensions.AI.</summary>
/// <remarks>A number that the server did not send stays <see langword="null"/>. The additional counts can be summed, as
/// Microsoft.Extensions.AI requires.</remarks>
internal static class UsageMapping
{
    public static UsageDetails? ToDetails(ImageResult result)
    {
        if (result is { Usage: null, SvgUsage: null })
        {
            return null;
        }

        var usage = result.Usage;

        return new UsageDetails
        {
            InputTokenCount = usage?.InputTokens,
            OutputTokenCount = usage?.OutputTokens,
            TotalTokenCount = usage?.TotalTokens,
            CachedInputTokenCount = usage?.InputDetails?.CachedTokens,
            InputTextTokenCount = usage?.InputDetails?.TextTokens,
            OutputTextTokenCount = usage?.OutputDetails?.TextTokens,
            AdditionalCounts = AdditionalCounts(usage, result.SvgUsage),
        };
    }

    private static AdditionalPropertiesDictionary<long>? AdditionalCounts(ImageUsage? usage, ImageSvgUsage? svg)
    {
        (string Name, long? Count)[] counts =
        [
            // The first two are the names that Microsoft's own adapter uses.
            ("InputTokenDetails.ImageTokenCount", usage?.InputDetails?.ImageTokens),
            ("InputTokenDetails.TextTokenCount", usage?.InputDetails?.TextTokens),
            ("OutputTokenDetails.ImageTokenCount", usage?.OutputDetails?.ImageTokens),
            ("SvgUsage.InputTokenCount", svg?.InputTokens),
            ("SvgUsage.OutputTokenCount", svg?.OutputTokens),
            ("SvgUsage.ReasoningTokenCount", svg?.ReasoningTokens),
            ("SvgUsage.TotalTokenCount", svg?.TotalTokens),
        ];
        var known = new AdditionalPropertiesDictionary<long>();
        foreach (var (name, count) in counts)
        {
            if (count is { } tokens)
            {
                known[name] = tokens;
            }
        }

        return known.Count == 0 ? null : known;
    }
}
