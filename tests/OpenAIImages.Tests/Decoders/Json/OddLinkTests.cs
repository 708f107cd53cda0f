using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Decoders;

/// <summary>Servers write other texts in place of a link or a picture, and the client reads them.</summary>
public sealed class OddLinkTests
{
    private static readonly GenerateImageRequest Fox = new("a red fox") { Model = "gpt-image-2" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("N/A")]
    [InlineData("none")]
    [InlineData("x.png")]
    [InlineData("/data/image/x.jpg")]
    [InlineData(@"C:\\x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://[")]
    public async Task A_word_in_place_of_a_link_keeps_the_picture(string word)
    {
        var item = $"{{\"url\":\"{word}\",\"b64_json\":\"QUJD\"}}";

        var result = await AskAsync($"{{\"data\":[{{\"b64_json\":\"QUJD\"}},{item}]}}");
        var found = Assert.IsType<CompletedImageEvent>(await FirstEventAsync(item));

        foreach (var image in new[] { result.Images[1], found.Image })
        {
            Assert.Equal("ABC"u8.ToArray(), image.Bytes.ToArray());
            Assert.Null(image.Link);
            Assert.Equal(word.Replace(@"\\", @"\", StringComparison.Ordinal), image.Extra["url"].GetString());
        }
    }

    [Theory]
    [InlineData("/data/image/x.jpg", "https://fake.test/data/image/x.jpg")]
    [InlineData("/generated?id=1", "https://fake.test/generated?id=1")]
    [InlineData("media/x.png", "https://fake.test/v1/media/x.png")]
    [InlineData("x.png?sig=1", "https://fake.test/v1/x.png?sig=1")]
    [InlineData("//cdn.test/x.png", "https://cdn.test/x.png")]
    public async Task A_relative_link_is_resolved_against_the_endpoint(string text, string link)
    {
        var result = await AskAsync($"{{\"data\":[{{\"url\":\"{text}\"}}]}}");
        var found = Assert.IsType<CompletedImageEvent>(await FirstEventAsync($"{{\"url\":\"{text}\"}}"));

        Assert.Equal(link, result.Images[0].Link!.AbsoluteUri);
        Assert.Equal(link, found.Image.Link!.AbsoluteUri);
    }

    [Theory]
    [InlineData(@"C:\\x.png")]
    [InlineData(@"\\\\host\\x.png")]
    [InlineData("file:///etc/passwd.png")]
    [InlineData("file://host/x.png")]
    [InlineData("N/A")]
    [InlineData("a picture of a cat.png")]
    public async Task No_text_becomes_a_link_to_a_local_file(string text)
    {
        var result = await AskAsync($"{{\"data\":[{{\"b64_json\":\"QUJD\"}},{{\"url\":\"{text}\"}}]}}");

        Assert.Null(result.Images[1].Link);
        Assert.True(result.Images[1].IsWithheld);
        Assert.True(result.Images[1].Extra.ContainsKey("url"));
    }

    [Theory]
    [InlineData("\"https://files.test/a.png\"", null, "https://files.test/a.png")]
    [InlineData(@"""https:\/\/files.test\/a.png""", "null", "https://files.test/a.png")]
    [InlineData("{\"a\":1}", "\"https://files.test/b.png\"", "https://files.test/b.png")]
    [InlineData("\"not base64!\"", "\"https://files.test/b.png\"", "https://files.test/b.png")]
    public async Task A_link_in_place_of_a_picture_is_read(string picture, string? url, string link)
    {
        var result = await AskAsync($"{{\"data\":[{{\"b64_json\":{picture},\"url\":{url ?? "null"}}}]}}");

        Assert.Equal(link, Assert.Single(result.Images).Link!.AbsoluteUri);
    }

    [Fact]
    public async Task A_word_in_place_of_the_only_picture_is_an_error_that_names_the_member()
    {
        var fault = await Assert.ThrowsAsync<ImageDecodeException>(() => AskAsync("""{"data":[{"url":"N/A"}]}"""));

        Assert.Equal("data[0].url", fault.Member);
    }

    private static async Task<ImageResult> AskAsync(string body)
    {
        using var client = new FakeService().Replies(HttpStatusCode.OK, body).CreateClient();

        return await client.GenerateAsync(Fox, Token);
    }

    private static async Task<ImageStreamEvent> FirstEventAsync(string data)
    {
        using var client = new FakeService()
            .Replies(HttpStatusCode.OK, Streaming.Event("image_generation.completed", data), "text/event-stream")
            .CreateClient();

        return await client.GenerateStreamingAsync(Fox, Token).FirstAsync(Token);
    }
}
