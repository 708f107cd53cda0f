using System.Globalization;
using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Links;

/// <summary>A picture is paid for when its link arrives. The client never loses the link, never mixes two files, and
/// never saves another kind of file as a picture.</summary>
public sealed class PaidLinkTests : IDisposable
{
    private static readonly Uri Link = new("https://files.test/a.png?sig=secret");

    private readonly byte[] _picture = Bodies.Picture(100_000, seed: 1);
    private readonly byte[] _other = Bodies.Picture(100_000, seed: 2);
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeService _service = new();

    private static ImageClientOptions Open => new() { ApiKey = "k", Links = { AllowPrivateAddresses = true } };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("//a:99999")]
    [InlineData("//[")]
    [InlineData("//[::1")]
    [InlineData("http://")]
    [InlineData("https://")]
    [InlineData("https://a b/")]
    [InlineData("https://a:99999/")]
    [InlineData("https://\u00AD/")]
    [InlineData("https://xn--a/")]
    [InlineData("https://..../")]
    [InlineData("https:///x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData(":")]
    [InlineData("")]
    public async Task A_redirect_to_a_broken_address_keeps_the_link(string address)
    {
        HttpResponseMessage Redirect()
        {
            var reply = new HttpResponseMessage(HttpStatusCode.Found);
            reply.Headers.TryAddWithoutValidation("Location", address);

            return reply;
        }

        HttpResponseMessage Dead() => new(HttpStatusCode.NotFound);

        _service
            .Replies(HttpStatusCode.OK, $$"""{"created":1,"data":[{"url":"{{Link}}"}]}""")
            .Replies(Redirect)
            .Replies(Dead).Replies(Dead).Replies(Dead).Replies(Dead).Replies(Dead).Replies(Dead);
        using var client = _service.CreateLinkClient();

        var result = await client.GenerateAsync(
            new GenerateImageRequest("w"), ImageDestination.File(_directory.At("cat")), Token);

        Assert.Equal(Link, result.Images[0].Link);
        Assert.Empty(_directory.Files);
        await Assert.ThrowsAnyAsync<ImageClientException>(() => DownloadAsync(client));
    }

    [Theory]
    [InlineData("99999999")]
    [InlineData("99999999999999999999")]
    public async Task A_wait_that_is_too_long_for_a_timer_ends_the_download(string seconds)
    {
        using var client = _service.Replies(Busy)
            .CreateLinkClient(options => options.MaxServerDelay = TimeSpan.MaxValue);

        var failed = await Assert.ThrowsAsync<ImageTransportException>(() => DownloadAsync(client));

        Assert.True(failed.RetryAfter > TimeSpan.FromDays(49));

        HttpResponseMessage Busy()
        {
            var reply = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
            reply.Headers.TryAddWithoutValidation("Retry-After", seconds);

            return reply;
        }
    }

    [Theory]
    [InlineData("ETag: \"other\"\r\nLast-Modified: Tue, 03 Feb 2026 09:00:00 GMT\r\n", 100_000)]
    [InlineData("ETag: \"one\"\r\nLast-Modified: Wed, 04 Feb 2026 09:00:00 GMT\r\n", 100_000)]
    [InlineData("ETag: \"one\"\r\nLast-Modified: Tue, 03 Feb 2026 09:00:00 GMT\r\n", 100_001)]
    public async Task A_file_that_changes_during_its_download_is_fetched_again(string headers, int total)
    {
        const string same = "ETag: \"one\"\r\nLast-Modified: Tue, 03 Feb 2026 09:00:00 GMT\r\n";
        await using var host = new LoopbackServer();
        host.Replies("200 OK", _picture, same, sent: 40_000)
            .Replies(
                "206 Partial Content",
                _other[40_000..],
                headers + string.Create(CultureInfo.InvariantCulture, $"Content-Range: bytes 40000-99999/{total}\r\n"))
            .Replies("200 OK", _other, "ETag: \"other\"\r\n");
        using var client = new OpenAIImageClient(Open);

        var saved = await client.DownloadAsync(
            ImageOutput.FromLink(host.Link), ImageDestination.File(_directory.At("cat")), cancellationToken: Token);

        Assert.Equal(_other, File.ReadAllBytes(saved.SavedPath!));
        Assert.DoesNotContain("Range:", host.Received[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_gets_no_bytes_of_a_changed_file()
    {
        await using var host = new LoopbackServer();
        host.Replies("200 OK", _picture, "ETag: \"one\"\r\n", sent: 90_000)
            .Replies("206 Partial Content", _other[90_000..], "ETag: \"two\"\r\nContent-Range: bytes 90000-99999/*\r\n")
            .Replies("200 OK", _other);
        using var client = new OpenAIImageClient(Open);
        using var stream = new MemoryStream();

        await Assert.ThrowsAsync<ImageTransportException>(
            () => client.DownloadAsync(ImageOutput.FromLink(host.Link), stream, cancellationToken: Token));

        Assert.Equal(_picture[..(int)stream.Length], stream.ToArray());
    }

    [Theory]
    [InlineData("{\"error\":\"expired\"}", "JSON")]
    [InlineData("\uFEFF {\"error\":\"expired\"}", "JSON")]
    [InlineData("[1]", "JSON")]
    [InlineData("<!DOCTYPE html><title>Gone</title>", "web page")]
    [InlineData("<?xml version=\"1.0\"?><Error/>", "web page")]
    [InlineData("The link has expired.", "text")]
    [InlineData("\u001F\u008B\u0008\u0000", "gzip")]
    [InlineData("PK\u0003\u0004", "zip")]
    public async Task A_file_that_is_not_an_image_is_never_saved(string body, string said)
    {
        var bytes = body[0] == '\u001F'
            ? System.Text.Encoding.Latin1.GetBytes(body)
            : System.Text.Encoding.UTF8.GetBytes(body);
        _service.Replies(() =>
        {
            var reply = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) };
            reply.Content.Headers.ContentType = new("image/png");

            return reply;
        });
        using var client = _service.CreateLinkClient();

        var failed = await Assert.ThrowsAsync<ImageDecodeException>(() => DownloadAsync(client));

        Assert.Contains(said, failed.Message, StringComparison.Ordinal);
        Assert.Empty(_directory.Files);
    }

    [Fact]
    public async Task An_image_with_the_media_type_of_a_web_page_is_saved()
    {
        _service.Replies(() =>
        {
            var reply = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(_picture) };
            reply.Content.Headers.ContentType = new("text/html");

            return reply;
        });
        using var client = _service.CreateLinkClient();

        await DownloadAsync(client);

        Assert.Equal(_picture, _directory.Read("cat.png"));
    }

    [Fact]
    public async Task A_compressed_image_is_refused_as_compressed()
    {
        _service.Replies(() =>
        {
            var reply = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(_picture) };
            reply.Content.Headers.ContentEncoding.Add("br");

            return reply;
        });
        using var client = _service.CreateLinkClient();

        var failed = await Assert.ThrowsAsync<ImageDecodeException>(() => DownloadAsync(client));

        Assert.Contains("compressed", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_with_status_304_is_not_called_a_redirect()
    {
        _service
            .Replies(() => new HttpResponseMessage(HttpStatusCode.NotModified))
            .Replies(() => new HttpResponseMessage(HttpStatusCode.NotModified));
        using var client = _service.CreateLinkClient();

        var link = await Assert.ThrowsAsync<ImageTransportException>(() => DownloadAsync(client));
        var call = await Assert.ThrowsAsync<ImageApiException>(
            () => client.GenerateAsync(new GenerateImageRequest("w"), Token));

        Assert.All(
            new[] { link.Message, call.Message },
            message =>
            {
                Assert.Contains("nothing has changed", message, StringComparison.Ordinal);
                Assert.DoesNotContain("redirect", message, StringComparison.Ordinal);
            });
    }

    [Fact]
    public async Task A_directory_that_is_deleted_during_the_call_is_a_possibly_billed_fault()
    {
        Directory.CreateDirectory(_directory.At("out"));
        _service.Replies(() =>
        {
            Directory.Delete(_directory.At("out"));

            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Bodies.Of(_picture)) };
        });
        using var client = _service.CreateLinkClient();

        var failed = await Assert.ThrowsAsync<ImageDestinationException>(() => client.GenerateAsync(
            new GenerateImageRequest("w"), ImageDestination.File(_directory.At("out/cat")), Token));

        Assert.True(failed.MayHaveBeenBilled);
        Assert.Equal(_directory.At("out/cat.png"), failed.Destination);
    }

    private Task<ImageOutput> DownloadAsync(OpenAIImageClient client) => client.DownloadAsync(
        ImageOutput.FromLink(Link), ImageDestination.File(_directory.At("cat")), cancellationToken: Token);
}
