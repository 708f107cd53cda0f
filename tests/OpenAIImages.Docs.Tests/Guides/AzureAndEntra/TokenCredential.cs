namespace Azure.Core;

/// <summary>Stands in for the class of Azure.Core, with the one member that the guide uses.</summary>
internal abstract class TokenCredential
{
    public abstract ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext, CancellationToken cancellationToken);
}
