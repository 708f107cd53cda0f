using System.Text.Json;

namespace OpenAIImages.Emulator.Files;

/// <summary>Writes and reads the card of a file: its facts in JSON, stored beside it for later emulators.</summary>
internal static class FileCard
{
    public static byte[] Write(StoredFile file)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("id", file.Id);
            json.WriteNumber("bytes", file.Length);
            json.WriteString("created", file.Created);
            if (file.Expires is { } expires)
            {
                json.WriteString("expires", expires);
            }

            json.WriteString("filename", file.Name);
            json.WriteString("purpose", file.Purpose);
            json.WriteString("media_type", file.MediaType);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <returns>The file that the card describes, or <see langword="null"/> when the bytes are not a card.</returns>
    public static StoredFile? Read(byte[] card)
    {
        try
        {
            using var document = JsonDocument.Parse(card);
            var root = document.RootElement;

            return new StoredFile
            {
                Id = root.GetProperty("id").GetString()!,
                Length = root.GetProperty("bytes").GetInt64(),
                Created = root.GetProperty("created").GetDateTimeOffset(),
                Expires = root.TryGetProperty("expires", out var expires) ? expires.GetDateTimeOffset() : null,
                Name = root.GetProperty("filename").GetString()!,
                Purpose = root.GetProperty("purpose").GetString()!,
                MediaType = root.GetProperty("media_type").GetString(),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException
            or FormatException)
        {
            return null;
        }
    }
}
