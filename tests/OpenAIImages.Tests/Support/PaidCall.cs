using OpenAIImages.Transport;

namespace OpenAIImages.Tests.Support;

/// <summary>One whole call of a client to a <see cref="ScriptedService"/>, whose waits take no time.</summary>
internal static class PaidCall
{
    public const string Made = """{"created":1713833628,"data":[{"b64_json":"iVBORw=="}]}""";

    /// <summary>Makes an image, or does as told.</summary>
    /// <returns>The result; none when it did as told.</returns>
    public static async Task<ImageResult?> MakeAsync(
        ScriptedService service, Action<ImageClientOptions>? configure = null, Func<IImageClient, Task>? call = null)
    {
        var clock = new WaitingClock();
        var options = new ImageClientOptions
        {
            ApiKey = FakeService.Key,
            Endpoint = new Uri("https://fake.test/v1"),
            TimeProvider = clock,
        };
        configure?.Invoke(options);
        using var http = HttpPipeline.CreateClient(options, service);
        using var client = new OpenAIImageClient(() => http, () => options, null);

        return await clock.RunAsync(MakeAsync(client, call));
    }

    private static async Task<ImageResult?> MakeAsync(IImageClient client, Func<IImageClient, Task>? call)
    {
        if (call is null)
        {
            return await client.GenerateAsync("a red fox", TestContext.Current.CancellationToken);
        }

        await call(client);

        return null;
    }
}
