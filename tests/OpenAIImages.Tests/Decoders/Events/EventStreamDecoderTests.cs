using System.Text;
using System.Text.Json.Nodes;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Decoders;

public sealed class EventStreamDecoderTests
{
    [Theory]
    [InlineData("image_generation")]
    [InlineData("image_edit")]
    public async Task Every_documented_member_of_an_event_is_read_and_others_are_kept(string operation)
    {
        var extra = Streaming.Completed("QUJD", operation).Replace(
            "\"usage\"", "\"safety_identifier\":\"u_1\",\"seed\":7,\"usage\"", StringComparison.Ordinal);

        var events = await Streaming.DecodeAsync(Streaming.Partial("QUFB", 2, operation) + extra);

        var partial = Assert.IsType<PartialImageEvent>(events[0]);
        Assert.Equal("AAA"u8.ToArray(), partial.Image.Bytes.ToArray());
        Assert.Equal(2, partial.PartialImageIndex);
        Assert.Equal(ImageFileFormat.Png, partial.OutputFormat);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1620000000), partial.Created);
        var completed = Assert.IsType<CompletedImageEvent>(events[1]);
        Assert.Equal("ABC"u8.ToArray(), completed.Image.Bytes.ToArray());
        Assert.Equal(ImageSize.Square, completed.Size);
        Assert.Equal(ImageQuality.High, completed.Quality);
        Assert.Equal(ImageBackground.Opaque, completed.Background);
        Assert.Equal("u_1", completed.SafetyIdentifier);
        Assert.Equal(100, completed.Usage!.TotalTokens);
        Assert.Equal(10, completed.Usage.InputDetails!.TextTokens);
        Assert.Equal(["seed"], completed.Extra.Keys);
    }

    [Theory]
    [InlineData("data: {\"type\":\"image_generation.completed\",\"b64_json\":\"QUJD\"}")]
    [InlineData("data:{\"type\":\"image_generation.completed\",\"b64_json\":\"QUJD\"}\r\r")]
    [InlineData("\uFEFFevent:image_generation.completed\r\ndata:{\"b64_json\":\"QUJD\"}\r\n\r\n")]
    [InlineData("data: {\"b64_json\":\"QUJD\"}\nevent: image_generation.completed\n\n")]
    [InlineData(": hello\nid: 7\nretry: 5\nunknown\n\ndata: {\ndata\ndata: \"b64_json\"\ndata::\ndata:\"QUJD\",\n"
        + "data:\"type\": \"image_generation.completed\"}\n\n")]
    [InlineData("event: message\ndata: {\"type\":\"image_generation.completed\",\"b64_json\":\"QUJD\"}\n\n")]
    public async Task Events_are_read_with_lines_of_every_form(string stream)
    {
        foreach (var piece in new[] { 1, 2, 3, 7, 1_000 })
        {
            Assert.Equal(["completed QUJD"], Streaming.Describe(await Streaming.DecodeAsync(stream, [piece])));
        }
    }

    [Theory]
    [InlineData("event: keepalive\ndata: still here\n\n")]
    [InlineData("event: image_generation.sketch\ndata: {\"b64_json\":\"QUFB\"}\n\n")]
    [InlineData("event: image_generation.sketch\ndata: {\"broken\n\n")]
    [InlineData("data: {\"object\":\"image.edit.chunk\",\"type\":\"ar_delta\",\"delta\":{\"text\":\"x\"}}\n\n")]
    [InlineData("data: {\"object\":\"image.edit.chunk\",\"type\":\"image\",\"image\":\"QUFB\"}\n\n")]
    [InlineData("data: ping\n\n")]
    [InlineData("data:\n\n")]
    [InlineData("data: {}\n\n")]
    [InlineData("data: [1,2]\n\n")]
    [InlineData("event: error\n\n")]
    public async Task Unknown_events_are_ignored(string unknown)
    {
        foreach (var piece in new[] { 1, 3, 1_000 })
        {
            var events = await Streaming.DecodeAsync(unknown + Streaming.Completed("QUJD") + unknown, [piece]);

            Assert.Equal(["completed QUJD"], Streaming.Describe(events));
        }
    }

    [Fact]
    [Trait("Duration", "Long")]
    public async Task An_unknown_event_may_have_any_length()
    {
        var stream = "data: {\"type\":\"video\",\"bytes\":\"" + new string('A', 20_000_000) + "\"}\n\n"
            + Streaming.Completed("QUJD");

        Assert.Equal(["completed QUJD"], Streaming.Describe(await Streaming.DecodeAsync(stream)));
    }

    [Fact]
    public async Task Links_and_the_last_event_of_a_stream_of_links_are_read()
    {
        var events = await Streaming.DecodeAsync(
            Streaming.Event("image_generation.partial_succeeded", """{"image_index":0,"url":"https://files.test/1"}""")
            + Streaming.Event("image_generation.partial_succeeded", """{"image_index":1,"url":"data:;base64,QUJD"}""")
            + Streaming.Event("image_generation.completed", $$"""{"usage":{{Streaming.Usage}}}"""));

        Assert.Equal(["completed https://files.test/1", "completed QUJD", "completed "], Streaming.Describe(events));
        var end = Assert.IsType<CompletedImageEvent>(events[2]);
        Assert.True(end.Image.IsWithheld);
        Assert.Equal(100, end.Usage!.TotalTokens);
    }

    [Theory]
    [InlineData("event: error\ndata: {0}\n\n")]
    [InlineData("data: {0}\n\n")]
    [InlineData("event: image_generation.partial_failed\ndata: {0}\n\n")]
    [InlineData("event: image_generation.completed\ndata: {0}")]
    [InlineData("data: {0}\nevent: error\n\n")]
    public async Task An_error_event_throws_the_same_exception_as_a_failed_reply(string format)
    {
        const string Error =
            """
            {"error":{"message":"No.","type":"image_generation_user_error","param":null,"code":"moderation_blocked",
            """
            + "\"moderation_details\":{\"moderation_stage\":\"output\",\"categories\":[\"sexual\"]}}}";
        var stream = Streaming.Partial("QUFB") + format.Replace("{0}", Error, StringComparison.Ordinal);

        foreach (var piece in new[] { 1, 5, 10_000 })
        {
            var refused = await Assert.ThrowsAsync<ImageModerationException>(
                () => Streaming.DecodeAsync(stream, [piece]));

            Assert.Equal(System.Net.HttpStatusCode.OK, refused.Status);
            Assert.Equal("moderation_blocked", refused.Code);
            Assert.Equal("image_generation_user_error", refused.Type);
            Assert.Equal(ImageModerationStage.Output, refused.Stage);
            Assert.Equal(["sexual"], refused.Categories);
        }
    }

    [Theory]
    [InlineData("data: {\"type\":\"error\",\"message\":\"Slow down.\",\"code\":\"rate_limit_exceeded\"}\n\n")]
    [InlineData("event: error\ndata: {\"message\":\"Slow down.\",\"code\":\"rate_limit_exceeded\"}\n\n")]
    [InlineData("event: error\ndata: {\"type\":\"error\",\"error\":{\"message\":\"Slow down.\","
        + "\"code\":\"rate_limit_exceeded\"}}")]
    [InlineData("data: {\"message\":\"Slow down.\",\"error\":\"rate_limit_exceeded\",\"status\":7}\n\n")]
    public async Task An_error_event_is_read_in_every_shape(string stream)
    {
        var refused = await Assert.ThrowsAsync<ImageRateLimitException>(() => Streaming.DecodeAsync(stream, [3]));

        Assert.Equal("Slow down.", refused.Reason);
    }

    [Fact]
    public async Task An_error_event_may_be_plain_text()
    {
        var refused = await Assert.ThrowsAnyAsync<ImageApiException>(
            () => Streaming.DecodeAsync("event: error\ndata: upstream\ndata: is gone\n\n"));

        Assert.Equal("upstream is gone", refused.Reason);
    }

    [Fact]
    public async Task A_stream_may_complete_several_images()
        => Assert.Equal(
            ["partial 0 QUFB", "completed QUJD", "partial 1 QkJC", "completed Q0ND"],
            Streaming.Describe(await Streaming.DecodeAsync(
                Streaming.Partial("QUFB") + Streaming.Completed("QUJD")
                + Streaming.Partial("QkJC", 1) + Streaming.Completed("Q0ND"))));

    [Theory]
    [InlineData("data: [DONE]")]
    [InlineData("data:[DONE]\n\n")]
    [InlineData("event: done\ndata: [DONE]\n\nevent: error\ndata: {\"error\":{\"message\":\"too late\"}}\n\n")]
    [InlineData("data: [DONE]\n\ndata: {\"type\":\"image_generation.completed\",\"b64_json\":\"QUF")]
    public async Task Everything_after_the_end_mark_is_ignored(string end)
        => Assert.Equal(
            ["completed QUJD"],
            Streaming.Describe(await Streaming.DecodeAsync(Streaming.Completed("QUJD") + end, [4])));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData(": hello\n\n")]
    [InlineData("data: [DONE]\n\n")]
    [InlineData("data: {\"type\":\"image_generation.partial_image\",\"b64_json\":\"QUJD\"}\n\n")]
    [InlineData("data: {\"type\":\"image_generation.completed\",\"b64_json\":\"QUJD\"")]
    [InlineData("data: {\"type\":\"image_generation.completed\",\"b64_json\":\"QUJD")]
    [InlineData("event: image_generation.completed\ndata: hello\n\n")]
    [InlineData("event: image_generation.completed\ndata: {\"b64_json\":\"QU\ndata: JD\"}\n\n")]
    [InlineData("<html><title>502 Bad Gateway</title></html>")]
    public async Task A_stream_without_a_completed_image_is_an_error(string stream)
    {
        foreach (var piece in new[] { 1, 4, 1_000 })
        {
            await Assert.ThrowsAsync<ImageDecodeException>(() => Streaming.DecodeAsync(stream, [piece]));
        }
    }

    [Fact]
    public async Task A_second_image_that_is_cut_short_is_an_error()
        => await Assert.ThrowsAsync<ImageDecodeException>(
            () => Streaming.DecodeAsync(Streaming.Completed("QUJD") + Streaming.Completed("QUJD")[..90]));

    [Fact]
    public async Task Invalid_base64_in_the_only_picture_is_an_error_that_names_the_member()
    {
        var stream = Streaming.Partial("QUFB") + Streaming.Completed("QU!D");

        var failed = await Assert.ThrowsAsync<ImageDecodeException>(() => Streaming.DecodeAsync(stream, [9]));

        Assert.Equal("b64_json", failed.Member);
    }

    [Fact]
    public async Task A_fault_of_the_connection_is_thrown_unchanged()
    {
        var body = Encoding.UTF8.GetBytes(Streaming.Partial("QUFB") + Streaming.Completed("QUJD")[..90]);

        await Assert.ThrowsAsync<IOException>(
            () => Streaming.DecodeAsync(new PiecewiseStream(body, [10], new IOException("reset"))));
    }

    [Fact]
    public async Task A_connection_lost_after_the_last_image_is_no_fault()
    {
        var body = Encoding.UTF8.GetBytes(Streaming.Completed("QUJD"));
        var lost = ImageTransportException.BodyLost(new IOException("reset"));

        var events = await Streaming.DecodeAsync(new PiecewiseStream(body, [], lost));

        Assert.Single(events);
        await Assert.ThrowsAsync<ImageTransportException>(
            () => Streaming.DecodeAsync(new PiecewiseStream(body, [], lost), count: 2));
    }

    [Fact]
    public async Task A_whole_reply_to_a_streaming_call_is_read_as_events()
    {
        var reply = $$"""
            {"created":1,"data":[{"b64_json":"QUJD"},{"url":"https://files.test/1"}],"usage":{{Streaming.Usage}}}
            """;

        var events = await Streaming.DecodeAsync(reply, [3], count: 2);

        Assert.Equal(["completed QUJD", "completed https://files.test/1"], Streaming.Describe(events));
        Assert.Null(((CompletedImageEvent)events[0]).Usage);
        Assert.Equal(100, ((CompletedImageEvent)events[1]).Usage!.TotalTokens);
        var withheld = Assert.Single(await Streaming.DecodeAsync("""{"data":[]}"""));
        Assert.True(((CompletedImageEvent)withheld).Image.IsWithheld);
        await Assert.ThrowsAsync<ImageModerationException>(
            () => Streaming.DecodeAsync("""{"error":{"code":"moderation_blocked"}}"""));
        var picture = Bodies.Picture(100_000);
        var raw = Assert.Single(await Streaming.DecodeAsync(new MemoryStream(picture)));
        Assert.Equal(picture, ((CompletedImageEvent)raw).Image.Bytes.ToArray());
    }

    [Fact]
    public async Task An_error_beside_an_image_keeps_the_image()
    {
        var events = await Streaming.DecodeAsync(Streaming.Event(
            "image_generation.completed", """{"error":{"message":"one of two"},"b64_json":"QUJD"}"""));

        var completed = Assert.IsType<CompletedImageEvent>(Assert.Single(events));
        Assert.Equal(
            "one of two", JsonNode.Parse(completed.Extra["error"].GetRawText())!["message"]!.GetValue<string>());
    }
}
