using System.Net;
using System.Text.Json;
using OpenAIImages.Links;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Links;

/// <summary>The client follows links over real connections on this machine.</summary>
public sealed class LinkConnectionTests
{
    private readonly byte[] _picture = Bodies.Picture(200_000);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_name_that_resolves_to_a_private_address_is_refused()
    {
        await using var host = new LoopbackServer();
        using var http = LinkHttpClient.Create(() => new ImageClientOptions { ApiKey = "any" });

        var failed = await Assert.ThrowsAnyAsync<Exception>(() => http.GetAsync(Named(host.Link), Token));

        Assert.IsType<ImageTransportException>(failed.GetBaseException());
        Assert.Empty(host.Received);
    }

    [Fact]
    public async Task AllowPrivateAddresses_permits_a_private_address()
    {
        await using var host = new LoopbackServer().Replies("200 OK", _picture);
        using var client = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "sk-secret-0123456789", Links = { AllowPrivateAddresses = true } });
        using var stream = new MemoryStream();

        await client.DownloadAsync(new ImageOutput { Link = Named(host.Link) }, stream, cancellationToken: Token);

        Assert.Equal(_picture, stream.ToArray());
    }

    [Fact]
    public async Task A_local_service_may_link_to_itself_and_its_links_get_no_key()
    {
        await using var host = new LoopbackServer()
            .Replies("302 Found", [], "Location: /moved.png\r\nSet-Cookie: a=b\r\n")
            .Replies("200 OK", _picture, "ETag: \"v1\"\r\n", sent: 150_000)
            .Replies("206 Partial Content", _picture[150_000..], "Content-Range: bytes 150000-199999/200000\r\n");
        var clock = new WaitingClock();
        using var client = new OpenAIImageClient(new ImageClientOptions
        {
            ApiKey = "sk-secret-0123456789",
            Endpoint = new Uri(host.Link, "/"),
            TimeProvider = clock,
        });
        using var stream = new MemoryStream();

        await clock.RunAsync(client.DownloadAsync(
            new ImageOutput { Link = host.Link }, stream, cancellationToken: Token));

        Assert.Equal(_picture, stream.ToArray());
        Assert.StartsWith("GET /picture.png?sig=secret ", host.Received[0], StringComparison.Ordinal);
        Assert.Equal($"GET /moved.png HTTP/1.1\r\nHost: {host.Link.Authority}\r\n\r\n", host.Received[1]);
    }

    // The client follows the links in their order, so the failing one comes first.
    [Fact]
    public async Task A_call_with_two_links_keeps_the_good_image_and_the_link_that_fails()
    {
        using var directory = new TemporaryDirectory();
        await using var host = new LoopbackServer();
        var links = new[] { "gone", "good" }.Select(name => new Uri(host.Link, $"/{name}.png")).ToArray();
        host.Replies("200 OK", JsonSerializer.SerializeToUtf8Bytes(new { data = links.Select(url => new { url }) }))
            .Replies("404 Not Found", [])
            .Replies("200 OK", _picture);
        using var client = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "sk-secret-0123456789", Endpoint = host.Endpoint });

        var result = await client.GenerateAsync(
            new GenerateImageRequest("two foxes") { Count = 2 },
            ImageDestination.Directory(directory.Path),
            Token);

        Assert.Equal(
            ["POST /v1/images/generations", "GET /gone.png", "GET /good.png"],
            host.Received.Select(request => request.Split(" HTTP/1.1")[0]));
        Assert.Equal((links[0], null), (result.Images[0].Link, result.Images[0].SavedPath));
        Assert.Equal(_picture, directory.Read(Assert.Single(directory.Files)));
        Assert.Equal(directory.At(directory.Files[0]), result.Images[1].SavedPath);
    }

    [Fact]
    public async Task A_request_beyond_the_script_of_a_loopback_server_fails_and_does_not_hang()
    {
        await using var host = new LoopbackServer();
        using var http = new HttpClient();

        using var reply = await http.GetAsync(host.Link, Token);

        Assert.Equal(HttpStatusCode.InternalServerError, reply.StatusCode);
    }

    private static Uri Named(Uri link) => new UriBuilder(link) { Host = "localhost" }.Uri;
}
