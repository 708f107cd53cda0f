using OpenAIImages.Emulator;

namespace OpenAIImages.Samples.WebApi;

/// <summary>Replaces the service when no key is set.</summary>
internal static class OfflineService
{
    /// <summary>Starts the emulator, and points the client at it, unless the configuration or the environment has a
    /// key or a service.</summary>
    public static async Task<ImageEmulator?> StartIfNeededAsync(IConfiguration configuration)
    {
        string?[] settings =
        [
            configuration["OPENAI_API_KEY"],
            configuration["OPENAI_BASE_URL"],
            configuration["OpenAIImages:ApiKey"],
            configuration["OpenAIImages:Endpoint"],
        ];
        if (settings.Any(setting => !string.IsNullOrEmpty(setting)))
        {
            return null;
        }

        // These waits make the steps visible to a person.
        var emulator = await ImageEmulator.StartAsync(new ImageEmulatorOptions
        {
            Latency = TimeSpan.FromSeconds(1),
            EventDelay = TimeSpan.FromSeconds(1),
        });
        configuration["OpenAIImages:ApiKey"] = "offline";
        configuration["OpenAIImages:Endpoint"] = emulator.Endpoint.AbsoluteUri;
        configuration["OpenAIImages:Model"] = "gpt-image-2";

        return emulator;
    }
}
