using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Refusals;

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
    [InlineData("""{"prompt":null}""", WrongType,
        "Invalid type for 'prompt': expected a string, but got null instead.")]
    [InlineData("""{"prompt":""}""", "empty_string",
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
    [InlineData("\"response_format\":\"b64_json\"", "response_format", Unknown,
        "Unknown parameter: 'response_format'.")]
    [InlineData("\"response_format\":null", "response_format", Unknown, "Unknown parameter: 'response_format'.")]
    [InlineData("\"style\":null", "style", Unknown, "Unknown parameter: 'style'.")]
    [InlineData("\"mask\":null", "mask", Unknown, "Unknown parameter: 'mask'.")]
    [InlineData("\"images\":[]", "images", Unknown, "Unknown parameter: 'images'.")]
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
    [InlineData("partial_images", "-1", Below,
        "Invalid 'partial_images': integer below minimum value. Expected a value >= 0, but got -1 instead.")]
    [InlineData("partial_images", "4", Above,
        "Invalid 'partial_images': integer above maximum value. Expected a value <= 3, but got 4 instead.")]
    [InlineData("frame_count", "1", Below,
        "Invalid 'frame_count': integer below minimum value. Expected a value >= 2, but got 1 instead.")]
    [InlineData("frame_count", "17", Above,
        "Invalid 'frame_count': integer above maximum value. Expected a value <= 16, but got 17 instead.")]
    [InlineData("frame_duration_ms", "0", Below,
        "Invalid 'frame_duration_ms': integer below minimum value. Expected a value >= 20, but got 0 instead.")]
    [InlineData("stream", "\"true\"", WrongType,
        "Invalid type for 'stream': expected a boolean, but got a string instead.")]
    [InlineData("svg", "\"gpt-5\"", WrongType, "Invalid type for 'svg': expected an object, but got a string instead.")]
    [InlineData("model", "2", WrongType, "Invalid type for 'model': expected a string, but got an integer instead.")]
    [InlineData("size", "1024", WrongType, "Invalid type for 'size': expected a string, but got an integer instead.")]
    [InlineData("quality", "7", WrongType, "Invalid type for 'quality': expected one of 'low', 'medium', 'high', or " +
        "'auto', but got an integer instead.")]
    [InlineData("moderation", "true", WrongType,
        "Invalid type for 'moderation': expected one of 'auto' or 'low', but got a boolean instead.")]
    [InlineData("output_format", "{}", WrongType,
        "Invalid type for 'output_format': expected one of 'png', 'webp', or 'jpeg', but got an object instead.")]
    [InlineData("quality", "\"\"", Value,
        "Invalid value: ''. Supported values are: 'low', 'medium', 'high', and 'auto'.")]
    [InlineData("quality", "\"standard\"", Value,
        "Invalid value: 'standard'. Supported values are: 'low', 'medium', 'high', and 'auto'.")]
    [InlineData("safety_identifier", "[]", WrongType,
        "Invalid type for 'safety_identifier': expected a string, but got an array instead.")]
    [InlineData("quality", "\"hd\"", Value, "Invalid value: 'hd'. Supported values are: " +
        "'low', 'medium', 'high', and 'auto'.")]
    [InlineData("output_format", "\"gif\"", Value,
        "Invalid value: 'gif'. Supported values are: 'png', 'webp', and 'jpeg'.")]
    [InlineData("background", "\"blue\"", Value,
        "Invalid value: 'blue'. Supported values are: 'transparent', 'opaque', and 'auto'.")]
    [InlineData("moderation", "\"high\"", Value, "Invalid value: 'high'. Supported values are: 'auto' and 'low'.")]
    [InlineData("complexity", "\"auto\"", Value,
        "Invalid value: 'auto'. Supported values are: 'low', 'medium', and 'high'.")]
    [InlineData("output_format", "\"bmp\"", Value,
        "Invalid value: 'bmp'. Supported values are: 'png', 'webp', and 'jpeg'.")]
    [InlineData("output_format", "\"PNG\"", Value,
        "Invalid value: 'PNG'. Supported values are: 'png', 'webp', and 'jpeg'.")]
    public Task A_value_outside_its_range_is_refused(string field, string value, string code, string message)
        => Refuses($$"""{"prompt":"a cat","{{field}}":{{value}}}""", field, code, message);

    [Theory]
    [InlineData("null", "null")]
    [InlineData("123", "an integer")]
    [InlineData("true", "a boolean")]
    [InlineData("1.5", "a decimal number")]
    [InlineData("{}", "an object")]
    [InlineData("[]", "an array")]
    public Task A_model_that_is_not_a_string_is_refused(string model, string kind)
        => Refuses(
            $$"""{"model":{{model}}}""", "model", WrongType,
            $"Invalid type for 'model': expected a string, but got {kind} instead.");

    [Theory]
    [InlineData("\"prompt\":\"   \",\"user\":\"\"")]
    [InlineData("\"prompt\":\"p\",\"user\":123")]
    [InlineData("\"prompt\":\"p\",\"n\":null,\"output_compression\":null,\"partial_images\":null,\"quality\":null," +
        "\"size\":null,\"stream\":null")]
    public async Task Blank_texts_and_nulls_for_known_fields_are_accepted(string fields)
    {
        var reply = await shared.Service.GenerateAsync($$"""{{{fields}}}""");

        Assert.Equal(200, reply.Status);
    }

    [Theory]
    [InlineData("\"model\":\"foo\",\"nope\":1", "model")]
    [InlineData("\"nope\":1,\"n\":0", "nope")]
    [InlineData("\"n\":0,\"quality\":\"x\",\"size\":\"x\"", "prompt")]
    [InlineData("\"prompt\":\"p\",\"quality\":\"x\",\"n\":0", "n")]
    [InlineData("\"prompt\":\"p\",\"output_compression\":101,\"size\":\"x\",\"quality\":\"x\"", "quality")]
    [InlineData("\"prompt\":\"p\",\"size\":\"x\",\"output_compression\":101", "output_compression")]
    [InlineData("\"prompt\":\"p\",\"background\":\"x\",\"size\":\"x\"", "size")]
    [InlineData("\"prompt\":\"p\",\"output_compression\":50,\"stream\":7", "stream")]
    public async Task The_first_fault_in_the_order_of_the_service_is_named(string fields, string param)
    {
        var reply = await shared.Service.GenerateAsync($$"""{{{fields}}}""");

        Assert.Equal((400, param), (reply.Status, (string?)reply.Body["error"]!["param"]));
    }

    [Fact]
    public Task A_long_value_is_shortened_in_the_message()
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
