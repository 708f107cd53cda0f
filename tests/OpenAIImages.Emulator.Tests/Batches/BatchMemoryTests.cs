using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OpenAIImages.Emulator.Tests.Support;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Tests.Batches;

/// <summary>Large batches need little memory, and leave no files on the disk.</summary>
[Collection(nameof(Alone))]
public sealed class BatchMemoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_of_ten_thousand_requests_has_its_result()
    {
        const int Count = 10_000;
        await using var service = await Service.StartAsync();
        service.Emulator.Fail(EmulatorFault.ServerError(), new FaultConditions { Share = 0.02, Seed = 1 });

        var batch = await service.FinishBatchAsync(
            Enumerable.Range(0, Count).Select(n => BatchCalls.Line($"r-{n}")));

        var failed = (int)batch["request_counts"]!["failed"]!;
        var results = await service.ReadLinesAsync(batch["output_file_id"]);
        var errors = await service.ReadLinesAsync(batch["error_file_id"]);
        Assert.InRange(failed, Count / 100, Count / 25);
        Assert.Equal((Count - failed, failed), (results.Count, errors.Count));
        Assert.Equal(Count, results.Keys.Union(errors.Keys).Count());
    }

    [Fact]
    public async Task Pictures_of_a_batch_go_to_the_disk_and_not_into_memory()
    {
        const int Count = 100;
        const int PictureBytes = 2 * 1_024 * 1_024;
        var picture = RandomNumberGenerator.GetBytes(PictureBytes);
        var engine = new FunctionEngine(request => new Picture(picture, request.Format, 1, 1, "x"));
        await using var service = await Service.StartAsync(options => options.Engine = engine);
        var id = await service.CreateBatchAsync(Enumerable.Range(0, Count).Select(n => BatchCalls.Line($"r-{n}")));
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var batch = await service.GetBatchAsync(id, status: null);

        // The base64 of one picture would be 2.8 MB, and of all pictures 280 MB.
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 32L * 1_024 * 1_024);
        var file = (await service.GetAsync($"files/{batch["output_file_id"]}")).Body;
        Assert.InRange((long)file["bytes"]!, Count * 4L * PictureBytes / 3, Count * (4L * PictureBytes / 3 + 2_000));
        Assert.Equal(picture, await FirstPictureAsync(service, batch["output_file_id"]!));
    }

    [Fact]
    public async Task The_emulator_deletes_its_temporary_folder_at_its_end()
    {
        using var temporary = new OwnTemporaryPath();
        await using (var service = await Service.StartAsync())
        {
            service.Emulator.Fail(EmulatorFault.Hang(), new FaultConditions { PromptContains = "slow" });
            await service.FinishBatchAsync([BatchCalls.Line("a")]);
            var id = await service.CreateBatchAsync([BatchCalls.Line("a"), BatchCalls.Line("b", "slow")]);
            await service.GetBatchAsync(id, "in_progress");
            Assert.Single(temporary.Folders);
        }

        Assert.Empty(temporary.Folders);
    }

    private static async Task<byte[]> FirstPictureAsync(Service service, JsonNode id)
    {
        using var reply = await service.Http.GetAsync(
            $"files/{id}/content", HttpCompletionOption.ResponseHeadersRead, Token);
        using var reader = new StreamReader(await reply.Content.ReadAsStreamAsync(Token), Encoding.UTF8);
        var line = JsonNode.Parse((await reader.ReadLineAsync(Token))!)!;

        return Convert.FromBase64String((string)line["response"]!["body"]!["data"]![0]!["b64_json"]!);
    }

    /// <summary>A temporary path of this process alone: emulators of other processes use the usual path.</summary>
    private sealed class OwnTemporaryPath : IDisposable
    {
        private static readonly string Variable = OperatingSystem.IsWindows() ? "TMP" : "TMPDIR";

        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openai-images-tests-");
        private readonly string? _before = Environment.GetEnvironmentVariable(Variable);

        public OwnTemporaryPath() => Environment.SetEnvironmentVariable(Variable, _folder.FullName);

        public DirectoryInfo[] Folders => _folder.GetDirectories("openai-images-emulator-*");

        public void Dispose()
        {
            Environment.SetEnvironmentVariable(Variable, _before);
            _folder.Delete(recursive: true);
        }
    }
}
