using OpenAIImages.Diagnostics;
using OpenAIImages.Settings;

namespace OpenAIImages.Transport;

/// <summary>Tells whose service is called, in the words of telemetry.</summary>
internal static class ProviderName
{
    /// <summary>Names whoever runs the service at the options' address.</summary>
    /// <returns>One of few names: what is at an address of its own has that address to be told apart by.</returns>
    public static string For(ImageClientOptions options)
        => options.Endpoint.IdnHost switch
        {
            _ when options.Azure.Deployment is not null || ServiceAddress.IsAzure(options.Endpoint)
                => TelemetryNames.Provider.Azure,
            var host when IsOf(host, "api.openai.com") => TelemetryNames.Provider.OpenAI,
            var host when IsOf(host, "api.x.ai") => TelemetryNames.Provider.XAi,
            "generativelanguage.googleapis.com" => TelemetryNames.Provider.Gemini,
            _ => TelemetryNames.Provider.Compatible,
        };

    // Regions have hosts of their own, such as eu.api.openai.com.
    private static bool IsOf(string host, string root)
        => host.EndsWith(root, StringComparison.OrdinalIgnoreCase)
            && (host.Length == root.Length || host[host.Length - root.Length - 1] == '.');
}
