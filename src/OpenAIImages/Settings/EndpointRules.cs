namespace OpenAIImages.Settings;

/// <summary>Reports the faults of the service's address, also of Azure's addresses.</summary>
internal static class EndpointRules
{
    private static readonly string[] Operations = ["/images/generations", "/images/edits", "/images/variations"];

    public static void Validate(ImageClientOptions options, OptionFaults faults)
    {
        if (FaultIn(options.Endpoint, options) is { } fault)
        {
            faults.Add(nameof(options.Endpoint), fault);
        }
        else
        {
            ValidateAzureAddress(options, faults);
        }

        if (options.Azure is { Deployment: not null, ApiVersion: null })
        {
            faults.Add(
                $"{nameof(options.Azure)}.{nameof(options.Azure.ApiVersion)}",
                "A deployment is called with an API version. Set it, for example to '2025-04-01-preview', or unset " +
                $"{nameof(options.Azure.Deployment)}.");
        }

        OptionsValidator.ValidateWord(
            options.Azure.Deployment,
            "The deployment",
            $"{nameof(options.Azure)}.{nameof(options.Azure.Deployment)}",
            faults);
        OptionsValidator.ValidateWord(
            options.Azure.ApiVersion,
            "The API version",
            $"{nameof(options.Azure)}.{nameof(options.Azure.ApiVersion)}",
            faults);
    }

    /// <summary>Returns the name of a server for a message.</summary>
    public static string HostOf(Uri endpoint)
        => endpoint.IsAbsoluteUri ? endpoint.Authority : endpoint.OriginalString;

    // "localhost:8080/v1" is an absolute address to Uri: its scheme is "localhost".
    private static string? FaultIn(Uri endpoint, ImageClientOptions options)
        => !endpoint.IsAbsoluteUri
            ? $"'{endpoint.OriginalString}' has no scheme. Write 'https://{endpoint.OriginalString}'."
            : endpoint.Scheme != Uri.UriSchemeHttps && endpoint.Scheme != Uri.UriSchemeHttp
            ? $"The scheme '{endpoint.Scheme}' is neither https nor http. Write 'https://' in front of the host."
            : endpoint.UserInfo.Length > 0
            ? $"The address holds a user name or a password. Remove them; set {nameof(options.ApiKey)} instead."
            : endpoint.Fragment.Length > 0
            ? $"The address holds a fragment, '{endpoint.Fragment}', which is never sent. Remove it."
            : IsOverheard(endpoint, options)
            ? $"The key would travel unencrypted to '{endpoint.Host}'. Write https, or set " +
                $"{nameof(options.AllowPlainHttp)} if everyone on the way may read it."
            : FaultInPath(endpoint);

    private static bool IsOverheard(Uri endpoint, ImageClientOptions options)
        => endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback && !options.AllowPlainHttp
            && (options.ApiKey is not null || options.TokenProvider is not null);

    // Portals and examples show the address of an operation, but the client itself appends the operation.
    private static string? FaultInPath(Uri endpoint)
    {
        var path = endpoint.AbsolutePath.TrimEnd('/');
        foreach (var operation in Operations)
        {
            if (path.EndsWith(operation, StringComparison.OrdinalIgnoreCase))
            {
                var host = endpoint.GetLeftPart(UriPartial.Authority);
                var root = path.Remove(path.Length - operation.Length);

                return ServiceAddress.IsAzure(endpoint)
                    ? $"The address ends in '{operation}', which the client appends by itself. Write " +
                        $"'{host}/openai/v1/' and name the deployment as " +
                        $"{nameof(ImageClientOptions.Model)}; or write '{host}' " +
                        $"and set {nameof(ImageClientOptions.Azure)}.{nameof(ImageAzureOptions.Deployment)} and " +
                        $"{nameof(ImageAzureOptions.ApiVersion)}."
                    : $"The address ends in '{operation}', which the client appends by itself. Write '{host}{root}/'.";
            }
        }

        return null;
    }

    private static void ValidateAzureAddress(ImageClientOptions options, OptionFaults faults)
    {
        if (!ServiceAddress.IsAzure(options.Endpoint))
        {
            return;
        }

        var path = options.Endpoint.AbsolutePath.TrimEnd('/');
        var root = options.Endpoint.GetLeftPart(UriPartial.Authority);
        if (options.Azure.Deployment is null && path is "" or "/openai")
        {
            faults.Add(
                nameof(options.Endpoint),
                $"The address names a resource of Azure and no API. Write '{root}/openai/v1/' and name the " +
                $"deployment as {nameof(options.Model)}; or set {nameof(options.Azure)}." +
                $"{nameof(options.Azure.Deployment)} and {nameof(options.Azure.ApiVersion)}.");
        }

        if (options.Azure.Deployment is not null && path.EndsWith("/openai/v1", StringComparison.OrdinalIgnoreCase))
        {
            faults.Add(
                $"{nameof(options.Azure)}.{nameof(options.Azure.Deployment)}",
                $"The newer addresses, '…/openai/v1/', take the deployment as {nameof(options.Model)}. Set that " +
                $"instead, or write '{root}' as {nameof(options.Endpoint)}.");
        }
    }
}
