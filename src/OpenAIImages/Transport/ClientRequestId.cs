using OpenAIImages.Diagnostics;

namespace OpenAIImages.Transport;

/// <summary>Gives each attempt a name that the caller and the service's support both know.</summary>
internal static class ClientRequestId
{
    private const string Header = "X-Client-Request-Id";

    /// <summary>Puts the name on a message, unless the user has given it one.</summary>
    /// <returns>The name that the attempt goes by, and whether it was put on here.</returns>
    public static (string? Name, bool IsOurs) PutOn(HttpRequestMessage message, ImageClientOptions options)
    {
        if (options.Headers.TryGetValue(Header, out var set))
        {
            return (set, false);
        }

        if (message.Headers.TryGetValues(Header, out var own))
        {
            return (string.Join(", ", own), false);
        }

        if (!(options.Telemetry.SendClientRequestId
            ?? ProviderName.For(options) is TelemetryNames.Provider.OpenAI or TelemetryNames.Provider.Azure))
        {
            return (null, false);
        }

        var name = Guid.NewGuid().ToString();
        message.Headers.TryAddWithoutValidation(Header, name);

        return (name, true);
    }

    /// <summary>Takes it off again, so that the next attempt has one of its own.</summary>
    public static void TakeOff(HttpRequestMessage message) => message.Headers.Remove(Header);
}
