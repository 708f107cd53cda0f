using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Batches;

/// <summary>A batch works from its creation to its results, as the service documents it.</summary>
public sealed class BatchTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    [Fact]
    public async Task A_new_batch_shows_unknown_values_as_null()
    {
        await using var service = await Service.StartAsync(options =>
        {
            options.TimeProvider = new FakeTimeProvider(Now);
            options.BatchStepTime = TimeSpan.FromMinutes(1);
        });
        var input = await service.UploadLinesAsync(BatchCalls.Line("a"));

        var reply = await service.PostBatchAsync($$"""
            {
              "input_file_id": "{{input}}", "endpoint": "/v1/images/generations", "completion_window": "24h",
              "metadata": { "job": "nightly" }
            }
            """);

        Assert.StartsWith("batch_", (string)reply.Body["id"]!, StringComparison.Ordinal);
        reply.Is(200, $$"""
            {
              "id": "{{reply.Body["id"]}}", "object": "batch", "endpoint": "/v1/images/generations", "model": null,
              "errors": null, "input_file_id": "{{input}}", "completion_window": "24h", "status": "validating",
              "output_file_id": null, "error_file_id": null, "created_at": 1790000000, "expires_at": null,
              "failed_at": null, "in_progress_at": null, "finalizing_at": null, "completed_at": null,
              "expired_at": null, "cancelling_at": null, "cancelled_at": null,
              "request_counts": { "total": 0, "completed": 0, "failed": 0 }, "usage": null,
              "metadata": { "job": "nightly" }
            }
            """);
    }

    [Fact]
    public async Task A_completed_batch_has_a_file_of_results_and_one_of_errors()
    {
        await using var service = await Service.StartAsync(o => o.TimeProvider = new FakeTimeProvider(Now));

        var batch = await service.FinishBatchAsync(
        [
            BatchCalls.Line("good", "a lighthouse", ",\"n\":2,\"quality\":\"low\""),
            BatchCalls.Line("bad", "a lighthouse", ",\"size\":\"10x10\""),
        ]);

        Assert.Equal("completed", (string?)batch["status"]);
        Assert.Equal("gpt-image-2", (string?)batch["model"]);
        Sse.Same("""{"total":2,"completed":1,"failed":1}""", batch["request_counts"]!);
        Assert.Equal(1_790_086_400, (long?)batch["expires_at"]);
        var result = Assert.Single(await service.ReadLinesAsync(batch["output_file_id"])).Value;
        Sse.Same($$"""
            {
              "id": "{{result["id"]}}", "custom_id": "good",
              "response": {
                "status_code": 200, "request_id": "{{result["response"]!["request_id"]}}",
                "body": {
                  "created": 1790000000, "data": [ { "b64_json": "AQIDBAUA" }, { "b64_json": "AQIDBAUB" } ],
                  "background": "opaque", "output_format": "png", "quality": "low", "size": "1024x1024",
                  "usage": {{result["response"]!["body"]!["usage"]!.ToJsonString()}}
                }
              },
              "error": null
            }
            """, result);
        var error = Assert.Single(await service.ReadLinesAsync(batch["error_file_id"])).Value;
        Sse.Same($$"""
            {
              "id": "{{error["id"]}}", "custom_id": "bad",
              "response": {
                "status_code": 400, "request_id": "{{error["response"]!["request_id"]}}",
                "body": {
                  "error": {
                    "message": "Invalid size '10x10'. Width and height must both be divisible by 16.",
                    "type": "image_generation_user_error", "param": "size", "code": "invalid_value"
                  }
                }
              },
              "error": null
            }
            """, error);
    }

    [Fact]
    public async Task The_usage_of_a_batch_is_the_sum_of_its_lines()
    {
        await using var service = await Service.StartAsync();

        var batch = await service.FinishBatchAsync([BatchCalls.Line("a"), BatchCalls.Line("b", "two dogs on a boat")]);

        var lines = await service.ReadLinesAsync(batch["output_file_id"]);
        Assert.Equal(Sum("input_tokens"), (long?)batch["usage"]!["input_tokens"]);
        Assert.Equal(Sum("output_tokens"), (long?)batch["usage"]!["output_tokens"]);
        Assert.Equal(Sum("total_tokens"), (long?)batch["usage"]!["total_tokens"]);
        Assert.Equal(0, (int?)batch["usage"]!["input_tokens_details"]!["cached_tokens"]);
        Assert.Equal(0, (int?)batch["usage"]!["output_tokens_details"]!["reasoning_tokens"]);

        long Sum(string name) => lines.Values.Sum(line => (long)line["response"]!["body"]!["usage"]![name]!);
    }

    [Fact]
    public async Task Edits_work_on_files_that_were_uploaded_and_on_data()
    {
        var engine = new EditingEngine();
        await using var service = await Service.StartAsync(options => options.Engine = engine);
        var picture = await service.UploadAsync(Samples.Png, "a.png", "vision");
        var mask = await service.UploadAsync(Samples.Mask, "m.png", "vision");
        var data = "data:image/png;base64," + Convert.ToBase64String(Samples.Png);

        var batch = await service.FinishBatchAsync(
        [
            Edit("by-id", $$"""[{"file_id":"{{picture}}"}],"mask":{"file_id":"{{mask}}"}"""),
            Edit("by-data", $$"""[{"image_url":"{{data}}"}]"""),
            Edit("nowhere", """[{"file_id":"file-none"}]"""),
        ], BatchCalls.Edits);

        Sse.Same("""{"total":3,"completed":2,"failed":1}""", batch["request_counts"]!);
        Assert.All(engine.Edits, edit => Assert.Equal(Samples.Png, edit.Sources[0].ToArray()));
        Assert.Single(engine.Edits, edit => edit.Mask is not null);
        var error = Assert.Single(await service.ReadLinesAsync(batch["error_file_id"])).Value;
        Assert.Equal(404, (int?)error["response"]!["status_code"]);
        Assert.Equal("file_not_found", (string?)error["response"]!["body"]!["error"]!["code"]);

        static string Edit(string id, string images) => BatchCalls.Line(id, "night", $",\"images\":{images}")
            .Replace(BatchCalls.Generations, BatchCalls.Edits, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_line_is_not_created()
    {
        await using var service = await Service.StartAsync();

        var allGood = await service.FinishBatchAsync([BatchCalls.Line("a")]);
        var allBad = await service.FinishBatchAsync([BatchCalls.Line("a", "[moderate]")]);

        Assert.Null(allGood["error_file_id"]);
        Assert.Equal("completed", (string?)allBad["status"]);
        Assert.Null(allBad["output_file_id"]);
    }

    [Fact]
    public async Task The_files_of_a_batch_have_the_purpose_of_its_output()
    {
        await using var service = await Service.StartAsync(o => o.TimeProvider = new FakeTimeProvider(Now));
        var input = await service.UploadLinesAsync(BatchCalls.Line("a"));
        var created = await service.PostBatchAsync($$"""
            {
              "input_file_id": "{{input}}", "endpoint": "/v1/images/generations", "completion_window": "24h",
              "output_expires_after": { "anchor": "created_at", "seconds": 3600 }, "metadata": null
            }
            """);
        var id = (string)created.Body["id"]!;

        var batch = await service.GetBatchAsync(id, status: null);
        var file = (await service.GetAsync($"files/{batch["output_file_id"]}")).Body;

        Assert.Equal("batch_output", (string?)file["purpose"]);
        Assert.Equal($"{id}_output.jsonl", (string?)file["filename"]);
        Assert.Equal(1_790_003_600, (long?)file["expires_at"]);
        Assert.Equal(2, (await service.GetAsync("files")).Body["data"]!.AsArray().Count);
    }

    [Fact]
    public async Task Batches_are_listed_page_by_page()
    {
        await using var service = await Service.StartAsync();
        var ids = new List<string>();
        for (var index = 0; index < 3; index++)
        {
            ids.Add(await service.CreateBatchAsync([BatchCalls.Line("a")]));
        }

        var first = (await service.GetAsync("batches?limit=2")).Body;
        var second = (await service.GetAsync($"batches?limit=2&after={first["last_id"]}")).Body;

        Assert.Equal([ids[2], ids[1]], IdsOf(first));
        Assert.True((bool)first["has_more"]!);
        Assert.Equal([ids[0]], IdsOf(second));
        Assert.False((bool)second["has_more"]!);
    }

    [Theory]
    [InlineData("/v1/batches", BatchCalls.Generations)]
    [InlineData("/openai/v1/batches", BatchCalls.Generations)]
    [InlineData("/openai/batches?api-version=2025-04-01-preview", "/images/generations")]
    [InlineData("/openai/deployments/gpt-image-2/batches?api-version=2025-04-01-preview", "/images/generations")]
    public async Task Batches_are_served_at_every_base_address(string path, string endpoint)
    {
        await using var service = await Service.StartAsync();
        var input = await service.UploadLinesAsync(
            BatchCalls.Line("a").Replace(BatchCalls.Generations, endpoint, StringComparison.Ordinal));
        using var content = new StringContent(
            $$"""{"input_file_id":"{{input}}","endpoint":"{{endpoint}}","completion_window":"24h"}""",
            null,
            "application/json");

        var reply = await service.SendAsync(HttpMethod.Post, path, content);

        var batch = await service.GetBatchAsync((string)reply.Body["id"]!, status: null);
        Assert.Equal("completed", (string?)batch["status"]);
        Assert.NotNull(batch["output_file_id"]);
    }

    [Fact]
    public async Task Azure_also_refuses_WebP_in_a_batch()
    {
        await using var service = await Service.StartAsync();
        var input = await service.UploadLinesAsync(
            BatchCalls.Line("a", "a cat", ",\"output_format\":\"webp\""));
        using var content = new StringContent(
            $$"""{"input_file_id":"{{input}}","endpoint":"/v1/images/generations","completion_window":"24h"}""",
            null,
            "application/json");

        var reply = await service.SendAsync(HttpMethod.Post, "/openai/v1/batches", content);

        var batch = await service.GetBatchAsync((string)reply.Body["id"]!, status: null);
        Assert.Equal(1, (int?)batch["request_counts"]!["failed"]);
    }

    [Fact]
    public async Task Links_of_a_batch_lead_to_its_pictures()
    {
        await using var service = await Service.StartAsync();
        var line = BatchCalls.Line("a", "a cat", ",\"response_format\":\"url\"")
            .Replace("gpt-image-2", "local", StringComparison.Ordinal);

        var batch = await service.FinishBatchAsync([line]);

        var result = Assert.Single(await service.ReadLinesAsync(batch["output_file_id"])).Value;
        var link = (string)result["response"]!["body"]!["data"]![0]!["url"]!;
        Assert.Equal(
            TinyEngine.Bytes(0), await service.Http.GetByteArrayAsync(link, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Requests_of_a_batch_do_not_count_as_received_requests()
    {
        await using var service = await Service.StartAsync(options => options.ImagesPerMinute = 1);

        var batch = await service.FinishBatchAsync([BatchCalls.Line("a"), BatchCalls.Line("b")]);

        Assert.Equal(2, (int?)batch["request_counts"]!["completed"]);
        Assert.DoesNotContain(service.Emulator.Received, request => request.Path.Contains("generations"));
    }

    private static IEnumerable<string> IdsOf(JsonNode page)
        => page["data"]!.AsArray().Select(batch => (string)batch!["id"]!);
}
