using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using OpenAIImages.Decoders;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Decoders;

public sealed class ResultDecoderTests
{
    private const string Full =
        """
        {
          "created": 1713833628, "background": "opaque", "output_format": "png", "quality": "high", "size": "1536x1024",
          "usage": {
            "total_tokens": 4333, "input_tokens": 12, "output_tokens": 4321, "cost_in_usd_ticks": 7,
            "input_tokens_details": { "text_tokens": 12, "image_tokens": 0, "cached_tokens": 3 },
            "output_tokens_details": { "image_tokens": 4160, "text_tokens": 161 }
          },
          "svg_usage": {
            "model": "gpt-5.4-mini", "input_tokens": 1, "output_tokens": 2, "reasoning_tokens": 1, "total_tokens": 3
          },
          "safety_identifier": "u_1", "_hidden_params": { "deep": [1, { "b64_json": "not a picture" }] },
          "data": [
            { "b64_json": "QUJD", "revised_prompt": "a \"cat\"", "index": 0 },
            { "url": "https://files.test/a.png?sig=1" }
          ]
        }
        """;

    [Fact]
    public async Task Every_documented_member_of_a_result_is_read_and_others_are_kept()
    {
        var result = await Decoding.DecodeAsync(Full);

        AssertFull(result);
    }

    [Fact]
    public async Task Members_are_read_in_any_order_and_split_anywhere()
    {
        var members = JsonNode.Parse(Full)!.AsObject().Select(member => member.Key).ToArray();

        await Gen.Select(Gen.Shuffle(members), Gen.Int[1, 200].Array[1, 4]).SampleAsync(async (order, pieces) =>
        {
            var source = JsonNode.Parse(Full)!.AsObject();
            var shuffled = new JsonObject(order.Select(name => KeyValuePair.Create(name, source[name]?.DeepClone())));

            AssertFull(await Decoding.DecodeAsync(shuffled.ToJsonString(), pieces));
        }, iter: 300);
    }

