namespace Azure.Core;

/// <summary>Stands in for the structure of Azure.Core.</summary>
internal readonly struct TokenRequestContext(string[] scopes)
{
    public string[] Scopes { get; } = scopes;
}
