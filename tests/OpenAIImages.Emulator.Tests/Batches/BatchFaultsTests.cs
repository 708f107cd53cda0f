using System.Text;
using System.Text.Json.Nodes;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Batches;

/// <summary>Faults strike requests of a batch.</summary>
public sealed class BatchFaultsTests
{
    [Theory]
    [InlineData("[moderate]", 400, "moderation_blocked")]
    [InlineData("[moderate output]", 400, "moderation_blocked")]
    [InlineData("[rate limit]", 429, "rate_limit_exceeded")]
    [InlineData("[quota]", 429, "insufficient_quota")]
    [InlineData("[server error]", 500, "server_error")]
    public async Task Fault_words_in_a_prompt_fail_only_their_request(string words, int status, string code)
    {
        await using var service = await Service.StartAsync();

        var batch = await service.FinishBatchAsync([BatchCalls.Line("a"), BatchCalls.Line("b", words)]);

        Sse.Same("""{"total":2,"completed":1,"failed":1}""", batch["request_counts"]!);
        var line = Assert.Single(await service.ReadLinesAsync(batch["error_file_id"]));
        Assert.Equal("b", line.Key);
        Assert.Equal(status, (int?)line.Value["response"]!["status_code"]);
        Assert.Equal(code, (string?)line.Value["response"]!["body"]!["error"]!["code"]);
    }

    [Fact]
    public async Task A_fault_strikes_its_number_of_requests_of_a_batch()
    {
        await using var service = await Service.StartAsync();
        using var failure = service.Emulator.Fail(EmulatorFault.RateLimit(), times: 3);

        var batch = await service.FinishBatchAsync(Enumerable.Range(0, 10).Select(n => BatchCalls.Line($"r-{n}")));

        Sse.Same("""{"total":10,"completed":7,"failed":3}""", batch["request_counts"]!);
        Assert.Equal(3, failure.Strikes);
        Assert.Equal(["r-0", "r-1", "r-2"], (await service.ReadLinesAsync(batch["error_file_id"])).Keys.Order());
    }

    [Fact]
    public async Task The_same_seed_strikes_the_same_requests()
    {
        var first = await StrikeAsync();
        var second = await StrikeAsync();

        Assert.NotEmpty(first);
        Assert.Equal(first, second);

        static async Task<IEnumerable<string>> StrikeAsync()
        {
            await using var service = await Service.StartAsync();
            service.Emulator.Fail(EmulatorFault.ServerError(), new FaultConditions { Share = 0.1, Seed = 7 });
            var batch = await service.FinishBatchAsync(Enumerable.Range(0, 100).Select(n => BatchCalls.Line($"r-{n}")));

            return (await service.ReadLinesAsync(batch["error_file_id"])).Keys.Order();
        }
    }

    [Fact]
    public async Task A_condition_sees_the_batch_and_the_custom_id()
    {
        await using var service = await Service.StartAsync();
        ReceivedRequest? seen = null;
        service.Emulator.Fail(EmulatorFault.Quota(), when: request =>
        {
            seen ??= request;

            return request.CustomId == "b";
        });

        var batch = await service.FinishBatchAsync([BatchCalls.Line("a", "a fox"), BatchCalls.Line("b")]);

        Assert.Equal(["b"], (await service.ReadLinesAsync(batch["error_file_id"])).Keys);
        Assert.Equal(("a fox", (string?)batch["id"], 0L), (seen!.Prompt, seen.BatchId, seen.Number));
        Assert.Equal("/v1/images/generations", seen.Path);
    }

    [Fact]
    public async Task A_condition_that_throws_fails_only_its_request()
    {
        await using var service = await Service.StartAsync();
        service.Emulator.Fail(
            EmulatorFault.Quota(),
            when: request => request.CustomId == "b" ? throw new InvalidOperationException("no") : false);

        var batch = await service.FinishBatchAsync([BatchCalls.Line("a"), BatchCalls.Line("b")]);

        var line = Assert.Single(await service.ReadLinesAsync(batch["error_file_id"]));
        Assert.Equal(("b", 500), (line.Key, (int)line.Value["response"]!["status_code"]!));
    }

