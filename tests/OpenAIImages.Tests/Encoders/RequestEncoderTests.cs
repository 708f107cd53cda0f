using System.Text;
using System.Text.Json.Nodes;
using OpenAIImages.Encoders;

namespace OpenAIImages.Tests.Encoders;

public sealed class RequestEncoderTests
{
    [Fact]
    public async Task Properties_that_are_not_set_are_not_sent()
        => Assert.Equal("""{"prompt":"一只可爱的猫"}""", await EncodeAsync(new GenerateImageRequest("一只可爱的猫")));

    [Fact]
    public async Task Every_field_of_the_reference_is_sent_under_its_name()
    {
        var request = new GenerateImageRequest("a red fox")
        {
            Model = ImageModel.GptImage26Flare,
            Count = 2,
            Size = new(1536, 864),
            Quality = ImageQuality.High,
            Background = ImageBackground.Transparent,
            Complexity = ImageComplexity.Low,
            OutputFormat = ImageFileFormat.WebP,
            OutputCompression = 80,
            FrameCount = 8,
            FrameDuration = TimeSpan.FromMilliseconds(120),
            Svg = new ImageSvgOptions { Model = "gpt-5.4-mini", ReasoningEffort = ImageReasoningEffort.Low },
            Moderation = ImageModeration.Low,
            PartialImages = 1,
            SafetyIdentifier = "u_1",
            User = "u",
            Delivery = ImageDelivery.Inline,
            Style = ImageStyle.Vivid,
            Extra = ExtraFields.Empty.With("seed", 42),
        };

        var expected = JsonNode.Parse(
            """
            {
              "prompt": "a red fox", "model": "gpt-image-2.6-flare", "n": 2, "size": "1536x864", "quality": "high",
              "background": "transparent", "complexity": "low", "output_format": "webp", "output_compression": 80,
              "frame_count": 8, "frame_duration_ms": 120,
              "svg": { "model": "gpt-5.4-mini", "reasoning": { "effort": "low" } },
              "moderation": "low", "partial_images": 1, "safety_identifier": "u_1", "user": "u",
              "response_format": "b64_json", "style": "vivid", "seed": 42
            }
            """);

        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(await EncodeAsync(request))));
    }

    [Fact]
    public async Task A_body_has_its_length_and_type_and_can_be_sent_again()
    {
        using var content = await ContentAsync(new GenerateImageRequest("a \"fox\"\n"));

        var first = await content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var second = new MemoryStream();
        await content.CopyToAsync(second, TestContext.Current.CancellationToken);

        Assert.Equal("application/json", content.Headers.ContentType!.ToString());
        Assert.Equal(Encoding.UTF8.GetByteCount(first), content.Headers.ContentLength);
        Assert.Equal(first, Encoding.UTF8.GetString(second.ToArray()));
    }

    [Fact]
    public async Task A_word_that_is_empty_counts_as_not_set()
    {
        var request = new GenerateImageRequest("a fox")
        {
            Model = (string?)null,
            Quality = default(ImageQuality),
            Background = " ",
            Svg = new ImageSvgOptions { ReasoningEffort = "" },
        };

        Assert.Null(request.Model);
        Assert.Equal(new GenerateImageRequest("a fox") { Svg = new ImageSvgOptions() }, request);
        using var content = await ContentAsync(request with { Svg = null });
        var body = await content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("""{"prompt":"a fox"}""", body);
    }

    [Fact]
    public async Task A_field_that_is_set_twice_is_refused_by_name()
    {
        var request = new GenerateImageRequest("a fox")
        {
            Size = new(1024, 1024),
            Extra = ExtraFields.Empty.With("size", "2K"),
        };

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => ContentAsync(request));

        Assert.Contains("'size'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_extra_field_may_replace_a_property_that_is_not_set()
        => Assert.Equal(
            """{"prompt":"a fox","size":"2K"}""",
            await EncodeAsync(new GenerateImageRequest("a fox") { Extra = ExtraFields.Empty.With("size", "2K") }));

    [Fact]
    public async Task A_fraction_of_a_millisecond_is_refused_and_not_rounded()
        => await Assert.ThrowsAsync<ArgumentException>(() => ContentAsync(
            new GenerateImageRequest("a fox") { FrameDuration = TimeSpan.FromTicks(1) }));

    private static async Task<string> EncodeAsync(GenerateImageRequest request)
    {
        using var content = await ContentAsync(request);

        return await content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<HttpContent> ContentAsync(GenerateImageRequest request)
        => (await RequestEncoder.EncodeAsync(request, false, TestContext.Current.CancellationToken)).Content;
}
