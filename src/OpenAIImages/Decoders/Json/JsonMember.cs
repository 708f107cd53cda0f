using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenAIImages.ErrorReplies;

namespace OpenAIImages.Decoders;

/// <summary>Reads small JSON values that lie whole in a buffer, and never fails on one of another type.</summary>
internal static class JsonMember
{
    // Beyond the year 5138 in seconds: a server that says so means milliseconds.
    private const double LargestSeconds = 1e11;

    // Whatever is larger counts nothing.
    private const double LargestCount = 1e15;

    private const int LongestShort = 64;

    public static string? Text(ReadOnlySpan<byte> value)
    {
        // Most are a word or two, and the parser's reader costs more than their value.
        if (value is [(byte)'"', .. { Length: <= LongestShort } text, (byte)'"'] && IsPlain(text))
        {
            return WireWord.Find(text) ?? Encoding.ASCII.GetString(text);
        }

        var reader = First(value);
        try
        {
            return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            reader = First(RepairedJson.Of(value));

            return reader.GetString();
        }
    }

    /// <summary>Reads a text that is not blank.</summary>
    public static string? Word(ReadOnlySpan<byte> value)
        => Text(value) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    public static long? Whole(ReadOnlySpan<byte> value)
    {
        // Nearly all are bare digits, and the parser's reader costs more than their value.
        if (Utf8Parser.TryParse(value, out long whole, out var length) && length == value.Length)
        {
            return whole;
        }

        var reader = First(value);

        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) ? number : null;
    }

    /// <summary>Reads a count, which some servers write as a fraction; rounded up, as it is billed.</summary>
    public static long? Count(ReadOnlySpan<byte> value)
        => Whole(value)
            ?? (value is [(byte)'-' or (>= (byte)'0' and <= (byte)'9'), ..]
                && Number(value) is { } number && Math.Abs(number) < LargestCount
                    ? (long)Math.Ceiling(number)
                    : null);

    /// <summary>Reads a Unix time, which servers write in seconds or milliseconds, as a number or as text; or a date by
    /// ISO 8601.</summary>
    public static DateTimeOffset? Time(ReadOnlySpan<byte> value)
    {
        if (value is [(byte)'"', (>= (byte)'0' and <= (byte)'9'), _, _, _, (byte)'-', ..])
        {
            return DateTimeOffset.TryParse(
                Text(value), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                    ? date.ToUniversalTime()
                    : null;
        }

        var number = Number(value) ?? double.NaN;

        // Written so that what is no number at all falls through as well.
        if (!(number > 0 && number < LargestSeconds * 1_000))
        {
            return null;
        }

        return number < LargestSeconds
            ? DateTimeOffset.FromUnixTimeSeconds((long)number)
            : DateTimeOffset.FromUnixTimeMilliseconds((long)number);
    }

    public static bool IsNull(ReadOnlySpan<byte> value) => value.SequenceEqual("null"u8);

    public static bool IsObject(ReadOnlySpan<byte> value) => value is [(byte)'{', ..];

    /// <summary>Gets whether a value says something: <c>null</c>, <c>false</c>, 0, "", [] and {} do not.</summary>
    public static bool IsTruthy(ReadOnlySpan<byte> value)
    {
        var reader = First(value);

        return reader.TokenType switch
        {
            JsonTokenType.Null or JsonTokenType.False => false,
            JsonTokenType.String => reader.ValueSpan.Length > 0,
            JsonTokenType.Number => !reader.TryGetDouble(out var number) || number != 0,
            JsonTokenType.StartObject or JsonTokenType.StartArray
                => reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray),
            _ => true,
        };
    }

    public static JsonElement Element(ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(
            RepairedJson.Of(value), new JsonReaderOptions { AllowTrailingCommas = true });

        return JsonElement.ParseValue(ref reader);
    }

    private static double? Number(ReadOnlySpan<byte> value)
    {
        if (Whole(value) is { } whole)
        {
            return whole;
        }

        var reader = First(value);
        double number = 0;
        var isNumber = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDouble(out number),
            JsonTokenType.String => double.TryParse(
                Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out number),
            _ => false,
        };

        return isNumber ? number : null;
    }

    // Text that is its own bytes.
    private static bool IsPlain(ReadOnlySpan<byte> text)
    {
        foreach (var character in text)
        {
            if (character is < (byte)' ' or > (byte)'~' or (byte)'\\')
            {
                return false;
            }
        }

        return true;
    }

    private static Utf8JsonReader First(ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(value);
        reader.Read();

        return reader;
    }
}
