using System.Net;

namespace OpenAIImages.Links;

/// <summary>Makes the HTTP client that follows links to images. It has none of our handlers and knows no key.</summary>
/// <remarks>This target has no hook for connecting: <see cref="LinkAddressHandler"/> checks addresses before.</remarks>
internal static class LinkHttpClient
{
    public static HttpClient Create(Func<ImageClientOptions> currentOptions, HttpMessageHandler? network = null)
        => new(network ?? CreateSockets(currentOptions)) { Timeout = Timeout.InfiniteTimeSpan };

    private static LinkAddressHandler CreateSockets(Func<ImageClientOptions> currentOptions)
    {
        // The check and the sockets get the same proxy, so that they cannot take different ones.
        var proxy = WebRequest.DefaultWebProxy;
        var sockets = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            Proxy = proxy,
            UseProxy = proxy is not null,
        };

        return new LinkAddressHandler(currentOptions, proxy) { InnerHandler = sockets };
    }
}
