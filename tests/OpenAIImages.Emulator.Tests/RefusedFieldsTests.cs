using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests;

/// <summary>A row for each rule about a single field: the request, then the whole of the refusal.</summary>
public sealed class RefusedFieldsTests(SharedService shared) : IClassFixture<SharedService>
{
    private const string Unknown = "unknown_parameter";
    private const string WrongType = "invalid_type";
    private const string Value = "invalid_value";
    private const string Below = "integer_below_min_value";
    private const string Above = "integer_above_max_value";

    [Theory]
    [InlineData("{}", "missing_required_parameter", "Missing required parameter: 'prompt'.")]
    [InlineData("""{"prompt":null}""", "missing_required_parameter", "Missing required parameter: 'prompt'.")]
    [InlineData("""{"prompt":""}""", "empty_string",
        "Invalid 'prompt': empty string. Expected a string with minimum length 1, but got an empty string instead.")]
    [InlineData("""{"prompt":" \n"}""", "empty_string",
        "Invalid 'prompt': empty string. Expected a string with minimum length 1, but got an empty string instead.")]
    [InlineData("""{"prompt":7}""", WrongType,
        "Invalid type for 'prompt': expected a string, but got an integer instead.")]
    [InlineData("""{"prompt":["a"]}""", WrongType,
        "Invalid type for 'prompt': expected a string, but got an array instead.")]
    [InlineData("""{"prompt":{"a":1}}""", WrongType,
        "Invalid type for 'prompt': expected a string, but got an object instead.")]
    public Task A_bad_prompt_is_refused(string request, string code, string message)
        => Refuses(request, "prompt", code, message);

    [Theory]
    [InlineData("\"seed\":1", "seed", Unknown, "Unknown parameter: 'seed'.")]
    [InlineData("\"seed\":null", "seed", Unknown, "Unknown parameter: 'seed'.")]
    [InlineData("\"input_fidelity\":\"low\"", "input_fidelity", Unknown, "Unknown parameter: 'input_fidelity'.")]
    [InlineData("\"response_format\":\"url\"", "response_format", Unknown, "Unknown parameter: 'response_format'.")]
    [InlineData("\"style\":\"vivid\"", "style", Unknown, "Unknown parameter: 'style'.")]
    [InlineData("\"svg.model\":\"gpt-5\"", "svg.model", Unknown, "Unknown parameter: 'svg.model'.")]
    [InlineData("\"svg\":{\"colour\":1}", "svg.colour", Unknown, "Unknown parameter: 'svg.colour'.")]
    [InlineData("\"svg\":{\"reasoning\":{\"depth\":1}}", "svg.reasoning.depth", Unknown,
        "Unknown parameter: 'svg.reasoning.depth'.")]
    [InlineData("\"Prompt\":\"a\"", "Prompt", Unknown, "Unknown parameter: 'Prompt'.")]
    public Task An_unknown_field_is_refused(string field, string param, string code, string message)
        => Refuses($$"""{"prompt":"a cat",{{field}}}""", param, code, message);

    [Theory]
    [InlineData("n", "\"2\"", WrongType, "Invalid type for 'n': expected an integer, but got a string instead.")]
    [InlineData("n", "1.5", WrongType, "Invalid type for 'n': expected an integer, but got a decimal number instead.")]
    [InlineData("n", "true", WrongType, "Invalid type for 'n': expected an integer, but got a boolean instead.")]
    [InlineData("n", "0", Below, "Invalid 'n': integer below minimum value. Expected a value >= 1, but got 0 instead.")]
    [InlineData("n", "-3", Below,
        "Invalid 'n': integer below minimum value. Expected a value >= 1, but got -3 instead.")]
    [InlineData("n", "11", Above,
        "Invalid 'n': integer above maximum value. Expected a value <= 10, but got 11 instead.")]
    [InlineData("n", "99999999999999999999", Above,
        "Invalid 'n': integer above maximum value. Expected a value <= 10, but got 99999999999999999999 instead.")]
    [InlineData("output_compression", "-1", Below,
        "Invalid 'output_compression': integer below minimum value. Expected a value >= 0, but got -1 instead.")]
    [InlineData("output_compression", "101", Above,
        "Invalid 'output_compression': integer above maximum value. Expected a value <= 100, but got 101 instead.")]
    [InlineData("partial_images", "4", Above,
        "Invalid 'partial_images': integer above maximum value. Expected a value <= 3, but got 4 instead.")]
    [InlineData("frame_count", "1", Below,
        "Invalid 'frame_count': integer below minimum value. Expected a value >= 2, but got 1 instead.")]
    [InlineData("frame_count", "17", Above,
        "Invalid 'frame_count': integer above maximum value. Expected a value <= 16, but got 17 instead.")]
    [InlineData("frame_duration_ms", "0", Below,
        "Invalid 'frame_duration_ms': integer below minimum value. Expected a value >= 1, but got 0 instead.")]
    [InlineData("stream", "\"true\"", WrongType,
        "Invalid type for 'stream': expected a boolean, but got a string instead.")]
    [InlineData("svg", "\"gpt-5\"", WrongType, "Invalid type for 'svg': expected an object, but got a string instead.")]
    [InlineData("model", "2", WrongType, "Invalid type for 'model': expected a string, but got an integer instead.")]
    [InlineData("size", "1024", WrongType, "Invalid type for 'size': expected a string, but got an integer instead.")]
    [InlineData("user", "7", WrongType, "Invalid type for 'user': expected a string, but got an integer instead.")]
    [InlineData("safety_identifier", "[]", WrongType,
        "Invalid type for 'safety_identifier': expected a string, but got an array instead.")]
    [InlineData("quality", "\"hd\"", Value, "Invalid value: 'hd'. Supported values are: " +
        "'low', 'medium', 'high', 'xhigh', 'max', and 'auto'.")]
    [InlineData("background", "\"blue\"", Value,
        "Invalid value: 'blue'. Supported values are: 'transparent', 'opaque', and 'auto'.")]
    [InlineData("moderation", "\"high\"", Value, "Invalid value: 'high'. Supported values are: 'auto' and 'low'.")]
    [InlineData("complexity", "\"auto\"", Value,
        "Invalid value: 'auto'. Supported values are: 'low', 'medium', and 'high'.")]
    [InlineData("output_format", "\"bmp\"", Value,
        "Invalid value: 'bmp'. Supported values are: 'png', 'jpeg', 'webp', 'gif', and 'svg'.")]
    [InlineData("output_format", "\"PNG\"", Value,
        "Invalid value: 'PNG'. Supported values are: 'png', 'jpeg', 'webp', 'gif', and 'svg'.")]
    public Task A_value_outside_its_range_is_refused(string field, string value, string code, string message)
        => Refuses($$"""{"prompt":"a cat","{{field}}":{{value}}}""", field, code, message);

    [Fact]
    public Task What_is_echoed_is_shortened()
        => Refuses(
            $$"""{"prompt":"a cat","background":"{{new string('x', 5_000)}}"}""",
            "background",
            Value,
            $"Invalid value: '{new string('x', 100)}...'. Supported values are: 'transparent', 'opaque', and 'auto'.");

    private async Task Refuses(string request, string param, string code, string message)
    {
        var reply = await shared.Service.GenerateAsync(request);

        reply.IsError(400, param, code, message);
    }
}
