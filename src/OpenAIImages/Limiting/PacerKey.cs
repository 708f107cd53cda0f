using System.Security.Cryptography;
using System.Text;

namespace OpenAIImages.Limiting;

/// <summary>Identifies a pacer. Clients share a pacer when they use the same key at the same service with the same
/// clock.</summary>
/// <remarks>The record holds a hash of the API key, since it may outlive the options. A token provider represents its
/// tokens.</remarks>
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

    /// <summary>Returns the key of the pacer that a set of options uses.</summary>
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
