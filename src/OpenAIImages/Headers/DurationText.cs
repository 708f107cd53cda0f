using System.Globalization;

namespace OpenAIImages.Headers;

/// <summary>Reads durations in Go's form, <c>1h2m3s</c>, <c>1.5s</c>, <c>120ms</c>, and in words, <c>51.84
/// seconds</c>.</summary>
internal static class DurationText
{
    /// <summary>Reads a text that is a duration. A number without a unit is seconds.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The duration, or <see langword="null"/> when the text is not a duration.</returns>
    public static TimeSpan? Parse(string text)
    {
        text = text.Trim();
        if (ParseNumber(text) is { } seconds)
        {
            return FromSeconds(seconds);
        }

        var position = 0;

        return ParseAt(text, ref position) is { } duration && position == text.Length ? duration : null;
    }

    /// <summary>Reads a duration inside a text, and moves the position to its end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">The beginning; afterwards, the end of the duration.</param>
    /// <returns>The duration, or <see langword="null"/> when there is none at that position.</returns>
    public static TimeSpan? ParseAt(string text, ref int position)
    {
        double? total = null;
        while (ParsePart(text, ref position) is { } seconds)
        {
            total = (total ?? 0) + seconds;
        }

        return total is { } sum ? FromSeconds(sum) : null;
    }

    /// <summary>Converts seconds. A number that is too large gives the longest duration.</summary>
    /// <param name="seconds">Seconds, zero or more.</param>
    /// <returns>The duration.</returns>
    public static TimeSpan FromSeconds(double seconds)
        => seconds < TimeSpan.MaxValue.TotalSeconds
            ? TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond))
            : TimeSpan.MaxValue;

    /// <summary>Reads a decimal number of zero or more.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The number, or <see langword="null"/> when the text is not such a number.</returns>
    public static double? ParseNumber(string text)
        => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= 0 && !double.IsInfinity(number)
            ? number
            : null;

    private static double? ParsePart(string text, ref int position)
    {
        var digits = position;
        while (digits < text.Length && (text[digits] is '.' or (>= '0' and <= '9')))
        {
            digits++;
        }

        var unit = digits < text.Length && text[digits] == ' ' ? digits + 1 : digits;
        var end = unit;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        if (ParseNumber(text.Substring(position, digits - position)) is not { } number
            || SecondsIn(text.Substring(unit, end - unit)) is not { } factor)
        {
            return null;
        }

        position = end;

        return number * factor;
    }

    // The micro sign has two code points, and headers read as Latin-1 show their UTF-8 bytes.
    private static double? SecondsIn(string unit) => unit switch
    {
        "h" or "hour" or "hours" => 3600,
        "m" or "minute" or "minutes" => 60,
        "s" or "second" or "seconds" => 1,
        "ms" or "millisecond" or "milliseconds" => 1e-3,
        "us" or "\u00b5s" or "\u03bcs" or "\u00c2\u00b5s" or "\u00ce\u00bcs" => 1e-6,
        "ns" => 1e-9,
        _ => null,
    };
}
