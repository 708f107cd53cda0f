using System.Text;
using System.Text.Json.Nodes;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Batches;

/// <summary>Inputs with mistakes fail the whole batch, which lists the mistakes of its lines.</summary>
public sealed class BatchValidationTests(SharedService shared) : IClassFixture<SharedService>
{
    private const string Good =
        """{"custom_id":"a","method":"POST","url":"/v1/images/generations","body":{"model":"gpt-image-2"}}""";

    public static TheoryData<string, string, string?, string> Cases => new()
    {
        { "{", "invalid_json_line", null, "This line is not parseable as valid JSON." },
        { "[]", "invalid_json_line", null, "This line is not parseable as valid JSON." },
        { Good + "x", "invalid_json_line", null, "This line is not parseable as valid JSON." },
        { "\uFEFF" + Good, "invalid_json_line", null, "This line is not parseable as valid JSON." },
        {
            Good.Replace("\"custom_id\":\"a\",", "", StringComparison.Ordinal), "missing_required_parameter",
            "custom_id", "Missing required parameter: 'custom_id'."
        },
        {
            Good.Replace("\"a\"", "7", StringComparison.Ordinal), "missing_required_parameter", "custom_id",
            "Missing required parameter: 'custom_id'."
        },
        {
            Good.Replace("\"method\":\"POST\",", "", StringComparison.Ordinal), "missing_required_parameter",
            "method", "Missing required parameter: 'method'."
        },
        {
            Good.Replace("POST", "GET", StringComparison.Ordinal), "invalid_method", "method",
            "Invalid value: 'GET'. Supported values are: 'POST'."
        },
        {
            Good.Replace("generations", "edits", StringComparison.Ordinal), "invalid_url", "url",
            "The URL provided for this request does not match the batch endpoint."
        },
        {
            Good.Replace("{\"model\":\"gpt-image-2\"}", "[]", StringComparison.Ordinal),
            "missing_required_parameter", "body", "Missing required parameter: 'body'."
        },
        {
            Good.Replace("gpt-image-2", "gpt-image-2.5-flare", StringComparison.Ordinal), "model_not_found",
            "body.model", "The provided model 'gpt-image-2.5-flare' is not supported by the Batch API."
        },
        {
            Good.Replace("gpt-image-2", "dall-e-3", StringComparison.Ordinal), "model_not_found", "body.model",
            "The provided model 'dall-e-3' is not supported by the Batch API."
        },
        {
            Good.Replace("\"gpt-image-2\"", "2", StringComparison.Ordinal), "invalid_type", "body.model",
            "Invalid type for 'body.model': expected a string."
        },
        {
            Good.Replace("\"gpt-image-2\"", "\"gpt-image-2\",\"stream\":true", StringComparison.Ordinal),
            "unsupported_value", "body.stream", "Streaming is not supported by the Batch API."
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_bad_line_fails_the_batch(string line, string code, string? param, string message)
    {
        var batch = await shared.Service.FinishBatchAsync([line]);

        Assert.Equal("failed", (string?)batch["status"]);
        Assert.NotNull(batch["failed_at"]);
        Assert.Null(batch["in_progress_at"]);
        Assert.Null(batch["output_file_id"]);
        Assert.Null(batch["error_file_id"]);
        var error = new JsonObject { ["code"] = code, ["message"] = message, ["param"] = param, ["line"] = 1 };
        Sse.Same(
            new JsonObject { ["object"] = "list", ["data"] = new JsonArray(error) }.ToJsonString(), batch["errors"]!);
    }

    [Fact]
    public async Task Every_bad_line_is_named_with_its_number()
    {
        var other = Good.Replace("\"a\"", "\"b\"", StringComparison.Ordinal)
            .Replace("gpt-image-2", "gpt-image-1.5", StringComparison.Ordinal);

        var batch = await shared.Service.FinishBatchAsync([Good, "", "{", Good, other]);

        var errors = batch["errors"]!["data"]!.AsArray();
        Assert.Equal([3, 4, 5], errors.Select(error => (int)error!["line"]!));
        Assert.Equal(
            ["invalid_json_line", "duplicate_custom_id", "mismatched_model"],
            errors.Select(error => (string)error!["code"]!));
        Assert.Equal(
            "The custom_id 'a' for this request is a duplicate of another request. The custom_id parameter must be " +
            "unique for each request in a batch.",
            (string?)errors[1]!["message"]);
        Assert.Equal(
            "The model 'gpt-image-1.5' for this request does not match the rest of the batch. Each batch must " +
            "contain requests for a single model.",
            (string?)errors[2]!["message"]);
    }

    [Fact]
    public async Task An_empty_input_fails()
    {
        var batch = await shared.Service.FinishBatchAsync([""]);

        var error = Assert.Single(batch["errors"]!["data"]!.AsArray())!;
        Assert.Equal("empty_file", (string?)error["code"]);
        Assert.Null(error["line"]);
    }

    [Fact]
    public async Task A_string_that_is_not_valid_text_fails_its_line()
    {
        byte[] line = [.. "{\"custom_id\":\""u8, 0xFF, .. "\"}"u8];
        var input = await shared.Service.UploadAsync(line, "a.jsonl", "batch");
        var created = await shared.Service.PostBatchAsync(
            $$"""{"input_file_id":"{{input}}","endpoint":"{{BatchCalls.Generations}}","completion_window":"24h"}""");

        var batch = await shared.Service.GetBatchAsync((string)created.Body["id"]!, status: null);

        Assert.Equal("invalid_json_line", (string?)batch["errors"]!["data"]![0]!["code"]);
    }

    [Fact]
    public async Task A_failed_batch_lists_a_hundred_mistakes_at_most()
    {
        var batch = await shared.Service.FinishBatchAsync(Enumerable.Repeat("{", 1_000));

        Assert.Equal(100, batch["errors"]!["data"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_batch_has_at_most_50_000_requests()
    {
        var batch = await shared.Service.FinishBatchAsync(
            Enumerable.Range(0, 50_001).Select(n => BatchCalls.Line($"r-{n}")));

        var error = Assert.Single(batch["errors"]!["data"]!.AsArray())!;
        Assert.Equal("request_limit_exceeded", (string?)error["code"]);
        Assert.Equal("The input file has more than 50000 requests.", (string?)error["message"]);
    }

    [Fact]
    public async Task An_input_of_more_than_200_MB_is_refused()
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent("batch"), "purpose" },
            { new StreamContent(new MemoryStream(new byte[200 * 1_024 * 1_024 + 1])), "file", "a.jsonl" },
        };

        var reply = await shared.Service.SendAsync(HttpMethod.Post, "files", content);

        reply.IsError(413, "file", null, "The file is too large. It must have at most 209715200 bytes (200 MB).");
    }

    [Fact]
    public async Task A_missing_model_is_the_default_model()
    {
        await using var strict = await Service.StartAsync(options => options.DefaultModel = null);
        var line = Good.Replace("\"model\":\"gpt-image-2\"", "\"prompt\":\"p\"", StringComparison.Ordinal);

        var usual = await shared.Service.FinishBatchAsync([line]);
        var refused = await strict.FinishBatchAsync([line]);

        Assert.Equal(("completed", "gpt-image-2"), ((string?)usual["status"], (string?)usual["model"]));
        Assert.Equal("body.model", (string?)refused["errors"]!["data"]![0]!["param"]);
    }

    [Fact]
    public async Task Long_lines_and_line_ends_of_any_kind_are_read()
    {
        var padding = new string('x', 300_000);
        var lines = BatchCalls.Line("a", "a cat", $",\"user\":\"{padding}\"") + "\r\n\r\n" + BatchCalls.Line("b");
        var input = await shared.Service.UploadAsync(Encoding.UTF8.GetBytes(lines), "a.jsonl", "batch");
        var created = await shared.Service.PostBatchAsync(
            $$"""{"input_file_id":"{{input}}","endpoint":"{{BatchCalls.Generations}}","completion_window":"24h"}""");

        var batch = await shared.Service.GetBatchAsync((string)created.Body["id"]!, status: null);

        Assert.Equal(2, (int?)batch["request_counts"]!["completed"]);
    }
}
