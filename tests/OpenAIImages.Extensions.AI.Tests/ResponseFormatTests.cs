using Microsoft.Extensions.AI;
using OpenAIImages.Emulator;
using OpenAIImages.Extensions.AI.Tests.Support;

namespace OpenAIImages.Extensions.AI.Tests;

/// <summary>GPT image models refuse <c>response_format</c>, so the generator sends it only to other models.</summary>
public sealed class ResponseFormatTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("openai", "gpt-image-2", null)]
    [InlineData("openai", null, "gpt-image-3-nova")]
    [InlineData("azure.ai.openai", null, "my-deployment")]
    [InlineData("openai_compatible", null, "openai/gpt-image-2")]
    [InlineData(null, null, null)]
    public async Task Links_are_refused_by_name_if_the_model_never_gives_them(
        string? provider, string? defaultModel, string? model)
    {
        var client = new RecordingClient();
        var generator = client.AsImageGenerator(new ImageGeneratorMetadata(provider, null, defaultModel));
        var options = Links(model);

        var refusal = await Assert.ThrowsAsync<NotSupportedException>(
            () => generator.GenerateImagesAsync("a cat", options, Token));

        Assert.StartsWith("ResponseFormat is Uri", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(client.Requests);
    }

    [Theory]
    [InlineData("openai_compatible", null)]
    [InlineData("openai_compatible", "flux")]
    [InlineData(null, "flux")]
    [InlineData("azure.ai.openai", "dall-e-3")]
    public async Task Links_are_requested_if_the_model_may_give_them(string? provider, string? model)
    {
        var client = new RecordingClient();
        var generator = client.AsImageGenerator(new ImageGeneratorMetadata(provider));
        var options = Links(model);

        await generator.GenerateImagesAsync("a cat", options, Token);

        Assert.Equal(ImageDelivery.Link, client.Only<GenerateImageRequest>().Delivery);
    }

    [Fact]
    public async Task A_caller_can_request_a_link_with_the_field_itself()
    {
        var client = new RecordingClient();

        await client.GenerateAsync(new()
        {
            ModelId = "gpt-image-2",
            AdditionalProperties = new() { ["response_format"] = "url" },
        });

        Assert.Equal(ImageDelivery.Link, client.Only<GenerateImageRequest>().Delivery);
    }

    [Fact]
    public async Task A_compatible_server_gives_the_requested_link()
    {
        await using var emulator = await ImageEmulator.StartAsync(
            new() { MaxPictureEdge = 64 }, TestContext.Current.CancellationToken);
        using var client = Emulated.Client(emulator);
        var options = Links("local");

        var response = await client.AsImageGenerator().GenerateImagesAsync("a cat", options, Token);

        var link = Assert.IsType<UriContent>(Assert.Single(response.Contents));
        Assert.Equal("image", link.MediaType.Split('/')[0]);
        Assert.Equal("url", emulator.Received[0].Fields["response_format"]);
    }

    [Fact]
    public async Task Data_is_fetched_if_the_server_answers_with_a_link()
    {
        await using var emulator = await ImageEmulator.StartAsync(
            new() { MaxPictureEdge = 64 }, TestContext.Current.CancellationToken);
        using var client = Emulated.Client(emulator);
        var options = new ImageGenerationOptions
        {
            ModelId = "local",
            ResponseFormat = ImageGenerationResponseFormat.Data,
            RawRepresentationFactory = _ => new GenerateImageRequest("any") { Delivery = ImageDelivery.Link },
        };

        var response = await client.AsImageGenerator().GenerateImagesAsync("a cat", options, Token);

        var data = Assert.IsType<DataContent>(Assert.Single(response.Contents));
        Assert.Equal("image/png", data.MediaType);
        Assert.Equal(ImageMediaType.Png, ImageMediaType.Detect(data.Data.Span));
        Assert.NotNull(Assert.IsType<ImageOutput>(data.RawRepresentation).Link);
    }

    [Fact]
    public async Task A_link_that_cannot_be_fetched_stays_and_is_reported()
    {
        var failure = new ImageTransportException("The host is gone.");
        var client = new RecordingClient
        {
            Result = new([ImageOutput.FromLink(new("https://cdn.test/cat.png"))]),
            Download = (_, _) => Task.FromException<ImageOutput>(failure),
        };

        var response = await client.GenerateAsync(new() { ResponseFormat = ImageGenerationResponseFormat.Data });

        Assert.Equal(new Uri("https://cdn.test/cat.png"), Assert.IsType<UriContent>(response.Contents[0]).Uri);
        var error = Assert.IsType<ErrorContent>(response.Contents[1]);
        Assert.Equal("image_not_fetched", error.ErrorCode);
        Assert.Same(failure, error.RawRepresentation);
    }

    private static ImageGenerationOptions Links(string? model)
        => new() { ModelId = model, ResponseFormat = ImageGenerationResponseFormat.Uri };
}
