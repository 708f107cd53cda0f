using System.Security.Cryptography;
using System.Text;

namespace OpenAIImages.Limiting;

/// <summary>Who shares a pace: the same key at the same service, by the same clock.</summary>
/// <remarks>Holds a hash of the key, since it may outlive the options. Where a callback provides tokens, the callback
/// stands for them.</remarks>
internal sealed record PacerKey
{
    private PacerKey()
    {
    }

    public required TimeProvider Clock { get; init; }

    public required string Service { get; init; }

    public required string? KeyHash { get; init; }

    public required Delegate? TokenProvider { get; init; }

    public required string? Account { get; init; }

    public static PacerKey For(ImageClientOptions options) => new()
    {
        Clock = options.TimeProvider,
        Service = $"{options.Endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')} {options.Azure.Deployment}",
        KeyHash = options.ApiKey is { } key
            ? Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(key)))
            : null,
        TokenProvider = options.TokenProvider,
        Account = $"{options.OrganizationId} {options.ProjectId}",
    };
}
