using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAIImages.Extensions.AI.Tests.Support;

namespace OpenAIImages.Extensions.AI.Tests;

/// <summary>Microsoft.Extensions.AI.OpenAI 11.0.0 loses values in the same calls as <see cref="LossTests"/>.</summary>
/// <remarks>When a newer version repairs one of these losses, the README of the package stops naming it.</remarks>
public sealed class MicrosoftAdapterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_adapter_of_Microsoft_loses_a_second_image()
    {
        using var wire = new Wire();
        using var http = new HttpClient(wire);
        AIContent[] images =
        [
            new DataContent(Pictures.Png, "image/png") { Name = "one.png" },
            new DataContent(Pictures.Png, "image/png") { Name = "two.png" },
        ];

        await Theirs(http).EditImagesAsync(images, "side by side", cancellationToken: Token);

        Assert.DoesNotContain("two.png", wire.Sent[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_adapter_of_Microsoft_loses_the_model_of_the_options()
    {
        using var wire = new Wire();
        using var http = new HttpClient(wire);

        await Theirs(http).GenerateImagesAsync("a cat", new() { ModelId = "gpt-image-2.5-flare" }, Token);

        Assert.Equal(Wire.Model, wire.Json["model"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_adapter_of_Microsoft_accepts_no_link_as_an_image()
    {
        using var wire = new Wire();
        using var http = new HttpClient(wire);
        AIContent[] images = [new UriContent("https://example.test/cat.png", "image/png")];

        var failure = await Assert.ThrowsAsync<ArgumentNullException>(
            () => Theirs(http).EditImagesAsync(images, "a hat", cancellationToken: Token));

        Assert.Equal("image", failure.ParamName);
        Assert.Empty(wire.Sent);
    }

    [Fact]
    public async Task The_adapter_of_Microsoft_loses_the_additional_properties()
    {
        using var wire = new Wire();
        using var http = new HttpClient(wire);
        var options = new ImageGenerationOptions { AdditionalProperties = new() { ["quality"] = "high" } };

        await Theirs(http).GenerateImagesAsync("a cat", options, Token);

        Assert.Null(wire.Json["quality"]);
    }

    [Fact]
    public async Task The_adapter_of_Microsoft_sends_a_response_format_that_the_model_refuses()
    {
        using var wire = new Wire();
        using var http = new HttpClient(wire);
        var options = new ImageGenerationOptions { ResponseFormat = ImageGenerationResponseFormat.Data };

        await Theirs(http).GenerateImagesAsync("a cat", options, Token);

        Assert.Equal("b64_json", wire.Json["response_format"]!.GetValue<string>());
    }

    private static IImageGenerator Theirs(HttpClient http)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = Wire.Endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(0),
        };

        return new OpenAI.Images.ImageClient(Wire.Model, new ApiKeyCredential("sk-test"), options).AsIImageGenerator();
    }
}
