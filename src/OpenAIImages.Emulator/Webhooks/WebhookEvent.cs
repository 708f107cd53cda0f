using System.Text.Json;

namespace OpenAIImages.Emulator.Webhooks;

/// <summary>An event for a webhook endpoint.</summary>
/// <param name="DeliveryId">The id of the delivery, the same at every attempt.</param>
/// <param name="Body">The body of the request.</param>
internal sealed record WebhookEvent(string DeliveryId, byte[] Body)
{
    /// <summary>Makes the event for the end of a batch.</summary>
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
