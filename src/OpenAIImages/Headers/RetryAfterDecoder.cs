using System.Net.Http.Headers;

namespace OpenAIImages.Headers;

/// <summary>Reads the wait that the service asks for.</summary>
/// <remarks>
/// <c>retry-after-ms</c> (milliseconds) comes first, then <c>Retry-After</c> (seconds or a date), then the text "try
/// again in 12s" in the message. The decoder skips an unreadable value. A date in the past gives zero.
/// </remarks>
internal static class RetryAfterDecoder
{
    private static readonly string[] Phrases = ["try again in ", "try again after "];

    public static TimeSpan? Decode(HttpResponseHeaders? headers, string? message, TimeProvider timeProvider)
        => Milliseconds(ReplyHeaders.First(headers, "retry-after-ms"))
            ?? SecondsOrDate(ReplyHeaders.First(headers, "Retry-After"), timeProvider)
            ?? FromMessage(message);

    private static TimeSpan? Milliseconds(string? text)
        => text is not null && DurationText.ParseNumber(text.Trim()) is { } milliseconds
            ? DurationText.FromSeconds(milliseconds / 1000)
            : null;

    private static TimeSpan? SecondsOrDate(string? text, TimeProvider timeProvider)
    {
        if (text is null)
        {
            return null;
        }

        if (DurationText.ParseNumber(text.Trim()) is { } seconds)
        {
            return DurationText.FromSeconds(seconds);
        }

        if (!RetryConditionHeaderValue.TryParse(text, out var value) || value.Date is not { } date)
        {
            return null;
        }

        var wait = date - timeProvider.GetUtcNow();

        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static TimeSpan? FromMessage(string? message)
    {
        foreach (var phrase in Phrases)
        {
            if (message?.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            {
                var position = at + phrase.Length;

                return DurationText.ParseAt(message, ref position);
            }
        }

        return null;
    }
}
