using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using OpenAI;
using OpenAI.Files;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Client;

/// <summary>The official package for .NET uses files and batches of the emulator; only its address differs.</summary>
public sealed class OfficialClientBatchesTests(SharedService shared) : IClassFixture<SharedService>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private OpenAIClient Client => new(new ApiKeyCredential("sk-any"), new OpenAIClientOptions
    {
        Endpoint = shared.Service.Emulator.Endpoint,
        RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
    });

    [Fact]
    public async Task The_official_client_uploads_lists_reads_and_deletes_files()
    {
        var files = Client.GetOpenAIFileClient();

        OpenAIFile uploaded = await files.UploadFileAsync(
            BinaryData.FromBytes(Samples.Png), "a.png", FileUploadPurpose.Vision);
        OpenAIFileCollection listed = await files.GetFilesAsync(Token);
        BinaryData content = await files.DownloadFileAsync(uploaded.Id, Token);
        FileDeletionResult deleted = await files.DeleteFileAsync(uploaded.Id, Token);

        Assert.Equal(("a.png", Samples.Png.Length), (uploaded.Filename, uploaded.SizeInBytes));
        Assert.Contains(listed, file => file.Id == uploaded.Id);
        Assert.Equal(Samples.Png, content.ToArray());
        Assert.True(deleted.Deleted);
    }

    // The package marks batches as experimental; the test shows that they work.
    [Fact]
    [Experimental("OPENAI001")]
    public async Task The_official_client_runs_a_batch_and_reads_its_results()
    {
        var files = Client.GetOpenAIFileClient();
        using var lines = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
            BatchCalls.Line("a") + "\n" + BatchCalls.Line("b", "[quota]")));
        OpenAIFile input = await files.UploadFileAsync(lines, "requests.jsonl", FileUploadPurpose.Batch, Token);
        using var order = BinaryContent.Create(BinaryData.FromString($$"""
            {"input_file_id":"{{input.Id}}","endpoint":"/v1/images/generations","completion_window":"24h"}
            """));

        var operation = await Client.GetBatchClient().CreateBatchAsync(order, waitUntilCompleted: false);
        while (!operation.HasCompleted)
        {
            await operation.UpdateStatusAsync();
        }

        var batch = JsonNode.Parse((await operation.GetBatchAsync(options: null)).GetRawResponse().Content)!;
        BinaryData results = await files.DownloadFileAsync((string)batch["output_file_id"]!, Token);
        BinaryData errors = await files.DownloadFileAsync((string)batch["error_file_id"]!, Token);
        Assert.Equal("a", (string?)JsonNode.Parse(results)!["custom_id"]);
        Assert.Equal(429, (int?)JsonNode.Parse(errors)!["response"]!["status_code"]);
    }

    [Fact]
    public async Task The_official_client_reports_a_file_that_does_not_exist()
    {
        var refused = await Assert.ThrowsAsync<ClientResultException>(
            () => Client.GetOpenAIFileClient().GetFileAsync("file-abc123", Token));

        Assert.Equal(
            "HTTP 404 (invalid_request_error: )\nParameter: id\n\nNo such File object: file-abc123",
            refused.Message.ReplaceLineEndings("\n"));
    }
}
