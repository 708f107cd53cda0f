using Microsoft.Extensions.AI;
using OpenAIImages.Extensions.AI.Tests.Support;

namespace OpenAIImages.Extensions.AI.Tests;

/// <summary>Each option reaches the request, or is refused by name before anything is sent.</summary>
public sealed class OptionTests
{
    [Fact]
    public async Task A_request_without_options_sends_the_prompt_alone()
    {
        var client = new RecordingClient();

        await client.GenerateAsync(null);

        Assert.Equal(new GenerateImageRequest("a cat"), client.Only<GenerateImageRequest>());
    }

    [Fact]
    public async Task Every_option_that_the_API_has_reaches_the_wire()
    {
        using var wire = new Wire();
        using var client = wire.CreateClient();
        var options = new ImageGenerationOptions
        {
            Count = 2,
            ImageSize = new(1536, 864),
            MediaType = "image/webp",
            ModelId = "gpt-image-2.5-flare",
            ResponseFormat = ImageGenerationResponseFormat.Data,
        };

        await client.AsImageGenerator().GenerateImagesAsync("a cat", options, TestContext.Current.CancellationToken);

        AssertJson.Equal(
            """
            {"prompt":"a cat","model":"gpt-image-2.5-flare","n":2,"size":"1536x864","output_format":"webp"}
            """,
            wire.Json);
    }

    [Theory]
    [InlineData("image/png", "png")]
    [InlineData("image/jpeg", "jpeg")]
    [InlineData("image/jpg", "jpeg")]
    [InlineData("IMAGE/WEBP", "webp")]
    [InlineData("image/gif", "gif")]
    [InlineData("image/svg+xml", "svg")]
    public async Task A_media_type_becomes_the_format_of_that_name(string mediaType, string format)
    {
        var client = new RecordingClient();

        await client.GenerateAsync(new() { MediaType = mediaType });

        Assert.Equal(format, client.Only<GenerateImageRequest>().OutputFormat.ToString());
    }

    [Fact]
    public async Task Blank_texts_count_as_not_set()
    {
        var client = new RecordingClient();

        await client.GenerateAsync(new() { MediaType = " ", ModelId = "", StreamingCount = 0 });

        Assert.Equal(new GenerateImageRequest("a cat"), client.Only<GenerateImageRequest>());
    }

    [Theory]
    [InlineData("MediaType")]
    [InlineData("StreamingCount")]
    [InlineData("ResponseFormat")]
    [InlineData("RawRepresentationFactory")]
    public async Task An_option_that_cannot_be_honoured_is_refused_by_name(string name)
    {
        var client = new RecordingClient();
        var options = name switch
        {
            "MediaType" => new ImageGenerationOptions { MediaType = "image/bmp" },
            "StreamingCount" => new ImageGenerationOptions { StreamingCount = 2 },
            "ResponseFormat" => new ImageGenerationOptions { ResponseFormat = ImageGenerationResponseFormat.Hosted },
            _ => new ImageGenerationOptions { RawRepresentationFactory = _ => "quality=high" },
        };

        var refusal = await Assert.ThrowsAsync<NotSupportedException>(() => client.GenerateAsync(options));

        Assert.StartsWith(name, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(client.Requests);
    }

    [Fact]
    public async Task A_count_or_a_size_of_zero_is_refused_by_name()
    {
        var client = new RecordingClient();

        var count = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => client.GenerateAsync(new() { Count = 0 }));
        var size = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => client.GenerateAsync(new() { ImageSize = new(0, 1024) }));

        Assert.Equal("Count", count.ParamName);
        Assert.Contains("ImageSize", size.Message, StringComparison.Ordinal);
        Assert.Empty(client.Requests);
    }

    [Fact]
    public async Task A_request_without_a_prompt_is_refused()
    {
        var generator = new RecordingClient().AsImageGenerator();
        var token = TestContext.Current.CancellationToken;

        await Assert.ThrowsAsync<ArgumentNullException>(() => generator.GenerateAsync(null!, null, token));
        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => generator.GenerateAsync(new(), null, token));

        Assert.Contains("Prompt", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_options_of_the_caller_do_not_change()
    {
        var client = new RecordingClient();
        var properties = new AdditionalPropertiesDictionary { ["quality"] = "high", ["seed"] = 42 };
        var options = new ImageGenerationOptions
        {
            Count = 2,
            ModelId = "gpt-image-2",
            AdditionalProperties = properties,
        };
        var request = new ImageGenerationRequest("a cat", [new DataContent(Pictures.Png, "image/png")]);
        var original = request.OriginalImages!.Single();

        await client.AsImageGenerator().GenerateAsync(request, options, TestContext.Current.CancellationToken);

        Assert.Equal((2, "gpt-image-2"), (options.Count, options.ModelId));
        Assert.Same(properties, options.AdditionalProperties);
        Assert.Equal(["quality", "seed"], properties.Keys);
        Assert.Same(original, request.OriginalImages!.Single());
        Assert.Null(original.RawRepresentation);
        Assert.Null(original.AdditionalProperties);
    }
}
