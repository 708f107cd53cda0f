using System.Buffers;
using System.Text.Json;

namespace OpenAIImages.AspNetCore.Events;

/// <summary>Writes the data of events.</summary>
internal static class EventData
{
    public static ReadOnlyMemory<byte> Preview(PartialImageEvent found, ImageOutput image)
        => Write(json =>
        {
            json.WriteNumber("index", found.ImageIndex);
            json.WriteNumber("preview", found.PartialImageIndex);
            WriteImage(json, image);
        });

    public static ReadOnlyMemory<byte> Image(CompletedImageEvent found, ImageOutput image)
        => Write(json =>
        {
            json.WriteNumber("index", found.ImageIndex);
            if (found.Size is { } size)
            {
                json.WriteString("size", size.ToString());
            }

            WriteImage(json, image);
        });

    public static ReadOnlyMemory<byte> Withheld(CompletedImageEvent found)
        => Write(json =>
        {
            json.WriteNumber("index", found.ImageIndex);
            json.WriteBoolean("withheld", true);
        });

    public static ReadOnlyMemory<byte> Done(int images, ImageUsage? usage)
        => Write(json =>
        {
            json.WriteNumber("images", images);
            if (usage is not null)
            {
                json.WritePropertyName("usage");
                JsonSerializer.Serialize(json, usage, EventJson.Default.ImageUsage);
            }
        });

    private static void WriteImage(Utf8JsonWriter json, ImageOutput image)
    {
        json.WriteString("mediaType", image.MediaType.ToString());
        json.WriteNumber("length", image.Length);
    }

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
