using OpenAIImages.Calls;
using OpenAIImages.Diagnostics;

namespace OpenAIImages.Transport;

/// <summary>Gives each attempt an identifier that the caller and the service's support both know.</summary>
internal static class ClientRequestId
{
    private const string Header = "X-Client-Request-Id";

    /// <summary>Adds the header to a message, unless the request, the options or the message have it already.</summary>
    /// <returns>The identifier of the attempt, and whether this method has added it.</returns>
    public static (string? Id, bool IsOurs) AddTo(
        HttpRequestMessage message, CallSettings settings, ImageClientOptions options)
    {
        if (settings.Headers.TryGetValue(Header, out var set) || options.Headers.TryGetValue(Header, out set))
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

        var id = Guid.NewGuid().ToString();
        message.Headers.TryAddWithoutValidation(Header, id);

        return (id, true);
    }

    /// <summary>Removes the header again, so that the next attempt gets an identifier of its own.</summary>
    public static void RemoveFrom(HttpRequestMessage message) => message.Headers.Remove(Header);
}
