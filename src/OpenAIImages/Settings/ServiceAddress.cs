namespace OpenAIImages.Settings;

/// <summary>Makes the addresses of a service's operations, and recognises addresses of services.</summary>
internal static class ServiceAddress
{
    private const string OpenAIHost = "api.openai.com";

    private const string AzureRoot = "/openai/";

    private static readonly string[] AzureHosts =
        [".openai.azure.com", ".services.ai.azure.com", ".cognitiveservices.azure.com", ".openai.azure.us"];

    /// <summary>Appends a path to the service's address in the options, also in Azure's older form.
    /// </summary>
    /// <param name="options">The options.</param>
    /// <param name="path">The path, without a slash at its beginning.</param>
    /// <returns>The whole address.</returns>
    public static Uri Resolve(ImageClientOptions options, string path)
        => ResolveOutsideDeployment(
            options,
            options.Azure.Deployment is { } deployment
                ? $"deployments/{Uri.EscapeDataString(deployment)}/{path}"
                : path);

    /// <summary>Appends a path to the service's address for an operation that belongs to no deployment.</summary>
    /// <param name="options">The options.</param>
    /// <param name="path">The path, without a slash at its beginning; it may have a query of its own.</param>
    /// <returns>The whole address.</returns>
    public static Uri ResolveOutsideDeployment(ImageClientOptions options, string path)
    {
        var separator = path.Contains('?') ? "&" : "?";
        var version = options.Azure.ApiVersion is { } name
            ? $"{separator}api-version={Uri.EscapeDataString(name)}"
            : "";

        // The address of an Azure resource may be given with or without this part.
        var root = options.Azure.Deployment is null
            || BasePath(options.Endpoint).EndsWith(AzureRoot, StringComparison.OrdinalIgnoreCase) ? "" : "openai/";

        return Resolve(options.Endpoint, $"{root}{path}{version}");
    }

    /// <summary>Returns whether an address belongs to OpenAI: <c>api.openai.com</c> or a host under it.</summary>
    /// <param name="endpoint">The service's address.</param>
    public static bool IsOpenAI(Uri endpoint)
        => endpoint.IsAbsoluteUri
            && (endpoint.IdnHost.Equals(OpenAIHost, StringComparison.OrdinalIgnoreCase)
                || endpoint.IdnHost.EndsWith("." + OpenAIHost, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns whether an address belongs to Azure OpenAI, which takes keys in a header of its own.</summary>
    /// <param name="endpoint">The service's address.</param>
    /// <returns>Whether the host is one of Azure's.</returns>
    public static bool IsAzure(Uri endpoint)
    {
        var own = endpoint.IdnHost;
        foreach (var host in AzureHosts)
        {
            if (own.EndsWith(host, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Appends a path to the service's address, and keeps the path and query of the address.</summary>
    /// <param name="endpoint">The service's address, with or without a slash at its end.</param>
    /// <param name="path">The path, without a slash at its beginning; it may have a query of its own.</param>
    /// <returns>The whole address.</returns>
    public static Uri Resolve(Uri endpoint, string path)
    {
        var query = endpoint.Query.TrimStart('?');
        var separator = query.Length == 0 ? "" : path.Contains('?') ? "&" : "?";

        return new Uri($"{endpoint.GetLeftPart(UriPartial.Authority)}{BasePath(endpoint)}{path}{separator}{query}");
    }

    /// <summary>Returns whether an address belongs to the service: it has the same scheme, host and port, and a path
    /// below the service's path.</summary>
    /// <param name="endpoint">The service's address.</param>
    /// <param name="address">The other address.</param>
    /// <returns>Whether the key may be sent there.</returns>
    public static bool Contains(Uri endpoint, Uri? address)
        => address is { IsAbsoluteUri: true }
            && address.Scheme == endpoint.Scheme
            && address.Port == endpoint.Port
            && address.IdnHost.Equals(endpoint.IdnHost, StringComparison.OrdinalIgnoreCase)
            && address.AbsolutePath.StartsWith(BasePath(endpoint), StringComparison.Ordinal)
            // "..%2f" is one segment to Uri and two to some servers.
            && !address.AbsolutePath.Contains("..");

    private static string BasePath(Uri endpoint)
    {
        var path = endpoint.AbsolutePath;

        // The address of OpenAI may lack its version, since there is nothing else at that host.
        return path.Length <= 1 && endpoint.Host == OpenAIHost ? "/v1/"
            : path.EndsWith('/') ? path
            : path + "/";
    }
}
