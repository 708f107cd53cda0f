using System.Text;
using System.Text.Json.Nodes;

namespace OpenAIImages.Emulator.Tests.Support;

/// <summary>Calls for files, as a client makes them.</summary>
internal static class FileCalls
{
    public static async Task<Reply> UploadAsync(this Service service, Form form)
    {
        using var content = form.ToContent();

        return await service.SendAsync(HttpMethod.Post, "files", content);
    }

    /// <summary>Uploads a file that the service should accept.</summary>
    /// <returns>The id of the file.</returns>
    public static async Task<string> UploadAsync(
        this Service service, byte[] bytes, string name, string purpose, string type = "image/png")
    {
        var reply = await service.UploadAsync(Form.Of(("purpose", purpose)).File("file", bytes, type, name));
        Assert.True(reply.Status == 200, reply.Body.ToJsonString());

        return (string)reply.Body["id"]!;
    }

    /// <summary>Uploads the input of a batch.</summary>
    /// <returns>The id of the file.</returns>
    public static Task<string> UploadLinesAsync(this Service service, params IEnumerable<string> lines)
        => service.UploadAsync(
            Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"), "requests.jsonl", "batch", "application/jsonl");

    public static Task<byte[]> ReadAsync(this Service service, string id)
        => service.Http.GetByteArrayAsync($"files/{id}/content", TestContext.Current.CancellationToken);

    /// <summary>Reads the lines of a batch's file, by their custom id.</summary>
    public static async Task<Dictionary<string, JsonNode>> ReadLinesAsync(this Service service, JsonNode? id)
        => Encoding.UTF8.GetString(await service.ReadAsync((string)id!))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)
            .ToDictionary(line => (string)line["custom_id"]!);
}
