using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Requests;

public sealed class SizesTests(SharedService shared) : IClassFixture<SharedService>
{
    [Theory]
    [InlineData("big")]
    [InlineData("bogus")]
    [InlineData("")]
    [InlineData("1024")]
    [InlineData("1024x")]
    [InlineData("1024X1024")]
    [InlineData("-1024x1024")]
    [InlineData(" 1024x1024")]
    [InlineData("99999999999x16")]
    [InlineData("0x0")]
    [InlineData("0x1024")]
    public Task A_size_that_cannot_be_parsed_is_the_callers_fault(string size)
        => RefusesAsCallersFault(size, "Expected WIDTHxHEIGHT, for example '1824x1024'.");

    [Theory]
    [InlineData("9x9")]
    [InlineData("1792x936")]
    [InlineData("1030x1024")]
    public Task A_size_that_is_not_a_multiple_of_16_is_the_callers_fault(string size)
        => RefusesAsCallersFault(size, "Width and height must both be divisible by 16.");

    private async Task RefusesAsCallersFault(string size, string fault)
    {
        var reply = await shared.Service.GenerateAsync(
            $$"""{"model":"gpt-image-2","prompt":"a cat","size":"{{size}}"}""");

        reply.IsError(
            400, "size", "invalid_value", $"Invalid size '{size}'. {fault}", "image_generation_user_error");
    }

    [Theory]
    [InlineData("3856x2048", "The longest edge must be less than or equal to 3840.")]
    [InlineData("2048x3856", "The longest edge must be less than or equal to 3840.")]
    [InlineData("3088x1024", "The maximum supported aspect ratio is 3:1.")]
    [InlineData("1024x3088", "The maximum supported aspect ratio is 3:1.")]
    [InlineData("1200x304", "The maximum supported aspect ratio is 3:1.")]
    [InlineData("512x512", "Requested resolution is below the current minimum pixel budget.")]
    [InlineData("2560x3840", "Requested resolution exceeds the current pixel budget.")]
    [InlineData("4096x4096", "The longest edge must be less than or equal to 3840.")]
    [InlineData("1008x640", "Requested resolution is below the current minimum pixel budget.")]
    [InlineData("3840x2176", "Requested resolution exceeds the current pixel budget.")]
    [InlineData("2896x2880", "Requested resolution exceeds the current pixel budget.")]
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
    [InlineData("local", "1x1", "1x1")]
    [InlineData("local", "4096x4096", "4096x4096")]
    public async Task A_size_that_keeps_the_rules_is_echoed(string model, string size, string resolved)
    {
        var reply = await shared.Service.GenerateAsync(
            $$"""{"model":"{{model}}","prompt":"a cat","size":"{{size}}"}""");

        Assert.Equal(resolved, (string?)reply.Body["size"]);
    }

    [Theory]
    [InlineData("1536x1024", "1536x1024")]
    [InlineData("auto", "1024x1024")]
    public async Task The_oldest_model_accepts_its_own_sizes(string size, string resolved)
    {
        await using var service = await Service.StartAsync(o => o.RetiredModels = RetiredModelHandling.Serve);

        var reply = await service.GenerateAsync($$"""{"model":"gpt-image-1","prompt":"a cat","size":"{{size}}"}""");

        Assert.Equal(resolved, (string?)reply.Body["size"]);
    }

    [Fact]
    public async Task The_oldest_model_accepts_only_a_fixed_list_of_sizes()
    {
        await using var service = await Service.StartAsync(o => o.RetiredModels = RetiredModelHandling.Serve);

        var reply = await service.GenerateAsync("""{"model":"gpt-image-1","prompt":"a cat","size":"1254x836"}""");

        reply.IsError(400, "size", "invalid_value",
            "Invalid value: '1254x836'. Supported values are: '1024x1024', '1024x1536', '1536x1024', and 'auto'.");
    }

    [Theory]
    [InlineData("0x16")]
    [InlineData("16x4097")]
    public async Task Compatible_models_accept_sizes_that_memory_allows(string size)
    {
        var reply = await shared.Service.GenerateAsync(
            $$"""{"model":"local","prompt":"a cat","size":"{{size}}"}""");

        reply.IsError(400, "size", "invalid_value",
            $"Invalid size '{size}'. Width and height must both be between 1 and 4096.");
    }
}
