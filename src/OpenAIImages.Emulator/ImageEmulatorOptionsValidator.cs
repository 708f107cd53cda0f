using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Webhooks;

namespace OpenAIImages.Emulator;

/// <summary>Reports all mistakes in the options together, each with the setting to change.</summary>
internal static class ImageEmulatorOptionsValidator
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <exception cref="ArgumentException">The options have mistakes.</exception>
    public static void Validate(ImageEmulatorOptions options, string parameter)
    {
        var mistakes = Mistakes(options).ToList();
        if (mistakes.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', mistakes), parameter);
        }
    }

    private static IEnumerable<string> Mistakes(ImageEmulatorOptions options)
        => Ranges(options).Concat(Bounds(options)).Concat(Keys(options)).Concat(Missing(options))
            .Concat(Aliases(options)).Concat(Models(options)).Concat(Addresses(options))
            .Concat(Batches(options)).Concat(Webhooks(options));

    private static IEnumerable<string> Ranges(ImageEmulatorOptions options)
    {
        if (options.Port is < 0 or > 65_535)
        {
            yield return $"Port is {options.Port}; it must be 0 (any free port) to 65535.";
        }

        if (options.Latency < TimeSpan.Zero || options.Latency > LongestWait)
        {
            yield return $"Latency is {options.Latency}; it must be 0 to 1 hour.";
        }

        if (options.EventDelay < TimeSpan.Zero || options.EventDelay > LongestWait)
        {
            yield return $"EventDelay is {options.EventDelay}; it must be 0 to 1 hour.";
        }

        if (options.MaxConcurrentPaintings is < 1 or > 1_024)
        {
            yield return $"MaxConcurrentPaintings is {options.MaxConcurrentPaintings}; it must be 1 to 1024.";
        }

        if (options.MaxReceived is < 0 or > 1_000_000)
        {
            yield return $"MaxReceived is {options.MaxReceived}; it must be 0 to 1000000.";
        }

        if (!Enum.IsDefined(options.RetiredModels))
        {
            yield return $"RetiredModels is {(int)options.RetiredModels}, which is not a value of its type.";
        }
    }

    private static IEnumerable<string> Bounds(ImageEmulatorOptions options)
    {
        if (options.MaxInputPixels is < 1 or > 1_073_741_824)
        {
            yield return $"MaxInputPixels is {options.MaxInputPixels}; it must be 1 to 1073741824.";
        }

        if (options.MaxCachedPictureBytes is < 0 or > int.MaxValue)
        {
            yield return $"MaxCachedPictureBytes is {options.MaxCachedPictureBytes}; it must be 0 to 2147483647.";
        }

        if (options.MaxPictureEdge is < 1 or > 8_192)
        {
            yield return $"MaxPictureEdge is {options.MaxPictureEdge}; it must be 1 to 8192, or null.";
        }

        if (options.RequestsPerMinute < 1)
        {
            yield return $"RequestsPerMinute is {options.RequestsPerMinute}; it must be 1 or more, or null.";
        }

        if (options.ImagesPerMinute < 1)
        {
            yield return $"ImagesPerMinute is {options.ImagesPerMinute}; it must be 1 or more, or null.";
        }

        if (options.MaxLinks is < 10 or > 1_000_000)
        {
            yield return $"MaxLinks is {options.MaxLinks}; it must be 10 to 1000000.";
        }
    }

    // A message names the setting, and never a key: it may end up in a log.
    private static IEnumerable<string> Keys(ImageEmulatorOptions options)
    {
        if (options.ApiKeys is not { } keys)
        {
            yield break;
        }

        if (!options.RequireKey)
        {
            yield return "ApiKeys is set although RequireKey is false; set one or the other.";
        }

        if (keys.Count == 0)
        {
            yield return "ApiKeys is empty, so no request could succeed; leave it null to accept any key.";
        }

        if (keys.Any(string.IsNullOrWhiteSpace))
        {
            yield return "ApiKeys contains a blank key.";
        }
    }

    private static IEnumerable<string> Missing(ImageEmulatorOptions options)
    {
        if (options.Engine is null)
        {
            yield return "Engine is null.";
        }

        if (options.TimeProvider is null)
        {
            yield return "TimeProvider is null.";
        }
    }

    private static IEnumerable<string> Aliases(ImageEmulatorOptions options)
    {
        if (options.ModelAliases is null)
        {
            yield return "ModelAliases is null.";
            yield break;
        }

        foreach (var (alias, target) in options.ModelAliases)
        {
            if (string.IsNullOrWhiteSpace(alias))
            {
                yield return "ModelAliases contains a blank name.";
            }

            if (target is null || KnownModels.Find(target) is null)
            {
                yield return $"ModelAliases says that '{alias}' behaves like '{target}', which is not a known model.";
            }
        }
    }

    private static IEnumerable<string> Models(ImageEmulatorOptions options)
    {
        if (options.CompatibleModels is not { } compatible)
        {
            yield return "CompatibleModels is null.";
            yield break;
        }

        if (compatible.Any(string.IsNullOrWhiteSpace))
        {
            yield return "CompatibleModels contains a blank name.";
        }

        foreach (var name in compatible.Where(name => name is not null && KnownModels.Find(name) is not null))
        {
            yield return $"CompatibleModels contains '{name}', which is a model of OpenAI's.";
        }

        if (options.DefaultModel is { } model
            && KnownModels.Find(model) is null
            && options.ModelAliases?.ContainsKey(model) != true
            && !compatible.Contains(model))
        {
            yield return
                $"DefaultModel is '{model}', which is neither a known model nor in ModelAliases or CompatibleModels.";
        }
    }

    private static IEnumerable<string> Addresses(ImageEmulatorOptions options)
    {
        if (options.PublicAddress is { } address
            && !(address.IsAbsoluteUri
                && address.Scheme is "http" or "https"
                && address is { Query: "", Fragment: "" }))
        {
            yield return
                $"PublicAddress is '{address}'; it must be an absolute http or https address without query or " +
                "fragment.";
        }
    }

    private static IEnumerable<string> Batches(ImageEmulatorOptions options)
    {
        if (options.FilesFolder is { } folder && string.IsNullOrWhiteSpace(folder))
        {
            yield return "FilesFolder is blank; leave it null for a temporary folder.";
        }

        if (options.BatchStepTime < TimeSpan.Zero || options.BatchStepTime > TimeSpan.FromDays(1))
        {
            yield return $"BatchStepTime is {options.BatchStepTime}; it must be 0 to 1 day.";
        }

        if (options.MaxConcurrentBatchRequests is < 1 or > 1_024)
        {
            yield return
                $"MaxConcurrentBatchRequests is {options.MaxConcurrentBatchRequests}; it must be 1 to 1024.";
        }
    }

    // A message names the setting, and never a secret.
    private static IEnumerable<string> Webhooks(ImageEmulatorOptions options)
    {
        if (options.WebhookEndpoints is not { } endpoints || options.WebhookSecrets is not { } secrets)
        {
            yield return $"{(options.WebhookEndpoints is null ? "WebhookEndpoints" : "WebhookSecrets")} is null.";
            yield break;
        }

        foreach (var endpoint in endpoints.Where(endpoint => endpoint is not { IsAbsoluteUri: true }
            || endpoint is not { Scheme: "http" or "https", IsLoopback: true }))
        {
            yield return
                $"WebhookEndpoints contains '{endpoint}'; it must be an http or https address of this machine.";
        }

        if (endpoints.Count > 0 && secrets.Count == 0)
        {
            yield return "WebhookEndpoints is set and WebhookSecrets is empty; events are always signed.";
        }

        if (secrets.Any(secret => string.IsNullOrWhiteSpace(secret) || WebhookSignature.KeyOf(secret) is null))
        {
            yield return "WebhookSecrets contains a blank secret, or one whose text after 'whsec_' is not base64.";
        }
    }
}
