using System.Net;
using OpenAIImages.Calls;

namespace OpenAIImages.Links;

/// <summary>Checks the address of a link before it is followed, on targets whose sockets cannot check it.</summary>
/// <param name="currentOptions">Returns the current options, for messages without options of their own.</param>
/// <param name="proxy">The proxy that the sockets use; <see langword="null"/> when they use none.</param>
/// <remarks>
/// For netstandard2.0. This is weaker than a check while connecting: the name is resolved again for the connection, and
/// an attacker may then give another address. Behind a proxy no name is resolved here: the proxy resolves it, and
/// decides what may be reached through it.
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

    // .NET Framework returns the link itself when no proxy is used.
    private bool GoesThroughProxy(Uri link)
        => proxy is not null && !proxy.IsBypassed(link) && proxy.GetProxy(link) is { } through && through != link;
}
