using System.Net;
using OpenAIImages.Calls;

namespace OpenAIImages.Links;

/// <summary>Checks where a link leads before it is followed, where the sockets cannot be asked to.</summary>
/// <param name="currentOptions">Returns the options in force now, for messages that bring none along.</param>
/// <param name="proxy">The proxy that the sockets use; <see langword="null"/> when they use none.</param>
/// <remarks>
/// For netstandard2.0. Weaker than a check while connecting, since the name is resolved a second time for that, and a
/// host under attack may then have another address. Behind a proxy no name is resolved: the proxy does that, and it
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

    // .NET Framework answers with the link itself where no proxy stands in between.
    private bool GoesThroughProxy(Uri link)
        => proxy is not null && !proxy.IsBypassed(link) && proxy.GetProxy(link) is { } through && through != link;
}
