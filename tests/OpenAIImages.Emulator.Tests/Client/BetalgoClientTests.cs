using System.Text;
using System.Text.Json.Nodes;
using Betalgo.Ranul.OpenAI;
using Betalgo.Ranul.OpenAI.Managers;
using Betalgo.Ranul.OpenAI.ObjectModels.RequestModels;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Client;

/// <summary>The package of Betalgo uses files and batches of the emulator; only its address differs.</summary>
public sealed class BetalgoClientTests(SharedService shared) : IClassFixture<SharedService>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Betalgo_runs_a_batch_and_reads_its_results()
    {
        var service = Client();
        var lines = Encoding.UTF8.GetBytes(BatchCalls.Line("a") + "\n" + BatchCalls.Line("b", "[server error]"));

        var input = await service.Files.UploadFile("batch", lines, "requests.jsonl", Token);
        Assert.True(input.Successful, input.Error?.Message);
        var batch = await service.Batch.BatchCreate(
            new BatchCreateRequest
            {
                InputFileId = input.Id,
                Endpoint = BatchCalls.Generations,
                CompletionWindow = "24h",
            },
            Token);
        Assert.True(batch.Successful, batch.Error?.Message);
        while (batch!.Status != "completed")
        {
            batch = await service.Batch.BatchRetrieve(batch.Id, Token);
        }

        var results = await service.Files.RetrieveFileContent<string>(batch.OutputFileId!, Token);
        Assert.Equal((2, 1, 1), (batch.RequestCounts.Total, batch.RequestCounts.Completed, batch.RequestCounts.Failed));
        Assert.Equal("a", (string?)JsonNode.Parse(results.Content!)!["custom_id"]);
    }

    [Fact]
    public async Task Betalgo_lists_and_deletes_files()
    {
        var service = Client();
        var uploaded = await service.Files.UploadFile("vision", Samples.Png, "a.png", Token);

        var listed = await service.Files.ListFile(Token);
        var deleted = await service.Files.DeleteFile(uploaded.Id, Token);

        Assert.Contains(listed.Data, file => file.Id == uploaded.Id);
        Assert.True(deleted.Deleted);
    }

    private OpenAIService Client() => new(new OpenAIOptions
    {
        ApiKey = "sk-any",
        BaseDomain = shared.Service.Emulator.Endpoint.GetLeftPart(UriPartial.Authority),
    });
}
