using Azure.Core;

namespace Azure.Identity;

/// <summary>Stands in for the class of Azure.Identity: its token names the requested scope.</summary>
internal sealed class DefaultAzureCredential : TokenCredential
{
    public override ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext, CancellationToken cancellationToken)
        => new(new AccessToken($"entra-{requestContext.Scopes[0]}", DateTimeOffset.MaxValue));
}
