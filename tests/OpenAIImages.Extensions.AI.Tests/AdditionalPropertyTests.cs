using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using OpenAIImages.Extensions.AI.Tests.Support;

namespace OpenAIImages.Extensions.AI.Tests;

/// <summary>Additional properties are fields by their names on the wire.</summary>
public sealed class AdditionalPropertyTests
{
    private static readonly AIContent Original = new DataContent(Pictures.Png, "image/png");

    [Fact]
    public async Task Known_names_fill_the_properties_of_a_generation()
    {
        var client = new RecordingClient();

        await client.GenerateAsync(With(
            ("model", "gpt-image-2"), ("n", 2), ("size", "1024x1024"), ("quality", "high"), ("background", "opaque"),
            ("complexity", "low"), ("output_format", "webp"), ("output_compression", 80L), ("frame_count", "4"),
            ("frame_duration_ms", 100), ("svg", new ImageSvgOptions { Model = "gpt-5.4-mini" }), ("moderation", "low"),
            ("safety_identifier", "u-1"), ("user", "u-2"), ("response_format", "b64_json"), ("style", "vivid")));

        var sent = client.Only<GenerateImageRequest>();
        Assert.Equal(
            new GenerateImageRequest("a cat")
            {
                Model = ImageModel.GptImage2,
                Count = 2,
                Size = ImageSize.Square,
                Quality = ImageQuality.High,
                Background = ImageBackground.Opaque,
                Complexity = "low",
                OutputFormat = ImageFileFormat.WebP,
                OutputCompression = 80,
                FrameCount = 4,
                FrameDuration = TimeSpan.FromMilliseconds(100),
                Svg = new() { Model = "gpt-5.4-mini" },
                Moderation = ImageModeration.Low,
                SafetyIdentifier = "u-1",
                User = "u-2",
                Delivery = ImageDelivery.Inline,
                Style = "vivid",
            },
            sent);
    }

    [Fact]
    public async Task Known_names_fill_the_properties_of_an_edit()
    {
        var client = new RecordingClient();
        var markup = ImageInput.FromFileId("file-2");

        await client.GenerateAsync(
            With(("mask", new DataContent(Pictures.Png, "image/png") { Name = "hole.png" }), ("markup", markup),
                ("input_fidelity", "high")),
            Original);

        var sent = client.Only<EditImageRequest>();
        Assert.Equal("hole.png", sent.Mask!.FileName);
        Assert.Same(markup, sent.Markup);
        Assert.Equal(ImageInputFidelity.High, sent.InputFidelity);
    }

    [Fact]
    public async Task A_mask_may_be_a_link_or_a_file_id_or_an_input()
    {
        foreach (object mask in new object[]
        {
            new UriContent("https://example.test/mask.png", "image/png"),
            new HostedFileContent("file-1"),
            new ImageMask(64, 64).AddRectangle(0, 0, 32, 32).ToMask(),
        })
        {
            var client = new RecordingClient();

            await client.GenerateAsync(With(("mask", mask)), Original);

            Assert.NotNull(client.Only<EditImageRequest>().Mask);
        }
    }

    [Fact]
    public async Task Values_of_the_types_of_the_client_are_accepted()
    {
        var client = new RecordingClient();

        await client.GenerateAsync(With(
            ("quality", ImageQuality.High), ("size", ImageSize.Portrait),
            ("frame_duration_ms", TimeSpan.FromSeconds(1))));

        var sent = client.Only<GenerateImageRequest>();
        Assert.Equal(ImageQuality.High, sent.Quality);
        Assert.Equal(ImageSize.Portrait, sent.Size);
        Assert.Equal(TimeSpan.FromSeconds(1), sent.FrameDuration);
    }

    [Fact]
    public async Task Values_in_JSON_count_as_the_values_that_they_hold()
    {
        var client = new RecordingClient();
        var json = JsonDocument.Parse("""{"quality":"high","n":3,"background":null}""").RootElement;

        await client.GenerateAsync(With(
            ("quality", json.GetProperty("quality")), ("n", json.GetProperty("n")),
            ("background", json.GetProperty("background")), ("moderation", JsonValue.Create("low"))));

        Assert.Equal(
            new GenerateImageRequest("a cat")
            {
                Quality = ImageQuality.High,
                Count = 3,
                Moderation = ImageModeration.Low,
            },
            client.Only<GenerateImageRequest>());
    }

