using System.Text.Json;

namespace OpenAIImages.Emulator.Webhooks;

/// <summary>Something that happened, as it is sent to an endpoint.</summary>
/// <param name="DeliveryId">What the delivery is called, the same at every try.</param>
/// <param name="Body">What is sent.</param>
internal sealed record WebhookEvent(string DeliveryId, byte[] Body)
{
    /// <summary>Says that a batch has come to its end.</summary>
    public static WebhookEvent OfBatch(string batchId, string status, DateTimeOffset ended)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("id", $"evt_{Guid.NewGuid():N}");
            json.WriteString("object", "event");
            json.WriteString("type", $"batch.{status}");
            json.WriteNumber("created_at", ended.ToUnixTimeSeconds());
            json.WriteStartObject("data");
            json.WriteString("id", batchId);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return new WebhookEvent($"wh_{Guid.NewGuid():N}", bytes.ToArray());
    }
}
