using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests;

public sealed class SizesTests(SharedService shared) : IClassFixture<SharedService>
{
    [Theory]
    [InlineData("big", "Expected WIDTHxHEIGHT, for example '1024x1024', or 'auto'.")]
    [InlineData("", "Expected WIDTHxHEIGHT, for example '1024x1024', or 'auto'.")]
    [InlineData("1024", "Expected WIDTHxHEIGHT, for example '1024x1024', or 'auto'.")]
    [InlineData("1024x", "Expected WIDTHxHEIGHT, for example '1024x1024', or 'auto'.")]
    [InlineData("1024X1024", "Expected WIDTHxHEIGHT, for example '1024x1024', or 'auto'.")]
    [InlineData("-1024x1024", "Expected WIDTHxHEIGHT, for example '1024x1024', or 'auto'.")]
    [InlineData(" 1024x1024", "Expected WIDTHxHEIGHT, for example '1024x1024', or 'auto'.")]
    [InlineData("99999999999x16", "Expected WIDTHxHEIGHT, for example '1024x1024', or 'auto'.")]
    [InlineData("1792x936", "Width and height must both be divisible by 16.")]
    [InlineData("1030x1024", "Width and height must both be divisible by 16.")]
    [InlineData("3856x2048", "The longest edge must be at most 3840 pixels.")]
    [InlineData("2048x3856", "The longest edge must be at most 3840 pixels.")]
    [InlineData("3088x1024", "The aspect ratio must be between 1:3 and 3:1.")]
    [InlineData("1024x3088", "The aspect ratio must be between 1:3 and 3:1.")]
    [InlineData("0x1024", "The aspect ratio must be between 1:3 and 3:1.")]
    [InlineData("0x0", "The total number of pixels must be at least 655360.")]
    [InlineData("1008x640", "The total number of pixels must be at least 655360.")]
    [InlineData("3840x2176", "The total number of pixels must be at most 8294400.")]
    [InlineData("2896x2880", "The total number of pixels must be at most 8294400.")]
    public async Task A_size_that_breaks_a_rule_of_the_newer_models_is_refused(string size, string fault)
    {
        var reply = await shared.Service.GenerateAsync(
            $$"""{"model":"gpt-image-2","prompt":"a cat","size":"{{size}}"}""");

        reply.IsError(400, "size", "invalid_value", $"Invalid size '{size}'. {fault}");
    }

    [Theory]
    [InlineData("gpt-image-2", "1024x640", "1024x640")]
    [InlineData("gpt-image-2", "3840x2160", "3840x2160")]
    [InlineData("gpt-image-2.5-flare", "2160x3840", "2160x3840")]
    [InlineData("gpt-image-2.5-sunburst", "2880x2880", "2880x2880")]
    [InlineData("gpt-image-2.6-flare", "3072x1024", "3072x1024")]
    [InlineData("gpt-image-2.6-sunburst", "1024x3072", "1024x3072")]
    [InlineData("gpt-image-2.6-sunburst", "auto", "1024x1024")]
    [InlineData("gpt-image-1.5", "1536x1024", "1536x1024")]
    [InlineData("gpt-image-1-mini", "auto", "1024x1024")]
    [InlineData("local", "1x1", "1x1")]
    [InlineData("local", "4096x4096", "4096x4096")]
    public async Task A_size_that_keeps_the_rules_is_echoed(string model, string size, string resolved)
    {
        var reply = await shared.Service.GenerateAsync(
            $$"""{"model":"{{model}}","prompt":"a cat","size":"{{size}}"}""");

        Assert.Equal(resolved, (string?)reply.Body["size"]);
    }

    [Theory]
    [InlineData("gpt-image-1.5")]
    [InlineData("gpt-image-1-mini")]
    [InlineData("chatgpt-image-latest")]
    public async Task The_older_models_take_a_fixed_list(string model)
    {
        var reply = await shared.Service.GenerateAsync(
            $$"""{"model":"{{model}}","prompt":"a cat","size":"1254x836"}""");

        reply.IsError(400, "size", "invalid_value",
            "Invalid value: '1254x836'. Supported values are: '1024x1024', '1024x1536', '1536x1024', and 'auto'.");
    }

    [Theory]
    [InlineData("0x16")]
    [InlineData("16x4097")]
    public async Task Compatible_models_take_what_memory_allows(string size)
    {
        var reply = await shared.Service.GenerateAsync(
            $$"""{"model":"local","prompt":"a cat","size":"{{size}}"}""");

        reply.IsError(400, "size", "invalid_value",
            $"Invalid size '{size}'. Width and height must both be between 1 and 4096.");
    }
}
