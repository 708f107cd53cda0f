using System.Net;
using System.Net.Http.Headers;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Links;

public sealed class DownloadAsyncTests : IDisposable
{
    private static readonly Uri Link = new("https://files.test/private/a.png?sig=secret");

    private readonly byte[] _picture = Bodies.Picture(300_000);
    private readonly TemporaryDirectory _directory = new();
    private readonly WaitingClock _clock = new();

    private static string LongName { get; } = string.Join('.', Enumerable.Repeat(new string('a', 60), 5));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("https://files.test/a.png?sig=secret")]
    [InlineData("https://fake.test/v1/files/a.png")]
    [InlineData("https://fake.test/v1/images/generations")]
    public async Task A_download_sends_neither_the_key_nor_any_other_header_of_the_client(string link)
    {
        var service = new FakeService().Replies(HttpStatusCode.OK, _picture);
        using var client = service.CreateLinkClient(options =>
        {
            options.OrganizationId = "org";
            options.Headers["X-Mine"] = "1";
        });
        using var stream = new MemoryStream();

        await client.DownloadAsync(new ImageOutput { Link = new Uri(link) }, stream, cancellationToken: Token);

        var (message, _) = Assert.Single(service.Received);
        Assert.Equal(HttpMethod.Get, message.Method);
        Assert.Equal(link, message.RequestUri!.OriginalString);
        Assert.Empty(message.Headers);
        Assert.Equal(_picture, stream.ToArray());
        Assert.True(stream.CanWrite);
    }

    [Fact]
    public async Task A_download_saves_a_file_with_the_extension_of_its_format()
    {
        using var client = new FakeService().Replies(HttpStatusCode.OK, _picture).CreateLinkClient();
        var image = new ImageOutput { Link = Link, RevisedPrompt = "a cat" };

        var saved = await client.DownloadAsync(
            image, ImageDestination.File(_directory.At("cat")), cancellationToken: Token);

        Assert.Equal(_directory.At("cat.png"), saved.SavedPath);
        Assert.Equal((300_000L, ImageMediaType.Png, "a cat"), (saved.Length, saved.MediaType, saved.RevisedPrompt));
        Assert.Equal(_picture, _directory.Read("cat.png"));
    }

    [Fact]
    public async Task A_download_writes_bytes_in_memory_and_decodes_data_links()
    {
        using var client = new FakeService().CreateLinkClient();
        var images = new[]
        {
            new ImageOutput { Bytes = "ABC"u8.ToArray(), Length = 3 },
            new ImageOutput { Link = new Uri("data:image/png;base64,QUJD") },
            new ImageOutput { Link = new Uri("data:,ABC") },
        };

        foreach (var image in images)
        {
            using var stream = new MemoryStream();
            await client.DownloadAsync(image, stream, cancellationToken: Token);

            Assert.Equal("ABC"u8.ToArray(), stream.ToArray());
        }

        await Assert.ThrowsAsync<ImageDecodeException>(() => client.DownloadAsync(
            new ImageOutput { Link = new Uri("data:;base64,Q") }, new MemoryStream(), cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>(
            () => client.DownloadAsync(new ImageOutput(), new MemoryStream(), cancellationToken: Token));
    }

    [Fact]
    public async Task A_download_reports_its_progress()
    {
        using var client = new FakeService().Replies(HttpStatusCode.OK, _picture).CreateLinkClient();
        var progress = new ProgressList();

        await client.DownloadAsync(new ImageOutput { Link = Link }, new MemoryStream(), progress, Token);

        Assert.Equal(progress.Order(), progress);
        Assert.Equal(300_000, progress[^1]);
        Assert.All(progress.Totals, total => Assert.Equal(300_000, total));
    }

    [Theory]
    [InlineData("http://files.test/a.png", "AllowPlainHttp")]
    [InlineData("ftp://files.test/a.png", "neither")]
    [InlineData("https://localhost/a.png", "AllowPrivateAddresses")]
    [InlineData("https://127.0.0.1/a.png", "AllowPrivateAddresses")]
    [InlineData("https://169.254.169.254/latest/meta-data", "AllowPrivateAddresses")]
    [InlineData("https://10.1.2.3/a.png", "AllowPrivateAddresses")]
    [InlineData("https://[::1]/a.png", "AllowPrivateAddresses")]
    [InlineData("https://[fd00::1]/a.png", "AllowPrivateAddresses")]
    [InlineData("https://[::ffff:10.0.0.1]/a.png", "AllowPrivateAddresses")]
    [InlineData("https://2130706433/a.png", "AllowPrivateAddresses")]
    public async Task A_forbidden_link_is_refused_directly_and_after_a_redirect(string link, string word)
    {
        var service = new FakeService().Replies(() => Redirect(link));
        using var client = service.CreateLinkClient();
        var direct = new ImageOutput { Link = new Uri(link) };

        var refused = await Assert.ThrowsAsync<ImageTransportException>(
            () => client.DownloadAsync(direct, new MemoryStream(), cancellationToken: Token));
        var redirected = await Assert.ThrowsAsync<ImageTransportException>(() => client.DownloadAsync(
            new ImageOutput { Link = Link }, new MemoryStream(), cancellationToken: Token));

        Assert.Contains(word, refused.Message, StringComparison.Ordinal);
        Assert.Contains(word, redirected.Message, StringComparison.Ordinal);
        Assert.Single(service.Received);
    }

    [Fact]
    public async Task A_link_whose_host_name_is_too_long_is_refused()
    {
        var service = new FakeService().Replies(() => Redirect($"https://{LongName}/a.png"));
        using var client = service.CreateLinkClient();

        var refused = await Assert.ThrowsAsync<ImageTransportException>(() => client.DownloadAsync(
            new ImageOutput { Link = Link }, new MemoryStream(), cancellationToken: Token));

        Assert.Equal(
            "The request was not sent: the link leads to a host whose name is longer than 255 characters.",
            refused.Message);
    }

    [Theory]
    [InlineData("http://sk-test-0123456789.test/a.png")]
    [InlineData("http://sk-test-0123456789.xn--ss-pia.test/a.png")]
    public async Task A_key_in_the_host_name_of_a_redirect_is_masked(string target)
    {
        var service = new FakeService().Replies(() => Redirect(target));
        using var client = service.CreateLinkClient();

        var refused = await Assert.ThrowsAsync<ImageTransportException>(() => client.DownloadAsync(
            new ImageOutput { Link = Link }, new MemoryStream(), cancellationToken: Token));

        Assert.Contains("the link to '***' is plain http", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_follows_five_redirects_and_no_more()
    {
        var service = new FakeService();
        for (var i = 0; i < 12; i++)
        {
            service.Replies(i == 5 ? () => new HttpResponseMessage { Content = new ByteArrayContent(_picture) }
                : () => Redirect("/elsewhere"));
        }

        using var client = service.CreateLinkClient();
        using var stream = new MemoryStream();

        await client.DownloadAsync(new ImageOutput { Link = Link }, stream, cancellationToken: Token);
        await Assert.ThrowsAsync<ImageTransportException>(() => client.DownloadAsync(
            new ImageOutput { Link = Link }, new MemoryStream(), cancellationToken: Token));

        Assert.Equal(_picture, stream.ToArray());
        Assert.Equal("https://files.test/elsewhere", service.Received[5].Message.RequestUri!.AbsoluteUri);
    }

    [Theory]
    [InlineData(403, "")]
    [InlineData(404, "")]
    [InlineData(410, "")]
    [InlineData(401, "<?xml version=\"1.0\"?><Error><Code>AuthenticationFailed</Code></Error>")]
    public async Task An_expired_link_is_an_ImageLinkExpiredException(int status, string body)
    {
        using var client = new FakeService()
            .Replies((HttpStatusCode)status, body, "application/xml").CreateLinkClient();

        var expired = await Assert.ThrowsAsync<ImageLinkExpiredException>(() => client.DownloadAsync(
            new ImageOutput { Link = Link }, new MemoryStream(), cancellationToken: Token));

        Assert.Equal(status, (int)expired.Status);
        Assert.DoesNotContain("secret", expired.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_empty_or_not_an_image_is_refused()
    {
        var service = new FakeService()
            .Replies(HttpStatusCode.OK, _picture)
            .Replies(() => new HttpResponseMessage { Content = new StreamContent(new PiecewiseStream(_picture, [])) })
            .Replies(HttpStatusCode.OK, "<html></html>", "text/html")
            .Replies(HttpStatusCode.OK, []);
        using var client = service.CreateLinkClient(options => options.Links.MaxBytes = 299_999);

        async Task<Exception> Failure() => (await Record.ExceptionAsync(() => client.DownloadAsync(
            new ImageOutput { Link = Link },
            ImageDestination.File(_directory.At("cat.png")), cancellationToken: Token)))!;

        Assert.Contains("Links.MaxBytes", (await Failure()).Message, StringComparison.Ordinal);
        Assert.Contains("Links.MaxBytes", (await Failure()).Message, StringComparison.Ordinal);
        Assert.IsType<ImageDecodeException>(await Failure());
        Assert.IsType<ImageDecodeException>(await Failure());
        Assert.Empty(_directory.Files);
    }

    [Fact]
    public async Task A_download_resumes_at_the_byte_where_it_broke_off()
    {
        var service = new FakeService()
            .Replies(() => Broken(_picture, 100_000))
            .Replies(HttpStatusCode.BadGateway, "<html></html>", "text/html")
            .Replies(() => Rest(100_000, 250_000))
            .Replies(() => Rest(250_000, 300_000));
        using var client = service.CreateLinkClient(options => options.TimeProvider = _clock);
        using var stream = new MemoryStream();

        await _clock.RunAsync(client.DownloadAsync(new ImageOutput { Link = Link }, stream, cancellationToken: Token));

        Assert.Equal(_picture, stream.ToArray());
        Assert.Equal(
            [null, "bytes=100000-", "bytes=100000-", "bytes=250000-"],
            service.Received.Select(received => received.Message.Headers.Range?.ToString()));
        Assert.Equal("\"v1\"", service.Received[3].Message.Headers.IfRange!.ToString());
    }

    [Fact]
    public async Task A_download_gives_up_after_three_resumptions()
    {
        var service = new FakeService();
        for (var i = 0; i < 4; i++)
        {
            service.Replies(HttpStatusCode.ServiceUnavailable, "");
        }

        using var client = service.CreateLinkClient(options => options.TimeProvider = _clock);

        await Assert.ThrowsAsync<ImageTransportException>(() => _clock.RunAsync(client.DownloadAsync(
            new ImageOutput { Link = Link }, new MemoryStream(), cancellationToken: Token)));

        Assert.Equal(4, service.Received.Count);
    }

    [Fact]
    public async Task A_host_that_cannot_resume_restarts_a_file_and_fails_a_stream()
    {
        var service = new FakeService();
        using var client = service.CreateLinkClient(options => options.TimeProvider = _clock);
        using var stream = new MemoryStream();
        for (var i = 0; i < 2; i++)
        {
            service.Replies(() => Broken(_picture, 100_000)).Replies(HttpStatusCode.OK, _picture);
        }

        await _clock.RunAsync(client.DownloadAsync(
            new ImageOutput { Link = Link }, ImageDestination.File(_directory.At("cat")), cancellationToken: Token));
        var failed = await Assert.ThrowsAsync<ImageTransportException>(() => _clock.RunAsync(
            client.DownloadAsync(new ImageOutput { Link = Link }, stream, cancellationToken: Token)));

        Assert.Equal(_picture, _directory.Read("cat.png"));
        Assert.Contains("resume", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_saves_the_links_that_it_can_fetch_and_keeps_the_others()
    {
        var service = new FakeService()
            .Replies(HttpStatusCode.OK, """{"data":[{"url":"https://files.test/1"},{"url":"https://files.test/2"}]}""")
            .Replies(HttpStatusCode.OK, _picture)
            .Replies(HttpStatusCode.NotFound, "");
        using var client = service.CreateLinkClient();

        var result = await client.GenerateAsync(
            new GenerateImageRequest("a red fox"), ImageDestination.File(_directory.At("fox")), Token);

        Assert.Equal(_picture, _directory.Read("fox.png"));
        Assert.Equal(_directory.At("fox.png"), result.Images[0].SavedPath);
        Assert.Equal(new Uri("https://files.test/2"), result.Images[1].Link);
        Assert.Null(result.Images[1].SavedPath);
        Assert.Equal(["fox.png"], _directory.Files);
    }

    private static HttpResponseMessage Redirect(string to) => new(HttpStatusCode.Found)
    {
        Headers = { Location = new Uri(to, UriKind.RelativeOrAbsolute) },
    };

    private static HttpResponseMessage Broken(byte[] picture, int length) => new()
    {
        Content = new StreamContent(new PiecewiseStream(picture[..length], [], new IOException("reset")))
        {
            Headers = { ContentLength = picture.Length },
        },
        Headers = { ETag = new EntityTagHeaderValue("\"v1\"") },
    };

    private HttpResponseMessage Rest(int start, int end) => new(HttpStatusCode.PartialContent)
    {
        Content = new StreamContent(new PiecewiseStream(_picture[start..end], [70_000]))
        {
            Headers = { ContentRange = new ContentRangeHeaderValue(start, 299_999, 300_000) },
        },
    };

    private sealed class ProgressList : List<long>, IProgress<ImageProgress>
    {
        public List<long?> Totals { get; } = [];

        public void Report(ImageProgress value)
        {
            Add(value.Received);
            Totals.Add(value.Total);
        }
    }
}
