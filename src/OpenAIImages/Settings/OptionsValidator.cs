using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace OpenAIImages.Settings;

/// <summary>Reports every mistake in the options at once, each with the setting and the remedy.</summary>
/// <remarks>
/// <para>A host runs the validator at its start and when the configuration is reloaded. Without a host,
/// <see cref="OpenAIImageClient"/> runs it. No message shows a value that may be secret.</para>
/// <para>After a good start, faults do not fail the check: the platform would throw in the thread that watches the
/// configuration, where no code can catch the exception. Instead, the options record their refusal and the last good
/// options.</para>
/// </remarks>
internal sealed class OptionsValidator : IValidateOptions<ImageClientOptions>
{
    private static readonly TimeSpan MaxTime = TimeSpan.FromDays(1);

    // The circuit breaker counts in periods of this length.
    private static readonly TimeSpan MinSpan = TimeSpan.FromSeconds(0.5);

    private readonly ConcurrentDictionary<string, ImageClientOptions> _lastGood = new(StringComparer.Ordinal);

    public ValidateOptionsResult Validate(string? name, ImageClientOptions options)
    {
        var faults = new OptionFaults(name, options.Configuration.Path);
        foreach (var fault in options.Configuration.Faults)
        {
            faults.Add(fault.Setting, fault.Message);
        }

        ValidateUnknownKeys(name, options, faults);
        ValidateCredentials(options, faults);
        EndpointRules.Validate(options, faults);
        ValidateHeaders(options, faults);
        ValidateTimes(options, faults);
        ValidateSizes(options, faults);
        ValidateLimiter(options, faults);
        ValidateCircuitBreaker(options, faults);
        BudgetRules.Validate(options, faults);
        if (faults.All.Count == 0)
        {
            _lastGood[name ?? ""] = options;

            return ValidateOptionsResult.Success;
        }

        if (!_lastGood.TryGetValue(name ?? "", out var lastGood))
        {
            return ValidateOptionsResult.Fail(faults.All);
        }

        options.Refused = new RefusedReload(lastGood, faults.All);

        return ValidateOptionsResult.Success;
    }

    /// <summary>Reports a word that cannot be the value of a header.</summary>
    public static void ValidateWord(string? word, string what, string setting, OptionFaults faults)
    {
        if (word is not null && HeaderText.FaultInWord(word) is { } fault)
        {
            faults.Add(setting, $"{what} {fault}.");
        }
    }

    // After the start, an unknown key is not a fault. It may belong to a newer version of the program.
    private void ValidateUnknownKeys(string? name, ImageClientOptions options, OptionFaults faults)
    {
        if (options.AllowUnknownKeys || _lastGood.ContainsKey(name ?? ""))
        {
            return;
        }

        foreach (var unknown in options.Configuration.UnknownKeys)
        {
            faults.Add(
                unknown.Setting, $"{unknown.Message} Set {nameof(options.AllowUnknownKeys)} to pass such names over.");
        }
    }

    private static void ValidateCredentials(ImageClientOptions options, OptionFaults faults)
    {
        if (options is { ApiKey: null, TokenProvider: null, AllowAnonymous: false })
        {
            faults.Add(
                nameof(options.ApiKey),
                options.IsEnvironmentKeyWithheld ? ExplainWithheldKey(options)
                : $"No API key is set. Set it here or as the environment variable {EnvironmentDefaults.ApiKey}; or " +
                $"set {nameof(options.TokenProvider)}; or {nameof(options.AllowAnonymous)}, for a server without one.");
        }

        if (options is { ApiKey: not null, TokenProvider: not null })
        {
            faults.Add(
                nameof(options.TokenProvider),
                $"Set either this or {nameof(options.ApiKey)}: which of the two to send is not clear.");
        }

        ValidateWord(options.ApiKey, "The API key", nameof(options.ApiKey), faults);
        ValidateWord(options.OrganizationId, "The identifier", nameof(options.OrganizationId), faults);
        ValidateWord(options.ProjectId, "The identifier", nameof(options.ProjectId), faults);
    }

    private static string ExplainWithheldKey(ImageClientOptions options)
        => $"{EnvironmentDefaults.ApiKey} is set, but it is not sent to '{EndpointRules.HostOf(options.Endpoint)}': " +
            $"the environment's key goes to OpenAI and to the address of {EnvironmentDefaults.Endpoint} alone. Set " +
            $"{nameof(options.ApiKey)} here, or {EnvironmentDefaults.Endpoint} in place of " +
            $"{nameof(options.Endpoint)}; or {nameof(options.AllowAnonymous)}, for a server that wants no key.";

