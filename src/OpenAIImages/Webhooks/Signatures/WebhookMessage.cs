using System.Text;

namespace OpenAIImages.Webhooks.Signatures;

/// <summary>The signed message of a delivery.</summary>
internal static class WebhookMessage
{
    // A text with more digits is not a time, and would not fit into a number.
    private const int MaxDigits = 15;

    /// <summary>Joins the id, the time and the body. An empty id is left out together with its dot.</summary>
    public static byte[] Create(string id, string timestamp, ReadOnlySpan<byte> body)
        => [.. Encoding.UTF8.GetBytes(id.Length == 0 ? $"{timestamp}." : $"{id}.{timestamp}."), .. body];

    /// <summary>Reads the leading digits of a time in Unix seconds, as the service's own libraries do.</summary>
    /// <returns>The seconds; <see langword="null"/> when the text does not begin with a number.</returns>
    public static long? ReadTimestamp(string text)
    {
        var rest = text.AsSpan().TrimStart();
        var sign = rest is ['-', ..] ? -1 : 1;
        rest = rest is ['-' or '+', ..] ? rest.Slice(1) : rest;
        long seconds = 0;
        var digits = 0;
        while (digits < rest.Length && rest[digits] is >= '0' and <= '9')
        {
            if (digits == MaxDigits)
            {
                return null;
            }

            seconds = (seconds * 10) + (rest[digits++] - '0');
        }

        return digits == 0 ? null : sign * seconds;
    }
}
