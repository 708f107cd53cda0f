using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Pictures;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Requests;

public sealed class UsageTests(SharedService shared) : IClassFixture<SharedService>
{
    [Theory]
    [InlineData("gpt-image-2", "low", "1024x1024", 196)]
    [InlineData("gpt-image-2", "medium", "1024x1024", 1_756)]
    [InlineData("gpt-image-2", "high", "1024x1024", 7_024)]
    [InlineData("gpt-image-2", "high", "1024x1536", 5_488)]
    [InlineData("gpt-image-2", "high", "2048x2048", 14_272)]
    [InlineData("gpt-image-2", "low", "976x704", 129)]
    [InlineData("gpt-image-2", "low", "960x720", 130)]
    [InlineData("gpt-image-2", "low", "1024x640", 107)]
    [InlineData("gpt-image-2", "high", "3840x2160", 13_342)]
    [InlineData("gpt-image-2.5-flare", "auto", "1024x1024", 1_756)]
    [InlineData("gpt-image-2.5-flare", "medium", "1536x864", 280)]
    [InlineData("gpt-image-2.5-sunburst", "xhigh", "1792x1024", 2_271)]
    [InlineData("gpt-image-2.5-sunburst", "max", "2880x2880", 23_719)]
    [InlineData("gpt-image-2.6-flare", "low", "1024x1024", 686)]
    [InlineData("gpt-image-2.6-sunburst", "max", "1024x1024", 7_024)]
    [InlineData("local", "low", "64x64", 129)]
    [InlineData("local", "standard", "1024x1024", 1_756)]
    [InlineData("local", "hd", "1024x1024", 7_024)]
    public async Task A_picture_costs_the_published_or_else_the_documented_tokens(
        string model, string quality, string size, int tokens)
    {
        var reply = await shared.Service.GenerateAsync(
            $$"""{"model":"{{model}}","prompt":"p","quality":"{{quality}}","size":"{{size}}"}""");

        Assert.Equal(tokens, (int)reply.Body["usage"]!["output_tokens_details"]!["image_tokens"]!);
    }

    [Theory]
    [InlineData("low", "1024x1024", 272)]
    [InlineData("medium", "1024x1536", 1_584)]
    [InlineData("high", "1536x1024", 6_208)]
    public async Task A_picture_of_the_oldest_model_costs_by_its_table(string quality, string size, int tokens)
    {
        await using var service = await Service.StartAsync(o => o.RetiredModels = RetiredModelHandling.Serve);

        var reply = await service.GenerateAsync(
            $$"""{"model":"gpt-image-1","prompt":"p","quality":"{{quality}}","size":"{{size}}"}""");

        Assert.Equal(tokens, (int)reply.Body["usage"]!["output_tokens_details"]!["image_tokens"]!);
    }

    [Theory]
    [InlineData(1_024, 1_024, 1_024)]
    [InlineData(1_024, 1_536, 1_536)]
    [InlineData(512, 512, 1_024)]
    [InlineData(2_048, 2_048, 1_521)]
    [InlineData(3_840, 2_160, 1_508)]
    [InlineData(40, 24, 6)]
    [InlineData(9_600, 1, 1)]
    public void An_input_picture_costs_its_patches(int width, int height, int tokens)
        => Assert.Equal(tokens, InputTokens.CountPatches(new PictureSize(width, height)));

    [Fact]
    public async Task A_variation_costs_its_input_picture_and_no_text()
    {
        await using var service = await Service.StartAsync(options => options.Engine = new EditingEngine());
        using var content = Form.Of(("model", "local")).File("image", Samples.Png).ToContent();

        var reply = await service.SendAsync(HttpMethod.Post, "images/variations", content);

        var input = reply.Body["usage"]!["input_tokens_details"]!;
        Assert.Equal((0, 6), ((int)input["text_tokens"]!, (int)input["image_tokens"]!));
    }

    [Theory]
    [InlineData("abcd", 7)]
    [InlineData("abcde", 8)]
    [InlineData("一只猫", 9)]
    [InlineData("a 猫", 8)]
    public async Task A_prompt_costs_by_its_letters(string prompt, int tokens)
    {
        var reply = await shared.Service.GenerateAsync($$"""{"prompt":"{{prompt}}"}""");

        Assert.Equal(tokens, (int)reply.Body["usage"]!["input_tokens"]!);
    }

    [Theory]
    [InlineData("gpt-image-2")]
    [InlineData("gpt-image-2.5-sunburst")]
    [InlineData("gpt-image-2.6-sunburst")]
    [InlineData("local")]
    public async Task The_tokens_of_a_usage_add_up(string model)
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
