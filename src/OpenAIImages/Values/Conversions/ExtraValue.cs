using System.Text.Json;

namespace OpenAIImages;

/// <summary>Makes the JSON values of <see cref="ExtraFields"/>, and compares them.</summary>
internal static class ExtraValue
{
    private const int EscapeLength = 6;

    public static JsonElement From(string value) => Write(writer => writer.WriteStringValue(value));

    public static JsonElement From(long value) => Write(writer => writer.WriteNumberValue(value));

    public static JsonElement From(bool value) => Write(writer => writer.WriteBooleanValue(value));

    public static JsonElement From(double value)
        => double.IsNaN(value) || double.IsInfinity(value)
            ? throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has only finite numbers.")
            : Write(writer => writer.WriteNumberValue(value));

    public static string Text(JsonElement value)
        => value.ValueKind == JsonValueKind.Undefined ? "" : value.GetRawText();

    /// <summary>Refuses a value that cannot be sent: a default <see cref="JsonElement"/>, or a text with half a
    /// surrogate pair.</summary>
    /// <exception cref="ArgumentException">The value cannot be sent.</exception>
    public static JsonElement Checked(string name, JsonElement value)
        => value.ValueKind == JsonValueKind.Undefined
                ? throw new ArgumentException($"Extra holds no value for '{name}': the JsonElement is its default.")
            : HalfPairIn(value.GetRawText()) is { } at
                ? throw new ArgumentException(
                    $"Extra holds half of a surrogate pair in '{name}', at index {at} of the JSON of its value.")
            : value;

    // Only an escape of JSON can be half of a surrogate pair, since the bytes around it are UTF-8, which has no such
    // halves.
    private static int? HalfPairIn(string json)
    {
        for (var at = json.IndexOf('\\'); at >= 0; at = json.IndexOf('\\', at))
        {
            if (json[at + 1] != 'u')
            {
                at += 2;
            }
            else if (!char.IsSurrogate(UnitAt(json, at)))
            {
                at += EscapeLength;
            }
            else if (string.CompareOrdinal(json, at + EscapeLength, "\\u", 0, 2) == 0
                && char.IsSurrogatePair(UnitAt(json, at), UnitAt(json, at + EscapeLength)))
            {
                at += 2 * EscapeLength;
            }
            else
            {
                return at;
            }
        }

        return null;
    }

    private static char UnitAt(string json, int at)
    {
        var unit = 0;
        for (var i = at + 2; i < at + EscapeLength; i++)
        {
            unit = (unit * 16) + Uri.FromHex(json[i]);
        }

        return (char)unit;
    }

    private static JsonElement Write(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            write(writer);
        }

        using var document = JsonDocument.Parse(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));

        return document.RootElement.Clone();
    }
}
