using System.Text.Json.Nodes;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Refusals;

public sealed class ModerationTests
{
    [Theory]
    [InlineData("a cat [moderate]", "input", 0)]
    [InlineData("a cat [Moderate]", "input", 0)]
    [InlineData("a cat [moderate output]", "output", 1)]
    public async Task A_prompt_with_the_word_moderate_is_refused(string prompt, string stage, int painted)
    {
        var engine = new TinyEngine();
        await using var service = await Service.StartAsync(options => options.Engine = engine);

        var reply = await service.GenerateAsync($$"""{"prompt":"{{prompt}}","moderation":"low"}""");

        var error = reply.Body["error"]!;
        Assert.Matches(
            "^Your request was rejected by the safety system. If you believe this is an error, contact us at " +
            "help.openai.com and include the request ID [0-9a-f-]{36}. safety_violations=\\[violence\\].$",
            (string?)error["message"]);
        error["message"] = "";
        reply.Is(400, $$"""
            {
              "error": {
                "message": "", "type": "image_generation_user_error", "param": null, "code": "moderation_blocked",
                "moderation_details": { "moderation_stage": "{{stage}}", "categories": ["violence"] }
              }
            }
            """);
        Assert.Equal(painted, engine.Asked.Count);
    }

    [Fact]
    public async Task An_old_model_refuses_with_the_old_error()
    {
        await using var service = await Service.StartAsync(o => o.RetiredModels = RetiredModelHandling.Serve);

        var reply = await service.GenerateAsync("""{"model":"dall-e-3","prompt":"[moderate]"}""");

        reply.IsError(400, null, "content_policy_violation",
            "Your request was rejected as a result of our safety system. Your prompt may contain text that is not " +
            "allowed by our safety system.");
    }

    [Fact]
    public async Task A_prompt_about_moderation_is_painted()
    {
        await using var service = await Service.StartAsync();

        var reply = await service.GenerateAsync(
            new JsonObject { ["prompt"] = "a moderate breeze" }.ToJsonString());

        Assert.Equal(200, reply.Status);
    }
}
