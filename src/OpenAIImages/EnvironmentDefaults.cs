using Microsoft.Extensions.Options;

namespace OpenAIImages;

/// <summary>Fills in from the environment what neither the program nor its configuration has set.</summary>
/// <param name="read">Returns the value of an environment variable.</param>
/// <remarks>Runs after all other configuration, since only then is it known what is missing.</remarks>
internal sealed class EnvironmentDefaults(Func<string, string?> read) : IPostConfigureOptions<ImageClientOptions>
{
    public const string ApiKey = "OPENAI_API_KEY";

    public const string Endpoint = "OPENAI_BASE_URL";

    private const string OrganizationId = "OPENAI_ORG_ID";

    private const string ProjectId = "OPENAI_PROJECT_ID";

    public static EnvironmentDefaults OfThisProcess { get; } = new(Environment.GetEnvironmentVariable);

    public void PostConfigure(string? name, ImageClientOptions options)
    {
        // A server that is called without a key, or with a token of its own, must not be handed another one's.
        if (options is { ApiKey: null, TokenProvider: null, AllowAnonymous: false })
        {
            options.ApiKey = Read(ApiKey);
        }

        if (!options.IsEndpointSet && Read(Endpoint) is { } address)
        {
            options.Endpoint = ImageClientOptionsBinder.ParseAddress(address);
        }

        options.OrganizationId ??= Read(OrganizationId);
        options.ProjectId ??= Read(ProjectId);
    }

    // A variable that is set to nothing is one that somebody meant to unset.
    private string? Read(string name) => read(name) is { Length: > 0 } value ? value : null;
}
