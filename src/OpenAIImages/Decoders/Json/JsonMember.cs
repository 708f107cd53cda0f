using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenAIImages.Bytes;

namespace OpenAIImages.Decoders;

/// <summary>Reads small JSON values that are whole in a buffer. A value of another type gives
/// <see langword="null"/>.</summary>
internal static class JsonMember
{
    // Seconds up to the year 5138. A larger number is milliseconds.
    private const double MaxSeconds = 1e11;

    // A larger number is not a plausible count.
    private const double MaxCount = 1e15;

    private const int MaxShortLength = 64;

    public static string? ReadString(ReadOnlySpan<byte> value)
    {
        // Most strings are a word or two. For them, the start of the platform's reader costs more than the reading. The
        // promise of 0.8 times the official time for a small call needs this; the benchmark SmallPicture measures it.
        if (value is [(byte)'"', .. { Length: <= MaxShortLength } text, (byte)'"'] && IsPlainAscii(text))
        {
            return KnownStrings.Find(text) ?? Encoding.ASCII.GetString(text);
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

    /// <summary>Reads the name of the member at the position of a reader.</summary>
    public static string ReadName(ref Utf8JsonReader reader)
        => KnownStrings.Find(reader.ValueSpan) ?? ReadString([(byte)'"', .. reader.ValueSpan, (byte)'"'])!;

    /// <summary>Reads a string that is not blank.</summary>
    public static string? ReadNonBlank(ReadOnlySpan<byte> value)
        => ReadString(value) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    public static long? ReadInt64(ReadOnlySpan<byte> value)
    {
        // Nearly all numbers are bare digits; see ReadString.
        if (Utf8Parser.TryParse(value, out long whole, out var length) && length == value.Length)
        {
            return whole;
        }

        var reader = StartReading(value);

        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) ? number : null;
    }

    /// <summary>Reads a count. Some servers write a fraction. The method rounds it up, like the bill of the
    /// server.</summary>
    public static long? ReadCount(ReadOnlySpan<byte> value)
        => ReadInt64(value)
            ?? (value is [(byte)'-' or (>= (byte)'0' and <= (byte)'9'), ..]
                && ReadDouble(value) is { } number && Math.Abs(number) < MaxCount
                    ? (long)Math.Ceiling(number)
                    : null);

    /// <summary>Reads a time: Unix seconds or milliseconds, as a number or a string, or a date by ISO 8601.</summary>
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

        // The condition has this form so that NaN gives null, too.
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

    /// <summary>Gets whether a value differs from <c>null</c>, <c>false</c>, 0, "", [] and {}.</summary>
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

    // Returns whether a text has no escapes and only one-byte characters.
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
