using Microsoft.Extensions.Options;

namespace OpenAIImages;

/// <summary>Reports every mistake in the options at once, each with the setting and the remedy.</summary>
/// <remarks>
/// Run by the host at start-up, and by <see cref="OpenAIImageClient"/> when there is no host. Shows no value that may
/// be secret.
/// </remarks>
internal sealed class ImageClientOptionsValidator : IValidateOptions<ImageClientOptions>
{
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(1);

    // Of a circuit breaker, whose counting goes in steps.
    private static readonly TimeSpan ShortestSpan = TimeSpan.FromSeconds(0.5);

    public ValidateOptionsResult Validate(string? name, ImageClientOptions options)
    {
        var faults = new ValidateOptionsResultBuilder();
        foreach (var (message, setting) in options.Faults)
        {
            faults.AddError(message, setting);
        }

        ValidateCredentials(options, faults);
        ValidateEndpoint(options, faults);
        ValidateAzure(options, faults);
        ValidateHeaders(options, faults);
        ValidatePatience(options, faults);
        ValidateLimiter(options, faults);
        if (options.CircuitBreaker is { } breaker)
        {
            ValidateCircuitBreaker(breaker, faults);
        }

        return faults.Build();
    }

    private static void ValidateCredentials(ImageClientOptions options, ValidateOptionsResultBuilder faults)
    {
        if (options is { ApiKey: null, TokenProvider: null, AllowAnonymous: false })
        {
            faults.AddError(
                options.IsEnvironmentKeyWithheld ? ExplainWithheldKey(options)
                : $"No API key is set. Set it here or as the environment variable {EnvironmentDefaults.ApiKey}; or set " +
                $"{nameof(options.TokenProvider)}; or {nameof(options.AllowAnonymous)}, for a server that wants none.",
                nameof(options.ApiKey));
        }

        if (options is { ApiKey: not null, TokenProvider: not null })
        {
            faults.AddError(
                $"Set either this or {nameof(options.ApiKey)}: which of the two to send is not clear.",
                nameof(options.TokenProvider));
        }

        ValidateWord(options.ApiKey, "The API key", nameof(options.ApiKey), faults);
        ValidateWord(options.OrganizationId, "The identifier", nameof(options.OrganizationId), faults);
        ValidateWord(options.ProjectId, "The identifier", nameof(options.ProjectId), faults);
    }

    private static string ExplainWithheldKey(ImageClientOptions options)
        => $"{EnvironmentDefaults.ApiKey} is set, but it is not sent to '{HostOf(options.Endpoint)}': the environment's " +
            $"key goes to OpenAI and to the address of {EnvironmentDefaults.Endpoint} alone. Set " +
            $"{nameof(options.ApiKey)} here, or {EnvironmentDefaults.Endpoint} in place of " +
            $"{nameof(options.Endpoint)}; or {nameof(options.AllowAnonymous)}, for a server that wants no key.";

    private static string HostOf(Uri endpoint)
        => endpoint.IsAbsoluteUri ? endpoint.Authority : endpoint.OriginalString;

    private static void ValidateWord(
        string? word, string what, string setting, ValidateOptionsResultBuilder faults)
    {
        if (word is not null && HeaderText.FaultInWord(word) is { } fault)
        {
            faults.AddError($"{what} {fault}.", setting);
        }
    }

    private static void ValidateEndpoint(ImageClientOptions options, ValidateOptionsResultBuilder faults)
    {
        if (FaultIn(options.Endpoint, options) is { } fault)
        {
            faults.AddError(fault, nameof(options.Endpoint));
        }
    }

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
            : null;

    private static bool IsOverheard(Uri endpoint, ImageClientOptions options)
        => endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback && !options.AllowPlainHttp
            && (options.ApiKey is not null || options.TokenProvider is not null);

    private static void ValidateAzure(ImageClientOptions options, ValidateOptionsResultBuilder faults)
    {
        if (options is { AzureDeployment: not null, ApiVersion: null })
        {
            faults.AddError(
                $"A deployment is called with an API version. Set it, for example to '2025-04-01-preview', or unset " +
                $"{nameof(options.AzureDeployment)}.",
                nameof(options.ApiVersion));
        }

        ValidateWord(options.AzureDeployment, "The deployment", nameof(options.AzureDeployment), faults);
        ValidateWord(options.ApiVersion, "The API version", nameof(options.ApiVersion), faults);
        using var message = new HttpRequestMessage();
        if (options.KeyHeader is { } header && !message.Headers.TryAddWithoutValidation(header, "key"))
        {
            faults.AddError($"'{header}' is no header of a request.", nameof(options.KeyHeader));
        }
    }

