using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Refusals;

/// <summary>A refusal before a stream begins is an ordinary reply, and an event afterwards.</summary>
public sealed class StreamingRefusalsTests
{
    [Fact]
    public async Task A_refusal_after_the_painting_is_an_event_instead_of_the_picture()
    {
        await using var service = await Service.StartAsync();

        var events = Sse.Parse(await service.StreamAsync(
            """{"prompt":"a cat [moderate output]","stream":true,"partial_images":1}"""));

        Assert.Equal(["image_generation.partial_image", "error"], events.Select(sent => sent.Name));
        var message = (string)events[1].Data["error"]!["message"]!;
        Assert.Matches(
            "^Your request was rejected by the safety system\\. If you believe this is an error, contact us at " +
            "help\\.openai\\.com and include the request ID [0-9a-f-]{36}\\. safety_violations=\\[violence\\]\\.$",
            message);
        Sse.Same(
            $$"""
            {
              "type": "error",
              "error": {
                "message": "{{message}}", "type": "image_generation_user_error", "param": null,
                "code": "moderation_blocked",
                "moderation_details": { "moderation_stage": "output", "categories": ["violence"] }
              }
            }
            """,
            events[1].Data);
    }

    [Fact]
    public async Task An_engine_that_fails_is_an_event()
    {
        var engine = new FunctionEngine(_ => throw new InvalidOperationException("out of paint"));
        await using var service = await Service.StartAsync(options => options.Engine = engine);

        var sent = Assert.Single(Sse.Parse(await service.StreamAsync("""{"prompt":"a cat","stream":true}""")));

        Assert.Equal("error", sent.Name);
        Assert.Equal("server_error", (string?)sent.Data["error"]!["type"]);
        Assert.DoesNotContain("paint", (string)sent.Data["error"]!["message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"stream":true}""", "prompt", "missing_required_parameter",
        "Missing required parameter: 'prompt'.")]
    [InlineData("""{"prompt":"p","stream":true,"partial_images":4}""", "partial_images", "integer_above_max_value",
        "Invalid 'partial_images': integer above maximum value. Expected a value <= 3, but got 4 instead.")]
    [InlineData("""{"prompt":"p","stream":true,"model":"local","response_format":"url"}""", "response_format",
        "invalid_value", "'response_format' must be 'b64_json' when 'stream' is true.")]
    public async Task A_fault_of_the_request_is_an_ordinary_reply(
        string request, string param, string code, string message)
    {
        await using var service = await Service.StartAsync();

        var reply = await service.GenerateAsync(request);

        reply.IsError(400, param, code, message);
    }

    [Fact]
    public async Task A_prompt_refused_before_painting_gets_an_ordinary_reply()
    {
        await using var service = await Service.StartAsync();

        var reply = await service.GenerateAsync("""{"prompt":"[moderate]","stream":true}""");

        Assert.Equal((400, "moderation_blocked"), (reply.Status, (string?)reply.Body["error"]!["code"]));
    }
}