    [Fact]
    public async Task The_case_of_names_does_not_matter()
    {
        var client = new RecordingClient();

        await client.GenerateAsync(With(("Quality", "high")));

        Assert.Equal(ImageQuality.High, client.Only<GenerateImageRequest>().Quality);
    }

    [Fact]
    public async Task Other_names_are_sent_unchanged()
    {
        using var wire = new Wire();
        using var client = wire.CreateClient(options => options.Model = "gpt-image-2");
        var options = With(
            ("seed", 42), ("guidance", 7.5), ("weight", 0.1f), ("ratio", 1.10m), ("big", ulong.MaxValue),
            ("tiled", true), ("sampler", "euler"), ("lora", new JsonArray("a", 1)),
            ("svg", new JsonObject { ["newer"] = 1 }),
            ("input_fidelity", "high"), ("nothing", null));

        await client.AsImageGenerator().GenerateImagesAsync("a cat", options, TestContext.Current.CancellationToken);

        AssertJson.Equal(
            """
            {
              "prompt": "a cat", "model": "gpt-image-2",
              "seed": 42, "guidance": 7.5, "weight": 0.1, "ratio": 1.10, "big": 18446744073709551615, "tiled": true,
              "sampler": "euler", "lora": ["a", 1], "svg": { "newer": 1 }, "input_fidelity": "high"
            }
            """,
            wire.Json);
    }

    [Theory]
    [InlineData("model")]
    [InlineData("n")]
    [InlineData("size")]
    [InlineData("output_format")]
    [InlineData("response_format")]
    public async Task A_field_that_an_option_also_sets_is_refused_by_both_names(string field)
    {
        var client = new RecordingClient();
        var options = With((field, "1"));
        options.ModelId = "gpt-image-2";
        options.Count = 1;
        options.ImageSize = new(1024, 1024);
        options.MediaType = "image/png";
        options.ResponseFormat = ImageGenerationResponseFormat.Data;

        var refusal = await Assert.ThrowsAsync<NotSupportedException>(() => client.GenerateAsync(options));

        Assert.Contains($"AdditionalProperties[\"{field}\"] and ", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(client.Requests);
    }

    [Theory]
    [InlineData("prompt", "a dog")]
    [InlineData("image", "cat.png")]
    [InlineData("image[]", "cat.png")]
    [InlineData("images", "cat.png")]
    [InlineData("stream", true)]
    [InlineData("partial_images", 2)]
    [InlineData("mask", "mask.png")]
    [InlineData("quality", 3)]
    [InlineData("n", "two")]
    [InlineData("n", 5_000_000_000L)]
    [InlineData("size", "large")]
    [InlineData("frame_duration_ms", "long")]
    [InlineData("user", 7)]
    [InlineData("seed", 'x')]
    public async Task A_value_that_cannot_be_honoured_is_refused_by_name(string name, object value)
    {
        var client = new RecordingClient();

        var refusal = await Assert.ThrowsAsync<NotSupportedException>(() => client.GenerateAsync(With((name, value))));

        Assert.StartsWith($"AdditionalProperties[\"{name}\"] ", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(client.Requests);
    }

    [Fact]
    public async Task A_JSON_text_with_half_of_a_surrogate_pair_is_refused_by_name()
    {
        var client = new RecordingClient();
        using var json = JsonDocument.Parse("\"\\ud800\"");

        var refusal = await Assert.ThrowsAsync<NotSupportedException>(
            () => client.GenerateAsync(With(("user", json.RootElement))));

        Assert.StartsWith("AdditionalProperties[\"user\"] ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mask_that_is_no_image_is_refused_by_name()
    {
        var client = new RecordingClient();

        var refusal = await Assert.ThrowsAsync<NotSupportedException>(
            () => client.GenerateAsync(With(("mask", "mask.png")), Original));

        Assert.StartsWith("AdditionalProperties[\"mask\"] ", refusal.Message, StringComparison.Ordinal);
    }

    private static ImageGenerationOptions With(params (string Name, object? Value)[] properties)
    {
        var options = new ImageGenerationOptions { AdditionalProperties = [] };
        foreach (var (name, value) in properties)
        {
            options.AdditionalProperties[name] = value;
        }

        return options;
    }
}
