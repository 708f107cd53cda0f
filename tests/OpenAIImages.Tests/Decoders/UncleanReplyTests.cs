using System.Net;
using System.Text;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Decoders;

/// <summary>The first complete document is the reply, and faults around a picture do not lose the picture.</summary>
public sealed class UncleanReplyTests
{
    private const string Picture = """{"data":[{"b64_json":"QUJD"}]}""";

    private static readonly GenerateImageRequest Fox = new("a red fox") { Model = "gpt-image-2" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"error":{"message":"late"}}""")]
    [InlineData("data: [DONE]\n\n")]
    [InlineData("event: error\ndata: {}\n\n")]
    [InlineData("\0\0")]
    [InlineData("// made by a gateway")]
    [InlineData(" trailing")]
    [InlineData("}")]
    public async Task Text_after_the_first_document_is_ignored(string behind)
    {
        foreach (var piece in new[] { 1, 30, 1_000 })
        {
            Assert.Equal("ABC"u8.ToArray(), (await AskAsync(Picture + behind, piece)).Images[0].Bytes.ToArray());
        }
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_document_is_no_fault()
    {
        var result = await AskAsync(Picture, 1_000, new IOException("reset"));

        Assert.Single(result.Images);
    }

    [Theory]
    [InlineData("""{"data":[{"b64_json":"QUJD","score":NaN}],"seed":Infinity,"low":-Infinity,"ok":1}""")]
    [InlineData("""{"data":[{"b64_json":"QUJD",},],"usage":{"total_tokens":3,},"ok":1,}""")]
    [InlineData("{\"data\":[{\"b64_json\":\"QUJD\",\"revised_prompt\":\"two\nlines\tand \\\"more\\\"\"}],\"ok\":1}")]
    [InlineData("""{"a":None,"b":True,"c":False,"d":{"e":[NaN,NaN]},"data":[{"b64_json":"QUJD"}],"ok":1}""")]
    public async Task Text_that_is_almost_JSON_is_read(string body)
    {
        foreach (var piece in new[] { 1, 7, 1_000 })
        {
            var result = await AskAsync(body, piece);

            Assert.Equal("ABC"u8.ToArray(), Assert.Single(result.Images).Bytes.ToArray());
            Assert.Equal(1, result.Extra["ok"].GetInt32());
        }
    }

    [Theory]
    [InlineData("""{"data":[{"b64_json":"QUJD"} oops""")]
    [InlineData("""{"data":[{"b64_json":"QUJD"}],'usage':1}""")]
    public async Task Invalid_text_after_the_requested_pictures_does_not_lose_them(string body)
        => Assert.Single((await AskAsync(body, 1_000)).Images);

    [Fact]
    public async Task Invalid_text_before_the_last_picture_keeps_the_earlier_ones()
    {
        var fault = await Assert.ThrowsAsync<ImageDecodeException>(
            () => AskAsync("""{"data":[{"b64_json":"QUJD"} oops""", 1_000, count: 2));

        Assert.Equal("ABC"u8.ToArray(), Assert.Single(fault.Received).Bytes.ToArray());
    }

    [Fact]
    public async Task An_event_is_read_with_invalid_text_at_its_end()
    {
        var body = "event: image_generation.completed\ndata: {\"b64_json\":\"QUJD\",\"usage\":NaN} [x]\n\n"
            + "event: image_generation.completed\ndata: {\"b64_json\":\"QUJD\" oops}\n\n";
        using var client = new FakeService().Replies(HttpStatusCode.OK, body, "text/event-stream").CreateClient();

        Assert.Equal(2, await client.GenerateStreamingAsync(Fox, Token).CountAsync(Token));
    }

    private static async Task<ImageResult> AskAsync(string body, int piece, Exception? end = null, int count = 1)
    {
        using var client = new FakeService()
            .Replies(() => new HttpResponseMessage
            {
                Content = new StreamContent(new PiecewiseStream(Encoding.UTF8.GetBytes(body), [piece], end)),
            })
            .CreateClient();

        return await client.GenerateAsync(Fox with { Count = count }, Token);
    }
}
