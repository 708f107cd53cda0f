using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenAIImages.ErrorReplies;

/// <summary>Writes JSON with redacted strings.</summary>
/// <remarks>
/// The class writes new JSON and does not search the text: strings have many forms of escapes, and each form could hide
/// a prompt.
/// </remarks>
internal static class RedactedJson
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="redactor">Redacts each string.</param>
    /// <returns>The JSON.</returns>
    public static string Write(JsonElement value, Redactor redactor)
    {
        using var buffer = new MemoryStream();
        using var writer = new Utf8JsonWriter(buffer, Readable);
        Write(writer, value, redactor);
        writer.Flush();

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, Redactor redactor)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(redactor.Redact(member.Name));
                    Write(writer, member.Value, redactor);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, redactor);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(redactor.Redact(value.GetString()!));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