    [Fact]
    public async Task A_closed_connection_is_an_error_without_an_answer()
    {
        await using var service = await Service.StartAsync();

        var batch = await service.FinishBatchAsync([BatchCalls.Line("a", "[disconnect]")]);

        var line = Assert.Single(await service.ReadLinesAsync(batch["error_file_id"])).Value;
        Assert.Null(line["response"]);
        Assert.Equal("server_error", (string?)line["error"]!["code"]);
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_is_a_text_in_its_line()
    {
        await using var service = await Service.StartAsync();
        service.Emulator.Fail(EmulatorFault.HtmlBadGateway(), times: 1);
        service.Emulator.Fail(EmulatorFault.EmptyBody(), times: 1);
        service.Emulator.Fail(EmulatorFault.ErrorWithOk(), times: 1);
        service.Emulator.Fail(new EmulatorFault { Body = "{\n\"data\": []\n}" }, times: 1);

        var batch = await service.FinishBatchAsync("abcd".Select(id => BatchCalls.Line($"{id}")));

        var errors = await service.ReadLinesAsync(batch["error_file_id"]);
        var results = await service.ReadLinesAsync(batch["output_file_id"]);
        Assert.StartsWith("<html>", (string?)errors["a"]["response"]!["body"], StringComparison.Ordinal);
        Assert.Null(results["b"]["response"]!["body"]);
        Assert.NotNull(results["c"]["response"]!["body"]!["error"]);
        Sse.Same("""{"data":[]}""", results["d"]["response"]!["body"]!);
    }

    [Fact]
    public async Task A_cut_body_cuts_the_line()
    {
        await using var service = await Service.StartAsync();

        var batch = await service.FinishBatchAsync([BatchCalls.Line("a", "[cut body]"), BatchCalls.Line("b")]);

        var lines = Encoding.UTF8.GetString(await service.ReadAsync((string)batch["output_file_id"]!)).Split('\n');
        Assert.Equal([100, 0], lines.Select(line => line.Length).Where(length => length <= 100).OrderDescending());
        Assert.Equal(2, (int?)batch["request_counts"]!["completed"]);
    }

    [Fact]
    public async Task Broken_base64_is_in_the_line()
    {
        await using var service = await Service.StartAsync();

        var batch = await service.FinishBatchAsync([BatchCalls.Line("a", "[broken base64]")]);

        var line = Assert.Single(await service.ReadLinesAsync(batch["output_file_id"])).Value;
        Assert.Contains('*', (string)line["response"]!["body"]!["data"]![0]!["b64_json"]!);
    }

    [Fact]
    public async Task An_engine_that_throws_fails_only_its_request()
    {
        var engine = new FunctionEngine(request => request.Prompt == "bad"
            ? throw new InvalidOperationException("no paint")
            : new TinyEngine().Paint(request));
        await using var service = await Service.StartAsync(options => options.Engine = engine);

        var batch = await service.FinishBatchAsync([BatchCalls.Line("a"), BatchCalls.Line("b", "bad")]);

        var line = Assert.Single(await service.ReadLinesAsync(batch["error_file_id"]));
        Assert.Equal(("b", 500), (line.Key, (int)line.Value["response"]!["status_code"]!));
    }

    [Fact]
    public async Task A_bad_body_fails_only_its_request()
    {
        await using var service = await Service.StartAsync();
        JsonNode? Param(JsonNode line) => line["response"]!["body"]!["error"]!["param"];

        var batch = await service.FinishBatchAsync(
        [
            BatchCalls.Line("a"),
            BatchCalls.Line("b", "x", ",\"colour\":\"red\""),
            BatchCalls.Line("c", ""),
            BatchCalls.Line("d", "x", ",\"n\":11"),
        ]);

        var errors = await service.ReadLinesAsync(batch["error_file_id"]);
        Assert.Equal(["b", "c", "d"], errors.Keys.Order());
        Assert.Equal(["colour", "prompt", "n"], "bcd".Select(id => (string?)Param(errors[$"{id}"])));
    }
}
