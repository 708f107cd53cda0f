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
    private const double MaxSeconds = 1e11;

    // Whatever is larger counts nothing.
    private const double MaxCount = 1e15;

    private const int MaxShortLength = 64;

    public static string? ReadString(ReadOnlySpan<byte> value)
    {
        // Most are a word or two, and the parser's reader costs more than their value.
        if (value is [(byte)'"', .. { Length: <= MaxShortLength } text, (byte)'"'] && IsPlainAscii(text))
        {
            return KnownValues.Find(text) ?? Encoding.ASCII.GetString(text);
        }

        var reader = StartReading(value);
        try
        {
            return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            reader = StartReading(JsonTextRepair.Repair(value));

            return reader.GetString();
        }
    }

    /// <summary>Reads a text that is not blank.</summary>
    public static string? ReadNonBlank(ReadOnlySpan<byte> value)
        => ReadString(value) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    public static long? ReadInt64(ReadOnlySpan<byte> value)
    {
        // Nearly all are bare digits, and the parser's reader costs more than their value.
        if (Utf8Parser.TryParse(value, out long whole, out var length) && length == value.Length)
        {
            return whole;
        }

        var reader = StartReading(value);

        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) ? number : null;
    }

    /// <summary>Reads a count, which some servers write as a fraction; rounded up, as it is billed.</summary>
    public static long? ReadCount(ReadOnlySpan<byte> value)
        => ReadInt64(value)
            ?? (value is [(byte)'-' or (>= (byte)'0' and <= (byte)'9'), ..]
                && ReadDouble(value) is { } number && Math.Abs(number) < MaxCount
                    ? (long)Math.Ceiling(number)
                    : null);

    /// <summary>Reads a Unix time, which servers write in seconds or milliseconds, as a number or as text; or a date by
    /// ISO 8601.</summary>
    public static DateTimeOffset? ReadTime(ReadOnlySpan<byte> value)
    {
        if (value is [(byte)'"', (>= (byte)'0' and <= (byte)'9'), _, _, _, (byte)'-', ..])
        {
            return DateTimeOffset.TryParse(
                ReadString(value), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                    ? date.ToUniversalTime()
                    : null;
        }

        var number = ReadDouble(value) ?? double.NaN;

        // Written so that what is no number at all falls through as well.
        if (!(number > 0 && number < MaxSeconds * 1_000))
        {
            return null;
        }

        return number < MaxSeconds
            ? DateTimeOffset.FromUnixTimeSeconds((long)number)
            : DateTimeOffset.FromUnixTimeMilliseconds((long)number);
    }

    public static bool IsNull(ReadOnlySpan<byte> value) => value.SequenceEqual("null"u8);

    public static bool IsObject(ReadOnlySpan<byte> value) => value is [(byte)'{', ..];

    /// <summary>Gets whether a value says something: <c>null</c>, <c>false</c>, 0, "", [] and {} do not.</summary>
    public static bool IsTruthy(ReadOnlySpan<byte> value)
    {
        var reader = StartReading(value);

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

    public static JsonElement ReadElement(ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(
            JsonTextRepair.Repair(value), new JsonReaderOptions { AllowTrailingCommas = true });

        return JsonElement.ParseValue(ref reader);
    }

    private static double? ReadDouble(ReadOnlySpan<byte> value)
    {
        if (ReadInt64(value) is { } whole)
        {
            return whole;
        }

        var reader = StartReading(value);
        double number = 0;
        var isNumber = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDouble(out number),
            JsonTokenType.String => double.TryParse(
                ReadString(value), NumberStyles.Float, CultureInfo.InvariantCulture, out number),
            _ => false,
        };

        return isNumber ? number : null;
    }

    // Text that is its own bytes.
    private static bool IsPlainAscii(ReadOnlySpan<byte> text)
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

    private static Utf8JsonReader StartReading(ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(value);
        reader.Read();

        return reader;
    }
}
