using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenAIImages.Diagnostics;

/// <summary>Writes a prompt as JSON, in the form of OpenTelemetry's conventions for messages to a model.</summary>
/// <remarks>Reference: gen-ai-input-messages.json of the conventions. The JSON does not contain input images.</remarks>
internal static class InputMessages
{
    // People read this text, in any language. No page contains it unescaped.
    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Serialize(string prompt)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Readable))
        {
            writer.WriteStartArray();
            writer.WriteStartObject();
            writer.WriteString("role"u8, "user"u8);
            writer.WriteStartArray("parts"u8);
            writer.WriteStartObject();
            writer.WriteString("type"u8, "text"u8);
            writer.WriteString("content"u8, prompt);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length);
    }
}
