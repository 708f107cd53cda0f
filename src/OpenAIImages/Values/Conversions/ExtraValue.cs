using System.Text.Json;

namespace OpenAIImages;

/// <summary>Makes the JSON values of <see cref="ExtraFields"/>, and compares them.</summary>
internal static class ExtraValue
{
    public static JsonElement Of(string value) => Write(writer => writer.WriteStringValue(value));

    public static JsonElement Of(long value) => Write(writer => writer.WriteNumberValue(value));

    public static JsonElement Of(bool value) => Write(writer => writer.WriteBooleanValue(value));

    public static JsonElement Of(double value)
        => double.IsNaN(value) || double.IsInfinity(value)
            ? throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has only finite numbers.")
            : Write(writer => writer.WriteNumberValue(value));

    public static string Text(JsonElement value)
        => value.ValueKind == JsonValueKind.Undefined ? "" : value.GetRawText();

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
