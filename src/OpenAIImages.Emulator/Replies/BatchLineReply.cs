using System.Text.Json;

namespace OpenAIImages.Emulator.Replies;

/// <summary>Writes the lines of a batch's files; each line is the outcome of one request.</summary>
internal static class BatchLineReply
{
    /// <summary>Writes the line of a request with a response.</summary>
    public static void WriteAnswer(
        Utf8JsonWriter writer, string customId, string requestId, int status, Action<Utf8JsonWriter> writeBody)
    {
        WriteStart(writer, customId);
        writer.WriteStartObject("response");
        writer.WriteNumber("status_code", status);
        writer.WriteString("request_id", requestId);
        writer.WritePropertyName("body");
        writeBody(writer);
        writer.WriteEndObject();
        writer.WriteNull("error");
        writer.WriteEndObject();
    }

    /// <summary>Writes the line of a request without a response.</summary>
    public static void WriteUnanswered(Utf8JsonWriter writer, string customId, string code, string message)
    {
        WriteStart(writer, customId);
        writer.WriteNull("response");
        writer.WriteStartObject("error");
        writer.WriteString("code", code);
        writer.WriteString("message", message);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Writes a body of any kind: JSON unchanged, an empty body as null, other text as a string.</summary>
    public static void WriteText(Utf8JsonWriter writer, string body)
    {
        if (body.Length == 0)
        {
            writer.WriteNullValue();

            return;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            document.RootElement.WriteTo(writer);
        }
        catch (JsonException)
        {
            writer.WriteStringValue(body);
        }
    }

    private static void WriteStart(Utf8JsonWriter writer, string customId)
    {
        writer.WriteStartObject();
        writer.WriteString("id", $"batch_req_{Guid.NewGuid():N}");
        writer.WriteString("custom_id", customId);
    }
}
