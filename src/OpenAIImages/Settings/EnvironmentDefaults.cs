using Microsoft.Extensions.Options;

namespace OpenAIImages.Settings;

/// <summary>Sets the options that neither the program nor its configuration has set, from the environment.</summary>
/// <param name="read">Returns the value of an environment variable.</param>
/// <remarks>
/// <para>The class runs after all other configuration, when the missing options are known.</para>
/// <para>The environment's key, organization and project are for OpenAI, or for the server that the environment itself
/// names. A program that sets another <see cref="ImageClientOptions.Endpoint"/> does not get them, so a key never
/// reaches a server to which it does not belong.</para>
/// </remarks>
internal sealed class EnvironmentDefaults(Func<string, string?> read) : IPostConfigureOptions<ImageClientOptions>
{
    public const string ApiKey = "OPENAI_API_KEY";

    public const string Endpoint = "OPENAI_BASE_URL";

    private const string OrganizationId = "OPENAI_ORG_ID";

    private const string ProjectId = "OPENAI_PROJECT_ID";

    public static EnvironmentDefaults ForThisProcess { get; } = new(Environment.GetEnvironmentVariable);

    public void PostConfigure(string? name, ImageClientOptions options)
    {
        var ownAddress = Read(Endpoint) is { } text ? OptionsBinder.ParseAddress(text) : null;
        if (!options.IsEndpointSet && ownAddress is not null)
        {
            options.Endpoint = ownAddress;
        }

        // A key that is pasted or read from a file often ends in a line break.
        options.ApiKey = options.ApiKey?.Trim();
        var isTrusted = ServiceAddress.IsOpenAI(options.Endpoint) || IsSameOrigin(options.Endpoint, ownAddress);

        // A server without a key, or with its own token, must not get the key of another service.
        if (options is { ApiKey: null, TokenProvider: null, AllowAnonymous: false } && Read(ApiKey) is { } key)
        {
            options.ApiKey = isTrusted ? key.Trim() : null;
            options.IsEnvironmentKeyWithheld = !isTrusted;
        }

        if (isTrusted)
        {
            options.OrganizationId ??= Read(OrganizationId);
            options.ProjectId ??= Read(ProjectId);
        }
    }

    private static bool IsSameOrigin(Uri address, Uri? other)
        => other is { IsAbsoluteUri: true }
            && address.IsAbsoluteUri
            && address.Scheme == other.Scheme
            && address.Port == other.Port
            && address.IdnHost.Equals(other.IdnHost, StringComparison.OrdinalIgnoreCase);

    // A variable that is empty or blank counts as not set.
    private string? Read(string name) => read(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
