using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests;

public sealed class UsageTests(SharedService shared) : IClassFixture<SharedService>
{
    [Theory]
    [InlineData("gpt-image-1.5", "low", "1024x1024", 272)]
    [InlineData("gpt-image-1.5", "medium", "1024x1536", 1_584)]
    [InlineData("gpt-image-1.5", "high", "1536x1024", 6_208)]
    [InlineData("gpt-image-1-mini", "high", "1024x1024", 4_500)]
    [InlineData("gpt-image-2", "low", "1024x1024", 196)]
    [InlineData("gpt-image-2", "high", "1024x1536", 5_488)]
    [InlineData("gpt-image-2", "high", "2048x2048", 4 * 7_024)]
    [InlineData("gpt-image-2.5-flare", "auto", "1024x1024", 7_024)]
    [InlineData("gpt-image-2.6-flare", "low", "1024x1024", 686)]
    [InlineData("gpt-image-2.6-sunburst", "max", "1024x1024", 14_048)]
    public async Task A_picture_costs_what_is_published_or_else_documented(
        string model, string quality, string size, int tokens)
    {
        var reply = await shared.Service.GenerateAsync(
            $$"""{"model":"{{model}}","prompt":"p","quality":"{{quality}}","size":"{{size}}"}""");

        Assert.Equal(tokens, (int)reply.Body["usage"]!["output_tokens_details"]!["image_tokens"]!);
    }

    [Theory]
    [InlineData("abcd", 1)]
    [InlineData("abcde", 2)]
    [InlineData("一只猫", 3)]
    [InlineData("a 猫", 2)]
    public async Task A_prompt_costs_by_its_letters(string prompt, int tokens)
    {
        var reply = await shared.Service.GenerateAsync($$"""{"prompt":"{{prompt}}"}""");

        Assert.Equal(tokens, (int)reply.Body["usage"]!["input_tokens"]!);
    }

    [Theory]
    [InlineData("gpt-image-1.5")]
    [InlineData("gpt-image-1-mini")]
    [InlineData("gpt-image-2")]
    [InlineData("gpt-image-2.5-sunburst")]
    [InlineData("gpt-image-2.6-sunburst")]
    public async Task The_sums_add_up(string model)
    {
        var reply = await shared.Service.GenerateAsync($$"""{"model":"{{model}}","prompt":"two red foxes","n":3}""");

        var usage = reply.Body["usage"]!;
        var input = usage["input_tokens_details"]!;
        var output = usage["output_tokens_details"]!;
        Assert.Equal((int)usage["input_tokens"]!, (int)input["text_tokens"]! + (int)input["image_tokens"]!);
        Assert.Equal((int)usage["output_tokens"]!, (int)output["text_tokens"]! + (int)output["image_tokens"]!);
        Assert.Equal((int)usage["total_tokens"]!, (int)usage["input_tokens"]! + (int)usage["output_tokens"]!);
    }
}