    private static void ValidateHeaders(ImageClientOptions options, ValidateOptionsResultBuilder faults)
    {
        using var message = new HttpRequestMessage();
        foreach (var header in options.Headers)
        {
            var isAuthorization = header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase);
            if (isAuthorization && (options.ApiKey is not null || options.TokenProvider is not null))
            {
                faults.AddError(
                    $"'Authorization' is set by {nameof(options.ApiKey)} and {nameof(options.TokenProvider)}; " +
                    "unset them first.",
                    nameof(options.Headers));
            }
            else if (HeaderText.FaultInValue(header.Value ?? "") is { } fault)
            {
                faults.AddError($"The value of '{header.Key}' {fault}.", nameof(options.Headers));
            }
            else if (!message.Headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                faults.AddError(
                    $"'{header.Key}' is no header of a request, or belongs to its content.", nameof(options.Headers));
            }
        }
    }

    private static void ValidatePatience(ImageClientOptions options, ValidateOptionsResultBuilder faults)
    {
        if (options.MaxRetries < 0)
        {
            faults.AddError($"{options.MaxRetries} is negative. Write 0 for no retries.", nameof(options.MaxRetries));
        }

        ValidateTime(options.AttemptTimeout, nameof(options.AttemptTimeout), faults);
        ValidateTime(options.TotalTimeout, nameof(options.TotalTimeout), faults);
        ValidateTime(options.StallTimeout, nameof(options.StallTimeout), faults);
        if (options.TotalTimeout > TimeSpan.Zero && options.TotalTimeout < options.AttemptTimeout)
        {
            faults.AddError(
                $"{options.TotalTimeout} is shorter than one attempt, {options.AttemptTimeout}. Raise it, or lower " +
                $"{nameof(options.AttemptTimeout)}.",
                nameof(options.TotalTimeout));
        }

        if (options.MaxServerDelay < TimeSpan.Zero)
        {
            faults.AddError(
                $"{options.MaxServerDelay} is negative. Write 0 for no waiting.", nameof(options.MaxServerDelay));
        }

        if (options.MaxDownloadBytes <= 0)
        {
            faults.AddError(
                $"{options.MaxDownloadBytes} is not more than zero: no image could be fetched.",
                nameof(options.MaxDownloadBytes));
        }

        if (options.MaxReplyBytes is <= 0 or > ImageClientOptions.LargestReply)
        {
            faults.AddError(
                $"{options.MaxReplyBytes} is not more than zero and at most {ImageClientOptions.LargestReply}.",
                nameof(options.MaxReplyBytes));
        }

        if (options.TimeProvider is null)
        {
            faults.AddError("There is no clock. Set TimeProvider.System.", nameof(options.TimeProvider));
        }
    }

    private static void ValidateLimiter(ImageClientOptions options, ValidateOptionsResultBuilder faults)
    {
        if (options.ImagesPerMinute <= 0)
        {
            faults.AddError(
                $"{options.ImagesPerMinute} is less than 1: no image could be asked for. Leave it unset for no limit.",
                nameof(options.ImagesPerMinute));
        }

        if (options.MaxQueuedImages < 0)
        {
            faults.AddError(
                $"{options.MaxQueuedImages} is negative. Write 0 to let nobody wait.", nameof(options.MaxQueuedImages));
        }

        if (options is { ImagesPerMinute: not null, RateLimiter: not null })
        {
            faults.AddError(
                $"Set either this or {nameof(options.ImagesPerMinute)}: which of the two to ask is not clear.",
                nameof(options.RateLimiter));
        }
    }

    private static void ValidateCircuitBreaker(ImageCircuitBreakerOptions breaker, ValidateOptionsResultBuilder faults)
    {
        const string Name = nameof(ImageClientOptions.CircuitBreaker);
        if (breaker.FailureRatio is not (> 0 and <= 1))
        {
            faults.AddError(
                $"{breaker.FailureRatio} is not more than 0 and at most 1.", $"{Name}.{nameof(breaker.FailureRatio)}");
        }

        if (breaker.MinimumThroughput < 2)
        {
            faults.AddError(
                $"{breaker.MinimumThroughput} is less than 2.", $"{Name}.{nameof(breaker.MinimumThroughput)}");
        }

        ValidateSpan(breaker.SamplingDuration, $"{Name}.{nameof(breaker.SamplingDuration)}");
        ValidateSpan(breaker.BreakDuration, $"{Name}.{nameof(breaker.BreakDuration)}");

        void ValidateSpan(TimeSpan time, string setting)
        {
            if (time < ShortestSpan || time > LongestTime)
            {
                faults.AddError($"{time} is not at least {ShortestSpan} and at most {LongestTime}.", setting);
            }
        }
    }

    private static void ValidateTime(TimeSpan time, string setting, ValidateOptionsResultBuilder faults)
    {
        if (time <= TimeSpan.Zero || time > LongestTime)
        {
            faults.AddError($"{time} is not more than zero and at most {LongestTime}.", setting);
        }
    }
}
