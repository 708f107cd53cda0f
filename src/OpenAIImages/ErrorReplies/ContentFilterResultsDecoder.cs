using System.Text.Json;

namespace OpenAIImages.ErrorReplies;

/// <summary>Reads <c>content_filter_results</c> and <c>prompt_filter_results</c> of Azure OpenAI.</summary>
/// <remarks>
/// <b>Takes</b> an object of filters by name; <c>custom_blocklists</c> may be an array, by version. The decoder skips a
/// value of another shape. It never <b>fails</b>.
/// </remarks>
internal static class ContentFilterResultsDecoder
{
    public static IReadOnlyList<ImageContentFilterResult> Decode(JsonElement filters)
    {
        if (filters.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var results = new List<ImageContentFilterResult>();
        foreach (var filter in filters.EnumerateObject())
        {
            if (!string.IsNullOrWhiteSpace(filter.Name) && Decode(filter.Name, filter.Value) is { } result)
            {
                results.Add(result);
            }
        }

        return results;
    }

    private static ImageContentFilterResult? Decode(string category, JsonElement filter) => filter.ValueKind switch
    {
        JsonValueKind.Object => new ImageContentFilterResult(category)
        {
            IsFiltered = Flag(filter, "filtered") ?? false,
            IsDetected = Flag(filter, "detected"),
            Severity = filter.TryGetProperty("severity", out var severity) && severity.ValueKind == JsonValueKind.String
                ? severity.GetString()
                : null,
        },
        JsonValueKind.Array => new ImageContentFilterResult(category)
        {
            IsFiltered = HoldsFiltered(filter),
        },
        _ => null,
    };

    private static bool HoldsFiltered(JsonElement items)
    {
        foreach (var item in items.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object && Flag(item, "filtered") == true)
            {
                return true;
            }
        }

        return false;
    }

    private static bool? Flag(JsonElement filter, string name)
        => filter.TryGetProperty(name, out var flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? flag.ValueKind == JsonValueKind.True
            : null;
}
