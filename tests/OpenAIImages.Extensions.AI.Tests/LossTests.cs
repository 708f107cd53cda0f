using Microsoft.Extensions.AI;
using OpenAIImages.Emulator;
using OpenAIImages.Extensions.AI.Tests.Support;

namespace OpenAIImages.Extensions.AI.Tests;

/// <summary>This generator keeps the values that Microsoft's own adapter for OpenAI loses.</summary>
/// <remarks><see cref="MicrosoftAdapterTests"/> shows each loss.</remarks>
public sealed class LossTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_second_image_arrives()
    {
        using var wire = new Wire();
        using var client = wire.CreateClient();
        AIContent[] images =
        [
            new DataContent(Pictures.Png, "image/png") { Name = "one.png" },
            new DataContent(Pictures.Png, "image/png") { Name = "two.png" },
        ];

        await client.AsImageGenerator().EditImagesAsync(images, "side by side", cancellationToken: Token);

        Assert.Contains("one.png", wire.Sent[0].Body, StringComparison.Ordinal);
        Assert.Contains("two.png", wire.Sent[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_model_of_the_options_arrives()
    {
        using var wire = new Wire();
        using var client = wire.CreateClient(options => options.Model = Wire.Model);
        var options = new ImageGenerationOptions { ModelId = "gpt-image-2.5-flare" };

        await client.AsImageGenerator().GenerateImagesAsync("a cat", options, Token);

        Assert.Equal("gpt-image-2.5-flare", wire.Json["model"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_image_behind_a_link_arrives()
    {
        using var wire = new Wire();
        using var client = wire.CreateClient();
        AIContent[] images = [new UriContent("https://example.test/cat.png", "image/png")];

        await client.AsImageGenerator().EditImagesAsync(images, "a hat", cancellationToken: Token);

        Assert.Equal("https://example.test/cat.png", wire.Json["images"]![0]!["image_url"]!.GetValue<string>());
    }

    [Fact]
    public async Task Additional_properties_arrive()
    {
        using var wire = new Wire();
        using var client = wire.CreateClient();
        var options = new ImageGenerationOptions
        {
            AdditionalProperties = new() { ["quality"] = "high", ["background"] = "opaque" },
        };

        await client.AsImageGenerator().GenerateImagesAsync("a cat", options, Token);

        Assert.Equal("high", wire.Json["quality"]!.GetValue<string>());
        Assert.Equal("opaque", wire.Json["background"]!.GetValue<string>());
    }

    [Fact]
    public async Task No_response_format_is_sent_to_a_model_that_refuses_it()
    {
        await using var emulator = await ImageEmulator.StartAsync(new() { MaxPictureEdge = 64 }, Token);
        using var client = Emulated.Client(emulator);
        var options = new ImageGenerationOptions
        {
            ModelId = "gpt-image-2",
            ResponseFormat = ImageGenerationResponseFormat.Data,
        };

        var response = await client.AsImageGenerator().GenerateImagesAsync("a cat", options, Token);

        Assert.IsType<DataContent>(Assert.Single(response.Contents));
        Assert.DoesNotContain("response_format", emulator.Received[0].Fields.Keys);
    }
}
