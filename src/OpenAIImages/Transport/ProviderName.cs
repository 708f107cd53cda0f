using OpenAIImages.Diagnostics;
using OpenAIImages.Settings;

namespace OpenAIImages.Transport;

/// <summary>Names the provider of a service for telemetry.</summary>
internal static class ProviderName
{
    /// <summary>Names the provider of the service at the options' address.</summary>
    /// <returns>One of five names. Compatible servers share one name; their addresses distinguish them.</returns>
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
