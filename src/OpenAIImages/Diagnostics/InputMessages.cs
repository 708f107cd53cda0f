using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenAIImages.Diagnostics;

/// <summary>Writes a prompt in the form that the conventions lay down for what is said to a model.</summary>
/// <remarks>Reference: gen-ai-input-messages.json of OpenTelemetry's conventions. Pictures are left out.</remarks>
internal static class InputMessages
{
    // Read by people, in any language, and never put into a page as it is.
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
