using System.Text.Json;
using OpenAIImages.Bytes;

namespace OpenAIImages.Webhooks.Signatures;

/// <summary>Reads the event in the body of a delivery.</summary>
internal static class WebhookBody
{
    private const long LastSecond = 253_402_300_799; // The end of the year 9999.

    /// <exception cref="ImageWebhookException">The body holds no event.</exception>
    public static ImageWebhookEvent Read(ReadOnlySpan<byte> body, string deliveryId)
    {
        var json = Parse(body);
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw ImageWebhookException.InvalidBody("it is no JSON object.");
        }

        var type = Required(json, "type");
        json.TryGetProperty("data", out var data);

        return new ImageWebhookEvent(Required(json, "id"), type)
        {
            DeliveryId = deliveryId,
            Created = json.TryGetProperty("created_at", out var time) && time.ValueKind == JsonValueKind.Number
                && time.TryGetInt64(out var seconds) && seconds is >= 0 and <= LastSecond
                    ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                    : null,
            BatchId = type.StartsWith("batch.", StringComparison.Ordinal) ? Text(data, "id") : null,
            Data = data,
            Extra = Rest(json),
        };
    }

    private static JsonElement Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(JsonTextRepair.Repair(body));

            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            throw ImageWebhookException.InvalidBody("it is no JSON.");
        }
    }

    private static string Required(JsonElement json, string name)
        => Text(json, name) is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw ImageWebhookException.InvalidBody($"its member {name} is missing, or no text.");

    private static string? Text(JsonElement json, string name)
        => json.ValueKind == JsonValueKind.Object
            && json.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;

    private static ExtraFields Rest(JsonElement json)
    {
        var rest = json.EnumerateObject()
            .Where(member => member.Name is not ("id" or "object" or "type" or "created_at" or "data")
                && !string.IsNullOrWhiteSpace(member.Name))
            .Select(member => new KeyValuePair<string, JsonElement>(member.Name, member.Value))
            .ToArray();

        return rest.Length == 0 ? ExtraFields.Empty : new ExtraFields(rest);
    }
}
