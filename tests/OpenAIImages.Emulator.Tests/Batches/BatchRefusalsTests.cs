using System.Text.Json.Nodes;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Batches;

/// <summary>The emulator refuses batches with mistakes at their creation.</summary>
public sealed class BatchRefusalsTests(SharedService shared) : IClassFixture<SharedService>
{
    private const string Rest = "\"endpoint\":\"/v1/images/generations\",\"completion_window\":\"24h\"";

    public static TheoryData<string, string?, string?, string> Cases => new()
    {
        { "{}", "input_file_id", "missing_required_parameter", "Missing required parameter: 'input_file_id'." },
        {
            """{"input_file_id":"$"}""", "endpoint", "missing_required_parameter",
            "Missing required parameter: 'endpoint'."
        },
        {
            """{"input_file_id":"$","endpoint":"/v1/chat/completions"}""", "endpoint", "invalid_value",
            "Invalid value: '/v1/chat/completions'. Supported values are: '/v1/images/generations' and " +
            "'/v1/images/edits'."
        },
        {
            """{"input_file_id":"$","endpoint":"/v1/images/edits"}""", "completion_window",
            "missing_required_parameter", "Missing required parameter: 'completion_window'."
        },
        {
            """{"input_file_id":"$","endpoint":"/v1/images/edits","completion_window":"1h"}""",
            "completion_window", "invalid_value", "Invalid value: '1h'. Supported values are: '24h'."
        },
        {
            $$"""{"input_file_id":"file-none",{{Rest}}}""", "input_file_id", null, "No such File object: file-none"
        },
        {
            $$"""{"input_file_id":7,{{Rest}}}""", "input_file_id", "invalid_type",
            "Invalid type for 'input_file_id': expected a string, but got an integer instead."
        },
        {
            $$"""{"input_file_id":"$","colour":"red",{{Rest}}}""", "colour", "unknown_parameter",
            "Unknown parameter: 'colour'."
        },
        {
            $$"""{"input_file_id":"$","metadata":{"a":1},{{Rest}}}""", "metadata.a", "invalid_type",
            "Invalid type for 'metadata.a': expected a string, but got an integer instead."
        },
        {
            $$"""{"input_file_id":"$","metadata":"a",{{Rest}}}""", "metadata", "invalid_type",
            "Invalid type for 'metadata': expected an object, but got a string instead."
        },
        {
            $$"""{"input_file_id":"$","output_expires_after":{"anchor":"created_at"},{{Rest}}}""",
            "output_expires_after.seconds", "missing_required_parameter",
            "Missing required parameter: 'output_expires_after.seconds'."
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_bad_field_is_refused(string json, string? param, string? code, string message)
    {
        var input = await shared.Service.UploadLinesAsync(BatchCalls.Line("a"));

        var reply = await shared.Service.PostBatchAsync(json.Replace("$", input, StringComparison.Ordinal));

        reply.IsError(400, param, code, message);
    }

    [Fact]
    public async Task The_input_must_have_been_uploaded_for_a_batch()
    {
        var picture = await shared.Service.UploadAsync([1], "a.png", "vision");

        var reply = await shared.Service.PostBatchAsync($$"""{"input_file_id":"{{picture}}",{{Rest}}}""");

        reply.IsError(400, "input_file_id", null,
            "The input file must have the purpose 'batch', but it has the purpose 'vision'.");
    }

    [Theory]
    [InlineData(17, 1, 1, "metadata", "object_above_max_properties")]
    [InlineData(1, 65, 1, "metadata", "string_above_max_length")]
    [InlineData(1, 1, 513, null, "string_above_max_length")]
    public async Task Metadata_has_a_limit(int count, int nameLength, int noteLength, string? param, string code)
    {
        var input = await shared.Service.UploadLinesAsync(BatchCalls.Line("a"));
        var notes = new JsonObject();
        for (var index = 0; index < count; index++)
        {
            notes[new string((char)('a' + index), nameLength)] = new string('x', noteLength);
        }

        var reply = await shared.Service.PostBatchAsync(
            $$"""{"input_file_id":"{{input}}","metadata":{{notes.ToJsonString()}},{{Rest}}}""");

        Assert.Equal((400, code), (reply.Status, (string?)reply.Body["error"]!["code"]));
        Assert.Equal(param ?? "metadata.a", (string?)reply.Body["error"]!["param"]);
    }

    [Theory]
    [InlineData("GET", "batches/batch_none")]
    [InlineData("POST", "batches/batch_none/cancel")]
    public async Task A_batch_that_does_not_exist_is_not_found(string method, string path)
    {
        var reply = await shared.Service.SendAsync(new HttpMethod(method), path, null);

        reply.IsError(404, null, null, "No such Batch object: batch_none");
    }

    [Theory]
    [InlineData("limit=0", "integer_below_min_value")]
    [InlineData("limit=101", "integer_above_max_value")]
    public async Task A_page_has_a_limit(string query, string code)
    {
        var reply = await shared.Service.GetAsync($"batches?{query}");

        Assert.Equal((400, code), (reply.Status, (string?)reply.Body["error"]!["code"]));
    }
}
