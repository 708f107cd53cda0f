using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Links;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Links;

/// <summary>Links over real connections on this machine.</summary>
public sealed class LinkConnectionTests
{
    private readonly byte[] _picture = Bodies.Picture(200_000);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_name_that_resolves_to_a_private_address_is_refused()
    {
        await using var host = new LinkHost();
        using var http = LinkHttpClient.Create(() => new ImageClientOptions { ApiKey = "any" });

        var failed = await Assert.ThrowsAnyAsync<Exception>(() => http.GetAsync(Named(host.Link), Token));

        Assert.IsType<ImageTransportException>(failed.GetBaseException());
        Assert.Empty(host.Received);
    }

    [Fact]
    public async Task AllowPrivateAddresses_permits_a_private_address()
    {
        await using var host = new LinkHost().Replies("200 OK", _picture);
        using var client = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "sk-secret-0123456789", Links = { AllowPrivateAddresses = true } });
        using var stream = new MemoryStream();

        await client.DownloadAsync(new ImageOutput { Link = Named(host.Link) }, stream, cancellationToken: Token);

        Assert.Equal(_picture, stream.ToArray());
    }

    [Fact]
    public async Task A_local_service_may_link_to_itself_and_its_links_get_no_key()
    {
        await using var host = new LinkHost()
            .Replies("302 Found", [], "Location: /moved.png\r\nSet-Cookie: a=b\r\n")
            .Replies("200 OK", _picture, "ETag: \"v1\"\r\n", sent: 150_000)
            .Replies("206 Partial Content", _picture[150_000..], "Content-Range: bytes 150000-199999/200000\r\n");
        var clock = new FakeTimeProvider();
        using var client = new OpenAIImageClient(new ImageClientOptions
        {
            ApiKey = "sk-secret-0123456789",
            Endpoint = new Uri(host.Link, "/"),
            StallTimeout = TimeSpan.FromDays(1),
            TimeProvider = clock,
        });
        using var stream = new MemoryStream();

        var download = client.DownloadAsync(new ImageOutput { Link = host.Link }, stream, cancellationToken: Token);
        while (!download.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        await download;

        Assert.Equal(_picture, stream.ToArray());
        Assert.StartsWith("GET /picture.png?sig=secret ", host.Received[0], StringComparison.Ordinal);
        Assert.Equal($"GET /moved.png HTTP/1.1\nHost: {host.Link.Authority}\n", host.Received[1]);
    }

    private static Uri Named(Uri link) => new UriBuilder(link) { Host = "localhost" }.Uri;
}
