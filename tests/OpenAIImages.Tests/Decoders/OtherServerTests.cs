using System.Net.Http.Headers;
using System.Text;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Decoders;

/// <summary>Other servers than OpenAI's have their own forms of success and failure, and the client reads
/// them.</summary>
public sealed class OtherServerTests
{
    private static readonly GenerateImageRequest Fox = new("a red fox") { Model = "gpt-image-2" };

    private static readonly byte[] Png = Bodies.Picture(300);

    private static readonly string Base64 = Convert.ToBase64String(Png);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"images":["#"]}""")]
    [InlineData("""{"images":["data:image/png;base64,#"]}""")]
    [InlineData("""{"images":[{"b64_json":"#"}],"data":[]}""")]
    [InlineData("""{"data":["#"]}""")]
    [InlineData("""{"data":[{"image":"#"}]}""")]
    [InlineData("""["#"]""")]
    [InlineData("""[{"b64_json":"#"}]""")]
    [InlineData("""{"result":{"image":"#"},"success":true,"errors":[]}""")]
    [InlineData("""{"data":{"b64_json":"#"}}""")]
    [InlineData("""{"image":"#","done":true}""")]
    [InlineData("{\"status\":\"working\"}\n{\"completed\":3}\n{\"image\":\"#\",\"done\":true}\n")]
    [InlineData("data: {\"type\":\"image_generation.completed\",\"b64_json\":\"#\"}\n\ndata: [DONE]\n\n")]
    [InlineData(": ping\n\ndata: {\"created\":1,\"data\":[{\"b64_json\":\"#\"}]}\n\n")]
    [InlineData("data: {\"object\":\"image.edit.chunk\",\"type\":\"image\",\"image\":\"#\"}\n\ndata: [DONE]\n\n")]
    public async Task Pictures_are_found_under_other_names_and_in_other_forms(string body)
    {
        body = body.Replace("#", Base64, StringComparison.Ordinal);
        foreach (var piece in new[] { 1, 9, 10_000 })
        {
            var result = await AskAsync(body, piece);
            var streamed = await StreamAsync(body, piece);

            Assert.Equal(Png, Assert.Single(result.Images).Bytes.ToArray());
            Assert.Equal(Png, Assert.Single(streamed).Image.Bytes.ToArray());
        }
    }

    [Theory]
    [InlineData("""{"images":[{"url":"#1"},{"url":"#2"}],"seed":1}""")]
    [InlineData("""{"images":[{"url":"#1"},{"url":"#2"}],"data":[{"url":"#1"},{"url":"#2"}]}""")]
    [InlineData("""{"data":["#1","#2"]}""")]
    [InlineData("""{"code":200,"data":[{"url":["#1","#2"]}]}""")]
    [InlineData("""{"data":{"image_urls":["#1","#2"]},"base_resp":{"status_code":0}}""")]
    [InlineData("""{"output":{"results":[{"url":"#1"},{"url":"#2"}]}}""")]
    public async Task Links_are_found_under_other_names_and_in_other_forms(string body)
    {
        var result = await AskAsync(body.Replace("#", "https://files.test/", StringComparison.Ordinal));

        Assert.Equal(
            ["https://files.test/1", "https://files.test/2"], result.Images.Select(image => image.Link!.AbsoluteUri));
    }

    [Theory]
    [InlineData("data: \uFEFF {\"type\":\"image_generation.completed\",\"b64_json\":\"#\"}\n\n")]
    [InlineData("data:   \uFEFF\uFEFF{\"type\":\"image_generation.completed\",\"b64_json\":\"#\"}\n\n")]
    public async Task A_byte_order_mark_before_the_data_of_an_event_is_skipped(string body)
    {
        foreach (var piece in new[] { 1, 2, 7, 8, 9, 10, 10_000 })
        {
            var streamed = await StreamAsync(body.Replace("#", Base64, StringComparison.Ordinal), piece);

            Assert.Equal(Png, Assert.Single(streamed).Image.Bytes.ToArray());
        }
    }

    [Theory]
    [InlineData("url")]
    [InlineData("b64_json")]
    public async Task A_chunk_of_a_stream_can_hold_a_link_and_other_chunks_nothing(string member)
    {
        var body =
            "data: {\"type\":\"image\",\"progress\":1}\n\n" +
            $"data: {{\"type\":\"image\",\"{member}\":\"https://files.test/1\"}}\n\ndata: [DONE]\n\n";

        var streamed = await StreamAsync(body, 10_000);

        Assert.Equal("https://files.test/1", Assert.Single(streamed).Image.Link!.AbsoluteUri);
    }

    [Fact]
    public async Task A_chunk_whose_base64_is_broken_is_named_as_the_fault()
    {
        const string Body = "data: {\"type\":\"image\",\"b64_json\":\"****\"}\n\ndata: [DONE]\n\n";

        var fault = await Assert.ThrowsAsync<ImageDecodeException>(() => StreamAsync(Body, 10_000));

        Assert.Equal("b64_json", fault.Member);
    }

    [Theory]
    [InlineData("""{"code":-2001,"message":"out of paint","data":null}""", "-2001")]
    [InlineData("""{"success":false,"message":"out of paint"}""", null)]
    [InlineData("""{"detail":"out of paint"}""", null)]
    [InlineData("""{"message":"out of paint","data":null}""", null)]
    [InlineData("""{"msg":"out of paint"}""", null)]
    [InlineData("""{"result":null,"success":false,"errors":[{"code":3030,"message":"out of paint"}]}""", "3030")]
    [InlineData("""{"data":[{"error":{"code":"x","message":"out of paint"}},{"error":{"code":"y"}}]}""", "x")]
    [InlineData("""{"data":{},"base_resp":{"status_code":1004,"status_msg":"out of paint"}}""", "1004")]
    public async Task A_failure_in_a_successful_reply_is_thrown(string body, string? code)
    {
        var refused = await Assert.ThrowsAsync<ImageApiException>(() => AskAsync(body));

        Assert.Equal((code, "out of paint"), (refused.Code, refused.Reason));
    }

    [Theory]
    [InlineData("""{"data":[]}""", 0)]
    [InlineData("""{"created":1}""", 0)]
    [InlineData("""{"message":"success","data":null}""", 0)]
    [InlineData("""{"code":200,"message":"nothing to paint","data":null}""", 0)]
    [InlineData("""{"code":0,"message":"success","data":[]}""", 0)]
    [InlineData("""{"data":[{"b64_json":null,"url":null}]}""", 1)]
    [InlineData("""{"data":[{"b64_json":null,"url":null},{"b64_json":null}]}""", 2)]
    public async Task A_reply_without_pictures_and_without_an_error_is_a_result(string body, int withheld)
        => Assert.Equal(withheld, (await AskAsync(body)).Images.Count(image => image.IsWithheld));

    [Theory]
    [InlineData("""{"task_id":"t-17","task_status":"PENDING"}""")]
    [InlineData("""{"code":200,"data":{"status":"submitted","task_id":"t-17"}}""")]
    public async Task The_exception_holds_the_id_of_a_background_task(string body)
    {
        var fault = await Assert.ThrowsAsync<ImageDecodeException>(() => AskAsync(body));

        Assert.Contains("t-17", fault.Message);
        Assert.Contains("t-17", fault.BodyExcerpt);
    }

    [Fact]
    public async Task A_plain_text_reply_is_excerpted_without_the_prompt()
    {
        var fault = await Assert.ThrowsAsync<ImageDecodeException>(() => AskAsync("The model cannot paint a red fox"));

        Assert.StartsWith("The model cannot paint", fault.BodyExcerpt);
        Assert.DoesNotContain("a red fox", fault.ToString());
        Assert.DoesNotContain("a red fox", fault.BodyExcerpt);
    }

    [Theory]
    [InlineData("""{"data":[{"b64_json":"QUJD"}]}""", true)]
    [InlineData("<html><body>no</body></html>", false)]
    [InlineData("no picture today, sorry", false)]
    public async Task The_first_bytes_decide_whether_a_body_is_a_picture(string body, bool isReply)
    {
        var asking = AskAsync(body, mediaType: "image/png");
        var streaming = StreamAsync(body, mediaType: "image/png");

        if (isReply)
        {
            Assert.Equal("ABC"u8.ToArray(), (await asking).Images[0].Bytes.ToArray());
            Assert.Equal("ABC"u8.ToArray(), Assert.Single(await streaming).Image.Bytes.ToArray());
        }
        else
        {
            await Assert.ThrowsAsync<ImageDecodeException>(() => asking);
            await Assert.ThrowsAsync<ImageDecodeException>(() => streaming);
        }
    }

    [Theory]
    [InlineData("image/tiff")]
    [InlineData("image/svg+xml")]
    public async Task Pictures_of_other_formats_are_recognised_by_their_media_type(string mediaType)
    {
        var body = mediaType == "image/tiff" ? "II*\0\b\0\0\0 and more" : "<?xml version=\"1.0\"?><!-- a long one -->";

        Assert.Equal(body.Length, (await AskAsync(body, mediaType: mediaType)).Images[0].Length);
    }

    [Fact]
    public async Task Blanks_and_a_byte_order_mark_before_a_reply_are_skipped()
    {
        var body = "\uFEFF" + new string(' ', 5_000) + """{"data":[{"b64_json":"QUJD"}]}""";
        foreach (var piece in new[] { 1, 700, 10_000 })
        {
            Assert.Single(await StreamAsync(body, piece));
            Assert.Single((await AskAsync(body, piece)).Images);
        }
    }

    [Theory]
    [InlineData("""{"type":"news","error":{"code":"insufficient_quota","message":"No."}}""")]
    [InlineData("""{"error":{"code":"insufficient_quota","message":"No."},"type":"news"}""")]
    public async Task An_error_in_an_event_of_unknown_type_is_thrown(string data)
        => await Assert.ThrowsAsync<ImageQuotaException>(() => StreamAsync($"data: {data}\n\n"));

    [Fact]
    public async Task A_failed_picture_among_others_is_withheld_and_holds_the_error()
    {
        var failed = Streaming.Event(
            "image_generation.partial_failed",
            """{"type":"image_generation.partial_failed","image_index":0,"error":{"code":"boom","message":"No."}}""");

        var events = await StreamAsync(failed + Streaming.Completed("QUJD"));

        Assert.Equal([true, false], events.Select(item => item.Image.IsWithheld));
        Assert.Equal("boom", events[0].Image.Extra["error"].GetProperty("code").GetString());
        var alone = await Assert.ThrowsAsync<ImageApiException>(() => StreamAsync(failed));
        Assert.Equal("boom", alone.Code);
    }

    [Theory]
    [InlineData("12.0", 12)]
    [InlineData("14429.92", 14430)]
    [InlineData("1e3", 1000)]
    [InlineData("\"many\"", null)]
    public async Task Token_counts_are_read_in_every_form(string count, int? tokens)
    {
        var result = await AskAsync(
            $$$"""
            {"data":[{"b64_json":"QUJD"}],"created":"2026-02-12T22:26:40Z","usage":{"total_tokens":{{{count}}}}}
            """);

        Assert.Equal(tokens, result.Usage!.TotalTokens);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1770935200), result.Created);
    }

    [Theory]
    [InlineData("{\"cre\u0016ated\":null,\"data\":[{\"b64_json\":\"QU\tJD\"}]}")]
    [InlineData("{\"created\":NaN,\"data\":[{\"b64_json\":\"QU\tJD\"}]}")]
    [InlineData("{\"created\":None,\"da\u0016ta\":0,\"data\":[{\"b64_json\":\"QU\tJD\"}]}")]
    public async Task The_pieces_of_a_reply_do_not_decide_whether_a_fault_is_repaired(string body)
    {
        foreach (var piece in new[] { 1, 7, 10_000 })
        {
            var fault = await Assert.ThrowsAsync<ImageDecodeException>(() => AskAsync(body, piece));

            Assert.Equal("data[0].b64_json", fault.Member);
        }
    }

    private static async Task<ImageResult> AskAsync(string body, int piece = 10_000, string? mediaType = null)
    {
        using var client = Serve(body, piece, mediaType).CreateClient();

        return await client.GenerateAsync(Fox, Token);
    }

    private static async Task<CompletedImageEvent[]> StreamAsync(
        string body, int piece = 10_000, string? mediaType = null)
    {
        using var client = Serve(body, piece, mediaType).CreateClient();

        return await client.GenerateStreamingAsync(Fox, Token).OfType<CompletedImageEvent>().ToArrayAsync(Token);
    }

    private static FakeService Serve(string body, int piece, string? mediaType)
        => new FakeService().Replies(() =>
        {
            var content = new StreamContent(new PiecewiseStream(Encoding.UTF8.GetBytes(body), [piece]));
            content.Headers.ContentType = mediaType is null ? null : new MediaTypeHeaderValue(mediaType);

            return new HttpResponseMessage { Content = content };
        });
}