    private static void ValidateHeaders(ImageClientOptions options, OptionFaults faults)
    {
        using var message = new HttpRequestMessage();
        if (options.KeyHeader is { } keyHeader && !message.Headers.TryAddWithoutValidation(keyHeader, "key"))
        {
            faults.Add(nameof(options.KeyHeader), $"'{keyHeader}' is no header of a request.");
        }

        foreach (var header in options.Headers)
        {
            var isAuthorization = header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase);
            if (isAuthorization && (options.ApiKey is not null || options.TokenProvider is not null))
            {
                faults.Add(
                    nameof(options.Headers),
                    $"'Authorization' is set by {nameof(options.ApiKey)} and {nameof(options.TokenProvider)}; " +
                    "unset them first.");
            }
            else if (HeaderText.FaultInValue(header.Value ?? "") is { } fault)
            {
                faults.Add(nameof(options.Headers), $"The value of '{header.Key}' {fault}.");
            }
            else if (!message.Headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                faults.Add(
                    nameof(options.Headers), $"'{header.Key}' is no header of a request, or belongs to its content.");
            }
        }
    }

    private static void ValidateTimes(ImageClientOptions options, OptionFaults faults)
    {
        if (options.MaxRetries < 0)
        {
            faults.Add(nameof(options.MaxRetries), $"{options.MaxRetries} is negative. Write 0 for no retries.");
        }

        ValidateTime(options.AttemptTimeout, nameof(options.AttemptTimeout), faults);
        ValidateTime(options.TotalTimeout, nameof(options.TotalTimeout), faults);
        ValidateTime(options.StallTimeout, nameof(options.StallTimeout), faults);
        if (options.TotalTimeout > TimeSpan.Zero && options.TotalTimeout < options.AttemptTimeout)
        {
            faults.Add(
                nameof(options.TotalTimeout),
                $"{options.TotalTimeout} is shorter than one attempt, {options.AttemptTimeout}. Raise it, or lower " +
                $"{nameof(options.AttemptTimeout)}.");
        }

        if (options.MaxServerDelay < TimeSpan.Zero || options.MaxServerDelay > MaxTime)
        {
            faults.Add(
                nameof(options.MaxServerDelay),
                $"{options.MaxServerDelay} is not at least zero and at most {MaxTime}. Write 0 for no waiting.");
        }

        if (options.TimeProvider is null)
        {
            faults.Add(nameof(options.TimeProvider), "There is no clock. Set TimeProvider.System.");
        }
    }

    private static void ValidateSizes(ImageClientOptions options, OptionFaults faults)
    {
        if (options.Links.MaxBytes <= 0)
        {
            faults.Add(
                $"{nameof(options.Links)}.{nameof(options.Links.MaxBytes)}",
                $"{options.Links.MaxBytes} is not more than zero: no image could be fetched.");
        }

        if (options.MaxReplyBytes is <= 0 or > ImageClientOptions.MaxReplyBytesLimit)
        {
            faults.Add(
                nameof(options.MaxReplyBytes),
                $"{options.MaxReplyBytes} is not more than zero and at most {ImageClientOptions.MaxReplyBytesLimit}.");
        }
    }

    private static void ValidateLimiter(ImageClientOptions options, OptionFaults faults)
    {
        const string Group = nameof(options.RateLimit);
        const string Method = nameof(ImageResilienceExtensions.UseRateLimit);
        var limit = options.RateLimit;
        if (options.AddLimiter is null && limit.IsSet)
        {
            faults.Add(Group, $"A figure is set, but the limit is not switched on. Call {Method}.");
        }

        if (options.AddLimiter is not null && options.UserLimiter is null && limit.ImagesPerMinute is null)
        {
            faults.Add(
                $"{Group}.{nameof(limit.ImagesPerMinute)}",
                $"The limit is switched on and has no figure. Set it here, or give it to {Method}.");
        }

        if (limit.ImagesPerMinute <= 0)
        {
            faults.Add(
                $"{Group}.{nameof(limit.ImagesPerMinute)}",
                $"{limit.ImagesPerMinute} is less than 1: no image could be asked for. Leave it unset for no limit.");
        }

        if (limit.MaxQueuedImages < 0)
        {
            faults.Add(
                $"{Group}.{nameof(limit.MaxQueuedImages)}",
                $"{limit.MaxQueuedImages} is negative. Write 0 to let no call wait.");
        }

        if (limit.TurnTimeout is { } time)
        {
            ValidateTime(time, $"{Group}.{nameof(limit.TurnTimeout)}", faults);
        }

        if (limit.ImagesPerMinute is not null && options.UserLimiter is not null)
        {
            faults.Add(
                $"{Group}.{nameof(limit.ImagesPerMinute)}",
                $"Set either this or a limiter of your own by {Method}: which of the two to ask is not clear.");
        }
    }

    private static void ValidateCircuitBreaker(ImageClientOptions options, OptionFaults faults)
    {
        const string Group = nameof(options.CircuitBreaker);
        var breaker = options.CircuitBreaker;
        if (options.AddCircuitBreaker is null && breaker.IsSet)
        {
            faults.Add(
                Group,
                "A figure is set, but the circuit breaker is not switched on. Call " +
                $"{nameof(ImageResilienceExtensions.UseCircuitBreaker)}.");
        }

        if (breaker.FailureRatio is not (> 0 and <= 1))
        {
            faults.Add(
                $"{Group}.{nameof(breaker.FailureRatio)}", $"{breaker.FailureRatio} is not more than 0 and at most 1.");
        }

        if (breaker.MinimumThroughput < 2)
        {
            faults.Add($"{Group}.{nameof(breaker.MinimumThroughput)}", $"{breaker.MinimumThroughput} is less than 2.");
        }

        ValidateSpan(breaker.SamplingDuration, $"{Group}.{nameof(breaker.SamplingDuration)}", faults);
        ValidateSpan(breaker.BreakDuration, $"{Group}.{nameof(breaker.BreakDuration)}", faults);
    }

    private static void ValidateSpan(TimeSpan time, string setting, OptionFaults faults)
    {
        if (time < MinSpan || time > MaxTime)
        {
            faults.Add(setting, $"{time} is not at least {MinSpan} and at most {MaxTime}.");
        }
    }

    private static void ValidateTime(TimeSpan time, string setting, OptionFaults faults)
    {
        if (time <= TimeSpan.Zero || time > MaxTime)
        {
            faults.Add(setting, $"{time} is not more than zero and at most {MaxTime}.");
        }
    }
}
