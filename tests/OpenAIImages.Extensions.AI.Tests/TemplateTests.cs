using Microsoft.Extensions.AI;
using OpenAIImages.Extensions.AI.Tests.Support;

namespace OpenAIImages.Extensions.AI.Tests;

/// <summary>A call begins with a raw request, and the options fill the properties that are not set.</summary>
public sealed class TemplateTests
{
    private static readonly AIContent Original = new DataContent(Pictures.Png, "image/png");

    [Fact]
    public async Task Options_fill_only_properties_that_the_raw_request_does_not_set()
    {
        var client = new RecordingClient();

        await client.GenerateAsync(new()
        {
            RawRepresentationFactory = _ => new GenerateImageRequest("any")
            {
                Model = ImageModel.GptImage26Flare,
                Quality = ImageQuality.Low,
                Extra = ExtraFields.Empty.With("seed", 1),
            },
            ModelId = "gpt-image-2",
            Count = 2,
            AdditionalProperties = new() { ["quality"] = "high", ["seed"] = 2, ["tiled"] = true },
        });

        Assert.Equal(
            new GenerateImageRequest("a cat")
            {
                Model = ImageModel.GptImage26Flare,
                Count = 2,
                Quality = ImageQuality.Low,
                Extra = ExtraFields.Empty.With("seed", 1).With("tiled", true),
            },
            client.Only<GenerateImageRequest>());
    }

    [Fact]
    public async Task Every_property_of_a_raw_generation_is_kept()
    {
        var client = new RecordingClient();
        var raw = Full(new GenerateImageRequest("a cat") { Style = "vivid" });

        await client.GenerateAsync(new() { RawRepresentationFactory = _ => raw });

        AssertEveryProperty(raw, client.Only<GenerateImageRequest>());
    }

    [Fact]
    public async Task Every_property_of_a_raw_edit_is_kept()
    {
        var client = new RecordingClient();
        var raw = Full(new EditImageRequest("a cat", [ImageInput.FromFileId("file-1"), ImageInput.FromFileId("file-2")])
        {
            Mask = ImageInput.FromFileId("file-3"),
            Markup = ImageInput.FromFileId("file-4"),
            InputFidelity = ImageInputFidelity.High,
        });

        await client.GenerateAsync(new() { RawRepresentationFactory = _ => raw });

        AssertEveryProperty(raw, client.Only<EditImageRequest>());
    }

    [Fact]
    public async Task A_raw_generation_may_start_an_edit()
    {
        var client = new RecordingClient();
        var options = new ImageGenerationOptions
        {
            RawRepresentationFactory = _ => new GenerateImageRequest("any") { Quality = ImageQuality.Low },
        };

        await client.GenerateAsync(options, Original);

        var sent = client.Only<EditImageRequest>();
        Assert.Equal(("a cat", ImageQuality.Low), (sent.Prompt, sent.Quality));
        Assert.Single(sent.Images);
    }

    [Fact]
    public async Task Images_in_two_places_are_refused_by_name()
    {
        var client = new RecordingClient();
        var options = new ImageGenerationOptions
        {
            RawRepresentationFactory = _ => new EditImageRequest("any", ImageInput.FromFileId("file-1")),
        };

        var refusal = await Assert.ThrowsAsync<NotSupportedException>(() => client.GenerateAsync(options, Original));

        Assert.Contains("OriginalImages", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("RawRepresentationFactory", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_style_is_refused_for_an_edit_by_name()
    {
        var client = new RecordingClient();
        var options = new ImageGenerationOptions
        {
            RawRepresentationFactory = _ => new GenerateImageRequest("any") { Style = "vivid" },
        };

        var refusal = await Assert.ThrowsAsync<NotSupportedException>(() => client.GenerateAsync(options, Original));

        Assert.Contains("Style", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_factory_gets_the_generator_and_may_return_null()
    {
        var client = new RecordingClient();
        var generator = client.AsImageGenerator();
        IImageGenerator? given = null;
        var options = new ImageGenerationOptions
        {
            RawRepresentationFactory = asked =>
            {
                given = asked;

                return null;
            },
        };

        await generator.GenerateImagesAsync("a cat", options, TestContext.Current.CancellationToken);

        Assert.Same(generator, given);
        Assert.Equal(new GenerateImageRequest("a cat"), client.Only<GenerateImageRequest>());
    }

    private static T Full<T>(T request)
        where T : PromptedImageRequest
        => (T)(request with
        {
            Model = "m",
            Count = 3,
            Size = ImageSize.Portrait,
            Quality = ImageQuality.Low,
            Background = ImageBackground.Opaque,
            Complexity = "high",
            OutputFormat = ImageFileFormat.Gif,
            OutputCompression = 70,
            FrameCount = 5,
            FrameDuration = TimeSpan.FromMilliseconds(50),
            Svg = new() { Model = "s" },
            Moderation = ImageModeration.Low,
            PartialImages = 1,
            SafetyIdentifier = "i",
            User = "u",
            Delivery = ImageDelivery.Link,
            Extra = ExtraFields.Empty.With("seed", 1),
            Headers = new Dictionary<string, string> { ["X-Trace"] = "1" },
            Timeout = TimeSpan.FromMinutes(1),
        });

    // This check fails for a property that a later version adds to the requests and that the generator does not copy.
    private static void AssertEveryProperty<T>(T raw, T sent)
        where T : PromptedImageRequest
    {
        var properties = typeof(T).GetProperties();

        Assert.All(properties, property => Assert.NotNull(property.GetValue(raw)));
        Assert.All(properties, property => Assert.Equal(property.GetValue(raw), property.GetValue(sent)));
    }
}
