using System.Globalization;
using System.Net.Http.Headers;

namespace OpenAIImages.Headers;

/// <summary>Reads the headers <c>x-ratelimit-{limit|remaining|reset}-{dimension}</c>.</summary>
/// <remarks>
/// <b>Gives</b> <see langword="null"/> without such headers. The decoder accepts any dimension; an unreadable value
/// leaves its property empty. It never <b>fails</b>.
/// </remarks>
internal static class RateLimitsDecoder
{
    private const string Prefix = "x-ratelimit-";

    // A server must not fill the memory with dimensions.
    private const int MaxDimensions = 32;

    public static ImageRateLimits? Decode(HttpResponseHeaders headers)
    {
        List<ImageRateLimit>? limits = null;
        foreach (var header in headers.NonValidated)
        {
            if (header.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            {
                Add(limits ??= [], header.Key, header.Value.FirstOrDefault() ?? "");
            }
        }

        return limits is { Count: > 0 } ? new ImageRateLimits(limits) : null;
    }

    private static void Add(List<ImageRateLimit> limits, string name, string value)
    {
        if (name.IndexOf('-', Prefix.Length) is not (> 0 and var dash) || dash == name.Length - 1)
        {
            return;
        }

        var aspect = name.Substring(Prefix.Length, dash - Prefix.Length).ToLowerInvariant();
        var dimension = name.Substring(dash + 1).ToLowerInvariant();
        var index = limits.FindIndex(limit => limit.Dimension == dimension);
        var known = index >= 0 ? limits[index] : new ImageRateLimit(dimension);
        var changed = aspect switch
        {
            "limit" => known with { Limit = Count(value) },
            "remaining" => known with { Remaining = Count(value) },
            "reset" => known with { ResetAfter = DurationText.Parse(value) },
            _ => null,
        };

        if (changed is not null && index >= 0)
        {
            limits[index] = changed;
        }
        else if (changed is not null && limits.Count < MaxDimensions)
        {
            limits.Add(changed);
        }
    }

    private static long? Count(string value)
        => long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var count) ? count : null;
}
