using System.Text.Json;
using OpenAIImages.Emulator.Files;

namespace OpenAIImages.Emulator.Replies;

/// <summary>Writes stored files in the service's form.</summary>
internal static class FileReply
{
    public static void Write(Utf8JsonWriter writer, StoredFile file)
    {
        writer.WriteStartObject();
        writer.WriteString("id", file.Id);
        writer.WriteString("object", "file");
        writer.WriteNumber("bytes", file.Length);
        writer.WriteNumber("created_at", file.Created.ToUnixTimeSeconds());
        if (file.Expires is { } expires)
        {
            writer.WriteNumber("expires_at", expires.ToUnixTimeSeconds());
        }
        else
        {
            writer.WriteNull("expires_at");
        }

        writer.WriteString("filename", file.Name);
        writer.WriteString("purpose", file.Purpose);
        writer.WriteString("status", "processed");
        writer.WriteNull("status_details");
        writer.WriteEndObject();
    }

    public static void WriteDeleted(Utf8JsonWriter writer, string id)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteString("object", "file");
        writer.WriteBoolean("deleted", true);
        writer.WriteEndObject();
    }
}
