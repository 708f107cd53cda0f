namespace Azure.Core;

/// <summary>Stands in for the structure of Azure.Core.</summary>
internal readonly struct AccessToken(string accessToken, DateTimeOffset expiresOn)
{
    public string Token { get; } = accessToken;

    public DateTimeOffset ExpiresOn { get; } = expiresOn;
}
