using System.ClientModel;
using System.Globalization;
using System.Text.Json;
using OpenAI;
using OpenAI.Files;

namespace OpenAIImages.WholeProcess;

/// <summary>Saves the pictures of a batch's output file to files, with each rival's best way.</summary>
internal static class BatchResults
{
    private const string Key = "sk-any";

    public static async Task OursAsync(Uri endpoint, string folder, int count)
    {
        using var client = new OpenAIImageBatchClient(new ImageClientOptions { ApiKey = Key, Endpoint = endpoint });
        var batch = new ImageBatch("batch_1", ImageBatchStatus.Completed) { OutputFileId = FileOf(count) };

        await foreach (var result in client.ReadResultsAsync(
            batch, id => ImageDestination.File(PathOf(folder, id), ExistingFile.Replace)))
        {
            if (result.Exception is { } fault)
            {
                throw fault;
            }
        }
    }

    /// <summary>Saves the pictures with the code of a careful person: one line at a time, each picture written before
    /// the next line.</summary>
    public static async Task ByHandAsync(Uri endpoint, string folder, int count)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        using var reply = await http.GetAsync(
            new Uri(endpoint, $"files/{FileOf(count)}/content"), HttpCompletionOption.ResponseHeadersRead);
        reply.EnsureSuccessStatusCode();
        using var lines = new StreamReader(await reply.Content.ReadAsStreamAsync());
        while (await lines.ReadLineAsync() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            await SaveAsync(json.RootElement, folder);
        }
    }

    public static async Task OfficialAsync(Uri endpoint, string folder, int count)
    {
        var client = new OpenAIFileClient(
            new ApiKeyCredential(Key), new OpenAIClientOptions { Endpoint = endpoint });
        var file = (await client.DownloadFileAsync(FileOf(count))).Value.ToMemory();
        while (!file.IsEmpty)
        {
            var end = file.Span.IndexOf((byte)'\n');
            using var json = JsonDocument.Parse(file[..end]);
            await SaveAsync(json.RootElement, folder);
            file = file[(end + 1)..];
        }
    }

    private static async Task SaveAsync(JsonElement line, string folder)
    {
        var id = line.GetProperty("custom_id").GetString()!;
        var picture = line.GetProperty("response").GetProperty("body").GetProperty("data")[0]
            .GetProperty("b64_json").GetBytesFromBase64();
        await File.WriteAllBytesAsync(PathOf(folder, id), picture);
    }

    private static string FileOf(int count) => string.Create(CultureInfo.InvariantCulture, $"file-{count}");

    private static string PathOf(string folder, string id) => Path.Combine(folder, $"{id}.png");
}
