namespace OpenAIImages.Settings;

/// <summary>What lies under the service's address, and what does not.</summary>
internal static class ServiceAddress
{
    private const string OpenAIHost = "api.openai.com";

    private const string AzureRoot = "/openai/";

    private static readonly string[] AzureHosts =
        [".openai.azure.com", ".services.ai.azure.com", ".cognitiveservices.azure.com", ".openai.azure.us"];

    /// <summary>Appends a path to the service's address as the options describe it, Azure's older form included.
    /// </summary>
    /// <param name="options">The options.</param>
    /// <param name="path">The path, without a slash at its beginning.</param>
    /// <returns>The whole address.</returns>
    public static Uri Resolve(ImageClientOptions options, string path)
        => ResolveBeside(
            options,
            options.Azure.Deployment is { } deployment
                ? $"deployments/{Uri.EscapeDataString(deployment)}/{path}"
                : path);

    /// <summary>The same for what belongs to the whole service and to none of its deployments.</summary>
    /// <param name="options">The options.</param>
    /// <param name="path">The path, without a slash at its beginning.</param>
    /// <returns>The whole address.</returns>
    public static Uri ResolveBeside(ImageClientOptions options, string path)
    {
        var version = options.Azure.ApiVersion is { } name ? $"?api-version={Uri.EscapeDataString(name)}" : "";

        // People give the resource's address with and without this part.
        var root = options.Azure.Deployment is null
            || BasePath(options.Endpoint).EndsWith(AzureRoot, StringComparison.OrdinalIgnoreCase) ? "" : "openai/";

        return Resolve(options.Endpoint, $"{root}{path}{version}");
    }

    /// <summary>Whether the service at an address is OpenAI's own: <c>api.openai.com</c> or a host under it.</summary>
    /// <param name="endpoint">The service's address.</param>
    public static bool IsOpenAI(Uri endpoint)
        => endpoint.IsAbsoluteUri
            && (endpoint.IdnHost.Equals(OpenAIHost, StringComparison.OrdinalIgnoreCase)
                || endpoint.IdnHost.EndsWith("." + OpenAIHost, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the service at an address is Azure OpenAI, which takes keys in a header of its own.</summary>
    /// <param name="endpoint">The service's address.</param>
    /// <returns>Whether its host is one of Azure's.</returns>
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

    /// <summary>Appends a path to the service's address, whose own path and query are kept.</summary>
    /// <param name="endpoint">The service's address, with or without a slash at its end.</param>
    /// <param name="path">The path, without a slash at its beginning; it may have a query of its own.</param>
    /// <returns>The whole address.</returns>
    public static Uri Resolve(Uri endpoint, string path)
    {
        var query = endpoint.Query.TrimStart('?');
        var separator = query.Length == 0 ? "" : path.Contains('?') ? "&" : "?";

        return new Uri($"{endpoint.GetLeftPart(UriPartial.Authority)}{BasePath(endpoint)}{path}{separator}{query}");
    }

    /// <summary>Whether an address belongs to the service: same scheme, host and port, and a path under its.</summary>
    /// <param name="endpoint">The service's address.</param>
    /// <param name="address">The address in question.</param>
    /// <returns>Whether it may be shown the key.</returns>
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

        // OpenAI's own address is easily given without its version; there is nothing else there.
        return path.Length <= 1 && endpoint.Host == OpenAIHost ? "/v1/"
            : path.EndsWith('/') ? path
            : path + "/";
    }
}
