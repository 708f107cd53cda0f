using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace OpenAIImages.AspNetCore.Tests.Support;

/// <summary>Reads server-sent events by the platform's own parser.</summary>
internal static class Sse
{
    public static IAsyncEnumerable<SseItem<JsonNode>> ReadAsync(Stream body)
        => SseParser.Create(body, (_, data) => JsonNode.Parse(data)!)
            .EnumerateAsync(TestContext.Current.CancellationToken);

    public static async Task<List<SseItem<JsonNode>>> ReadAllAsync(HttpResponseMessage reply)
    {
        var body = await reply.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var events = new List<SseItem<JsonNode>>();
        await foreach (var item in ReadAsync(body))
        {
            events.Add(item);
        }

        return events;
    }

    /// <summary>Gets the image that an event carries.</summary>
    public static byte[] ImageIn(JsonNode data)
        => Convert.FromBase64String(data["dataUrl"]!.GetValue<string>().Split("base64,")[1]);
}