    [Fact]
    public async Task A_reply_cut_short_anywhere_is_an_error()
    {
        var body = Encoding.UTF8.GetBytes(Full);

        for (var length = 0; length < body.Length - 1; length++)
        {
            var cut = body[..length];
            await Assert.ThrowsAsync<ImageDecodeException>(() => Decoding.DecodeAsync(cut, [17]));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("<html><title>502 Bad Gateway</title></html>")]
    [InlineData("Bad gateway, please try again later")]
    [InlineData("""{"created":1,"data":["text"]}""")]
    [InlineData("""{"created":1,"data":[{"b64_json":"not base64!"}]}""")]
    [InlineData("""{"created":1,"data":[{"b64_json":17}]}""")]
    [InlineData("""{"created":1,"data":[{"url":"not a link"}]}""")]
    public async Task An_unreadable_reply_is_an_ImageDecodeException(string body)
        => await Assert.ThrowsAsync<ImageDecodeException>(() => Decoding.DecodeAsync(body, [5]));

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":null,"id":"x"}""")]
    [InlineData("""{"created":1}""")]
    [InlineData("""{"created":1,"data":{}}""")]
    public async Task A_reply_without_any_image_is_a_result_without_images(string body)
        => Assert.Empty((await Decoding.DecodeAsync(body)).Images);

    [Fact]
    public async Task A_withheld_image_keeps_its_place_among_the_others()
    {
        var result = await Decoding.DecodeAsync("""{"data":[{"b64_json":"QUJD"},{"respect_moderation":false},null]}""");

        Assert.Equal([false, true, true], result.Images.Select(image => image.IsWithheld));
        Assert.False(result.Images[1].Extra["respect_moderation"].GetBoolean());
    }

    [Theory]
    [InlineData("1713833628", 1713833628000)]
    [InlineData("\"1713833628\"", 1713833628000)]
    [InlineData("1713833628123", 1713833628123)]
    [InlineData("1713833628.7", 1713833628000)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("1e300", null)]
    [InlineData("null", null)]
    [InlineData("\"soon\"", null)]
    public async Task The_creation_time_is_read_in_every_form(string created, long? milliseconds)
    {
        var result = await Decoding.DecodeAsync($$"""{"created":{{created}},"data":[{"b64_json":"QUJD"}]}""");

        Assert.Equal(milliseconds, result.Created?.ToUnixTimeMilliseconds());
    }

    [Theory]
    [InlineData("""{"error":{"message":"No.","code":"moderation_blocked"}}""")]
    [InlineData("""{"created":1698435368,"data":[],"error":{"code":"contentFilter","message":"No."}}""")]
    public async Task An_error_in_place_of_images_throws_as_a_failed_reply_does(string body)
        => await Assert.ThrowsAsync<ImageModerationException>(() => Decoding.DecodeAsync(body, [3]));

    [Theory]
    [InlineData("null")]
    [InlineData("false")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    public async Task An_empty_error_is_ignored(string error)
    {
        var result = await Decoding.DecodeAsync($$"""{"error":{{error}},"data":[{"b64_json":"QUJD"}]}""");

        Assert.Single(result.Images);
    }

    [Fact]
    public async Task An_error_beside_an_image_keeps_the_image()
    {
        var result = await Decoding.DecodeAsync("""{"data":[{"b64_json":"QUJD"}],"error":{"message":"one of two"}}""");

        Assert.Single(result.Images);
        Assert.Equal("one of two", result.Extra["error"].GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_data_link_holds_the_picture()
    {
        foreach (var piece in new[] { 1, 3, 1_000 })
        {
            var result = await Decoding.DecodeAsync(
                """{"data":[{"url":"data:image/png;base64,QUJD","b64_json":""}]}""", [piece]);

            Assert.Equal("ABC"u8.ToArray(), result.Images[0].Bytes.ToArray());
            Assert.Null(result.Images[0].Link);
        }
    }

    [Fact]
    public async Task A_body_that_is_an_image_file_is_taken_unchanged()
    {
        byte[] picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. new byte[200_000]];

        var result = await Decoding.DecodeAsync(picture, [1, 5_000]);

        Assert.Equal(ImageMediaType.Png, Assert.Single(result.Images).MediaType);
        Assert.Equal(picture, result.Images[0].Bytes.ToArray());
    }

    [Fact]
    public async Task The_last_of_two_equal_members_counts()
    {
        var result = await Decoding.DecodeAsync(
            """
            {"size":"1x1","data":[{"b64_json":"QUFB"}],"size":"2x2","data":[{"b64_json":"QUFB","b64_json":"QUJD"}]}
            """);

        Assert.Equal(new ImageSize(2, 2), result.Size);
        Assert.Equal("ABC"u8.ToArray(), Assert.Single(result.Images).Bytes.ToArray());
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. """{"data":[{"b64_json":"QUJD"}]}"""u8];

        Assert.Single((await Decoding.DecodeAsync(body, [1])).Images);
    }

    [Fact]
    public async Task Escaped_names_of_members_are_read()
    {
        var result = await Decoding.DecodeAsync("""{"d\u0061ta":[{"b64\u005fjson":"QUJD"}]}""", [2]);

        Assert.Single(result.Images);
    }

    [Fact]
    public async Task A_fault_of_the_stream_is_thrown_unchanged()
    {
        var stream = new PiecewiseStream("""{"data":[{"b64_json":"QUJD"""u8.ToArray(), [4], new IOException("reset"));

        var facts = Decoding.FactsOf();
        using var buffer = new ByteWindow(stream, facts.Limit);

        await Assert.ThrowsAsync<IOException>(async () => await ResultDecoder.DecodeAsync(
            buffer, facts, TestContext.Current.CancellationToken));
    }

    private static void AssertFull(ImageResult result)
    {
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1713833628), result.Created);
        Assert.Equal(ImageBackground.Opaque, result.Background);
        Assert.Equal(ImageFileFormat.Png, result.OutputFormat);
        Assert.Equal(ImageQuality.High, result.Quality);
        Assert.Equal(ImageSize.Landscape, result.Size);
        Assert.Equal("u_1", result.SafetyIdentifier);
        Assert.Equal(
            new ImageUsage
            {
                TotalTokens = 4333,
                InputTokens = 12,
                OutputTokens = 4321,
                InputDetails = new ImageTokenDetails { TextTokens = 12, ImageTokens = 0, CachedTokens = 3 },
                OutputDetails = new ImageTokenDetails { TextTokens = 161, ImageTokens = 4160 },
                Extra = ExtraFields.Empty.With("cost_in_usd_ticks", 7),
            },
            result.Usage);
        Assert.Equal(
            new ImageSvgUsage
            {
                Model = "gpt-5.4-mini",
                InputTokens = 1,
                OutputTokens = 2,
                ReasoningTokens = 1,
                TotalTokens = 3,
            },
            result.SvgUsage);
        Assert.Equal(["_hidden_params"], result.Extra.Keys);
        Assert.Equal("ABC"u8.ToArray(), result.Images[0].Bytes.ToArray());
        Assert.Equal("a \"cat\"", result.Images[0].RevisedPrompt);
        Assert.Equal(0, result.Images[0].Extra["index"].GetInt32());
        Assert.Equal(new Uri("https://files.test/a.png?sig=1"), result.Images[1].Link);
    }
}
