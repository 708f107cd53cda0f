using System.Net;
using OpenAIImages.Links;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Links;

/// <summary>The client follows links through the proxy of the process.</summary>
[Collection(nameof(Alone))]
public sealed class LinkProxyTests : IDisposable
{
    private readonly IWebProxy _before = HttpClient.DefaultProxy;
    private readonly IWebProxy? _webBefore = WebRequest.DefaultWebProxy;
    private readonly byte[] _picture = Bodies.Picture(20_000);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        HttpClient.DefaultProxy = _before;
        WebRequest.DefaultWebProxy = _webBefore;
    }

    [Fact]
    public async Task The_proxy_resolves_the_host_name_of_a_link()
    {
        await using var proxy = new LoopbackServer().Replies("200 OK", _picture);
        Use(new WebProxy(proxy.Link.Host, proxy.Link.Port));
        using var stream = new MemoryStream();

        await DownloadAsync("http://pictures.invalid/a.png", stream);

        Assert.Equal(_picture, stream.ToArray());
        Assert.StartsWith(
            "GET http://pictures.invalid/a.png HTTP/1.1\r\n", Assert.Single(proxy.Received), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_address_is_refused_before_the_proxy_is_asked()
    {
        await using var proxy = new LoopbackServer().Replies("200 OK", _picture);
        Use(new WebProxy(proxy.Link.Host, proxy.Link.Port));

        await Assert.ThrowsAsync<ImageTransportException>(
            () => DownloadAsync("http://192.168.1.1/a.png", new MemoryStream()));

        Assert.Empty(proxy.Received);
    }

    [Fact]
    public async Task The_client_checks_the_address_of_a_host_that_bypasses_the_proxy()
    {
        await using var host = new LoopbackServer().Replies("200 OK", _picture);
        Use(new WebProxy("proxy.invalid", 3128) { BypassList = ["://localhost"] });
        using var http = LinkHttpClient.Create(() => new ImageClientOptions { ApiKey = "any" });
        var link = new UriBuilder(host.Link) { Host = "localhost" }.Uri;

        var failed = await Assert.ThrowsAnyAsync<Exception>(() => http.GetAsync(link, Token));

        var refused = Assert.IsType<ImageTransportException>(failed.GetBaseException());
        Assert.Contains("a private address", refused.Message, StringComparison.Ordinal);
        Assert.Empty(host.Received);
    }

    private static void Use(WebProxy proxy)
    {
        HttpClient.DefaultProxy = proxy;
        WebRequest.DefaultWebProxy = proxy;
    }

    private static async Task DownloadAsync(string link, MemoryStream stream)
    {
        using var client = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "sk-secret-0123456789", AllowPlainHttp = true });

        await client.DownloadAsync(new ImageOutput { Link = new Uri(link) }, stream, cancellationToken: Token);
    }
}
