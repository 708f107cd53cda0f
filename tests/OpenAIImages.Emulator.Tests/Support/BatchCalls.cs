using System.Text;
using System.Text.Json.Nodes;

namespace OpenAIImages.Emulator.Tests.Support;

/// <summary>Calls for batches, as a client makes them.</summary>
internal static class BatchCalls
{
    public const string Generations = "/v1/images/generations";
    public const string Edits = "/v1/images/edits";

    /// <summary>Writes a line that requests a picture.</summary>
    public static string Line(string id, string prompt = "a cat", string more = "")
        => $$"""{"custom_id":"{{id}}","method":"POST","url":"{{Generations}}","body":""" +
            $$$"""{"model":"gpt-image-2","prompt":"{{{prompt}}}"{{{more}}}}}""";

    public static async Task<Reply> PostBatchAsync(this Service service, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");

        return await service.SendAsync(HttpMethod.Post, "batches", content);
    }

    /// <summary>Uploads lines and creates a batch of them.</summary>
    /// <returns>The id of the batch.</returns>
    public static async Task<string> CreateBatchAsync(
        this Service service, IEnumerable<string> lines, string endpoint = Generations)
    {
        var input = await service.UploadLinesAsync(lines);
        var reply = await service.PostBatchAsync(
            $$"""{"input_file_id":"{{input}}","endpoint":"{{endpoint}}","completion_window":"24h"}""");
        Assert.True(reply.Status == 200, reply.Body.ToJsonString());

        return (string)reply.Body["id"]!;
    }

    /// <summary>Creates a batch and waits until it has ended.</summary>
    /// <returns>The ended batch.</returns>
    public static async Task<JsonNode> FinishBatchAsync(
        this Service service, IEnumerable<string> lines, string endpoint = Generations)
    {
        var id = await service.CreateBatchAsync(lines, endpoint);

        return await service.GetBatchAsync(id, status: null);
    }

    /// <summary>Waits until a batch is in a state, or has ended.</summary>
    /// <returns>The batch after the wait.</returns>
    public static async Task<JsonNode> GetBatchAsync(this Service service, string id, string? status)
    {
        await service.Emulator.WaitForBatchAsync(id, status, TestContext.Current.CancellationToken);

        return (await service.GetAsync($"batches/{id}")).Body;
    }
}
