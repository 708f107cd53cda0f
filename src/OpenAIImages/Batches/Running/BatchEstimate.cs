namespace OpenAIImages.Batches.Running;

/// <summary>Adds up the estimates of many requests.</summary>
internal static class BatchEstimate
{
    // Reasons name sizes and models, and a large job may have many sizes and models.
    private const int MaxReasons = 20;

    /// <param name="items">The pieces.</param>
    /// <param name="prices">The prices of batches.</param>
    /// <param name="options">The facts that the requests do not state.</param>
    public static ImageEstimate Of(
        IEnumerable<ImageWorkItem> items, ImagePriceList prices, ImageEstimateOptions? options)
    {
        // There is one part for each kind and rate, for any number of requests.
        var parts = new Dictionary<(ImageTokenKind Kind, decimal? Rate), ImageEstimatePart>();
        var reasons = new List<string> { $"A request in a batch costs {prices.BatchFactor} of a single call." };
        string? missing = null;
        foreach (var item in items)
        {
            var estimate = Guard.NotNull(item, nameof(items)).Request.Estimate(prices, options);
            missing ??= estimate.MissingMember;
            foreach (var reason in estimate.Reasons.Where(reason => !reasons.Contains(reason)))
            {
                if (reasons.Count < MaxReasons)
                {
                    reasons.Add(reason);
                }
            }

            foreach (var part in estimate.Parts)
            {
                var key = (part.Kind, part.Rate);
                parts[key] = parts.TryGetValue(key, out var sum) ? Add(sum, part) : part;
            }
        }

        return new ImageEstimate([.. parts.Values], reasons) { MissingMember = missing };
    }

    private static ImageEstimatePart Add(ImageEstimatePart one, ImageEstimatePart other)
        => new(one.Kind, one.Rate, one.Reason)
        {
            LowTokens = one.LowTokens + other.LowTokens,
            LikelyTokens = one.LikelyTokens + other.LikelyTokens,
            HighTokens = one.HighTokens + other.HighTokens,
        };
}
