using System.Net;
using OpenAIImages.Calls;

namespace OpenAIImages.Links;

/// <summary>Checks the address of a link before the request, on targets whose sockets cannot check it.</summary>
/// <param name="currentOptions">Returns the current options, for messages without options of their own.</param>
/// <param name="proxy">The proxy of the sockets; <see langword="null"/> when they use none.</param>
/// <remarks>
/// The handler is for netstandard2.0. It is weaker than a check during the connection: the platform resolves the name
/// again for the connection, and an attacker may then give another address. Behind a proxy, the handler resolves no
/// name: the proxy resolves it, and decides which hosts it reaches.
/// </remarks>
internal sealed class LinkAddressHandler(Func<ImageClientOptions> currentOptions, IWebProxy? proxy) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var link = request.RequestUri!;
        if (!GoesThroughProxy(link))
        {
            var options = CallRecord.GetOrBegin(request).Options ?? currentOptions();
            await LinkRules.ResolveAsync(link.IdnHost, options).ConfigureAwait(false);
        }

        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    // .NET Framework returns the link itself when it uses no proxy.
    private bool GoesThroughProxy(Uri link)
        => proxy is not null && !proxy.IsBypassed(link) && proxy.GetProxy(link) is { } through && through != link;
}
