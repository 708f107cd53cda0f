namespace OpenAIImages.Links;

/// <summary>Checks where a link leads before it is followed, where the sockets cannot be asked to.</summary>
/// <param name="currentOptions">Returns the options in force now.</param>
/// <remarks>
/// For netstandard2.0. Weaker than a check while connecting, since the name is resolved a second time for that, and a
/// host under attack may then have another address.
/// </remarks>
internal sealed class LinkAddressHandler(Func<ImageClientOptions> currentOptions) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await LinkRules.ResolveAsync(request.RequestUri!.IdnHost, currentOptions()).ConfigureAwait(false);

        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
