using System.Net;
using System.Text.Json;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Documents;

/// <summary>Written documents have the member names of the API, and hold no settings of the call.</summary>
public sealed class WrittenDocumentTests
{
    private static readonly EditImageRequest Edit = new(
        "a hat",
        [
            ImageInput.FromLink(new Uri("https://a.test/cat.png")), ImageInput.FromFileId("file-1"),
            ImageInput.FromBytes(new byte[] { 1, 2, 3 }, "cat.png"), ImageInput.FromFile("in/cat", ImageMediaType.Jpeg),
        ])
    {
        Mask = ImageInput.FromBytes(new byte[] { 4 }, mediaType: ImageMediaType.Png),
        Count = 2,
        Size = new ImageSize(1536, 864),
        FrameDuration = TimeSpan.FromMilliseconds(200),
        Svg = new ImageSvgOptions { ReasoningEffort = ImageReasoningEffort.Low },
        Extra = ExtraFields.Empty.With("seed", 7),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_written_request_has_the_member_names_of_the_API()
        => Assert.Equal(
            """
            {"prompt":"a hat","frame_duration_ms":200,"svg":{"reasoning_effort":"low"},"n":2,"size":"1536x864",
            "extra":{"seed":7},"images":[{"image_url":"https://a.test/cat.png"},{"file_id":"file-1"},
            {"b64_json":"AQID","file_name":"cat.png"},{"path":"in/cat","media_type":"image/jpeg"}],
            "mask":{"b64_json":"BA==","media_type":"image/png"}}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(Edit));

    [Fact]
    public void A_written_result_has_the_member_names_of_the_API()
    {
        var result = new ImageResult([ImageOutput.FromBytes(new byte[] { 1, 2, 3 })])
        {
            Created = DateTimeOffset.FromUnixTimeSeconds(1_713_833_628),
            Size = ImageSize.Square,
            Usage = new ImageUsage { TotalTokens = 5, OutputDetails = new ImageTokenDetails { ImageTokens = 4 } },
            RateLimits = new ImageRateLimits(
                [new ImageRateLimit("images") { Limit = 5, ResetAfter = TimeSpan.FromSeconds(1.5) }]),
        };

        Assert.Equal(
            """
            {"created":1713833628,"data":[{"b64_json":"AQID"}],"size":"1024x1024",
            "usage":{"total_tokens":5,"output_tokens_details":{"image_tokens":4}},"possibly_billed_attempts":0,
            "rate_limits":{"dimensions":[{"dimension":"images","limit":5,"reset_after_ms":1500}]}}
            """.ReplaceLineEndings(""),
            JsonSerializer.Serialize(result));
    }

    [Fact]
    public void A_reply_of_the_service_is_read_as_a_result_with_extra_members()
    {
        var result = JsonSerializer.Deserialize<ImageResult>(
            """{"created":1713833628,"data":[{"b64_json":"AQID","seed":7}],"usage":{"total_tokens":5},"cost":0.5}""")!;

        Assert.Equal(7, result.Images[0].Extra["seed"].GetInt32());
        Assert.Equal(0.5, result.Extra["cost"].GetDouble());
        Assert.Equal(5, result.Usage!.TotalTokens);
    }

    [Fact]
    public void Headers_and_time_limit_are_neither_written_nor_compared()
    {
        var request = new GenerateImageRequest("w") { Quality = ImageQuality.High };
        var settled = request with
        {
            Headers = new Dictionary<string, string> { ["X-Team"] = "secret" },
            Timeout = TimeSpan.FromSeconds(3),
        };

        var text = JsonSerializer.Serialize(settled);

        Assert.Equal("""{"prompt":"w","quality":"high"}""", text);
        Assert.Equal(settled, JsonSerializer.Deserialize<GenerateImageRequest>(text));
    }

    [Fact]
    public void A_file_input_keeps_its_path_and_can_be_sent_again()
    {
        var request = new CreateVariationRequest(ImageInput.FromFile("in/cat.png"));

        var again = JsonSerializer.Deserialize<CreateVariationRequest>(JsonSerializer.Serialize(request))!;

        Assert.Equal("cat.png", again.Image.FileName);
        Assert.True(again.Image.CanBeSentAgain);
    }

    [Fact]
    public async Task A_request_that_is_read_from_JSON_is_sent_like_the_original()
    {
        var service = new FakeService();
        using var client = service.CreateClient();
        var request = new EditImageRequest(
            "a hat", [Edit.Images[0], ImageInput.FromBytes(Bodies.Picture(20), "cat.png")])
        {
            Mask = Edit.Mask,
            Count = 2,
        };
        service.Replies(HttpStatusCode.OK, Bodies.Of([1])).Replies(HttpStatusCode.OK, Bodies.Of([1]));

        await client.EditAsync(request, Token);
        await client.EditAsync(
            JsonSerializer.Deserialize<EditImageRequest>(JsonSerializer.Serialize(request))!, Token);

        Assert.Equal(service.Received[0].Body, service.Received[1].Body);
        Assert.Contains("https://a.test/cat.png", service.Received[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image")]
    [InlineData("images[1]")]
    [InlineData("mask")]
    [InlineData("markup")]
    public void A_stream_input_is_refused_by_the_name_of_its_member(string member)
    {
        var stream = ImageInput.FromStream(new MemoryStream([1, 2, 3]));
        var request = member switch
        {
            "image" => new EditImageRequest("w", stream),
            "mask" => new EditImageRequest("w", Edit.Images[1]) { Mask = stream },
            "markup" => new EditImageRequest("w", Edit.Images[1]) { Markup = stream },
            _ => new EditImageRequest("w", [Edit.Images[1], stream]),
        };

        var refused = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Serialize(request));

        Assert.Equal(
            $"The member '{member}' of EditImageRequest: It is a stream, which cannot be written as JSON. " +
            "Give a file, bytes, a link or a file id instead.",
            refused.Message);
    }
}
