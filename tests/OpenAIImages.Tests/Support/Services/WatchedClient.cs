namespace OpenAIImages.Tests.Support;

/// <summary>A client of a <see cref="ScriptedService"/> whose telemetry is collected.</summary>
internal sealed class WatchedClient : IDisposable
{
    public WatchedClient(ScriptedService service, Action<ImageClientOptions>? configure = null)
    {
        var options = new ImageClientOptions
        {
            ApiKey = FakeService.Key,
            Endpoint = new Uri("https://fake.test/v1/"),
            TimeProvider = Clock,
        };
        configure?.Invoke(options);
        Client = new OpenAIImageClient(options, service);
    }

    public WaitingClock Clock { get; } = new();

    public OpenAIImageClient Client { get; }

    public CollectedTelemetry Telemetry { get; } = new();

    /// <summary>Requests an image; waits between attempts take no time.</summary>
    public Task<ImageResult> GenerateAsync(ImageDestination? destination = null, CancellationTokenSource? cancel = null)
    {
        var stop = cancel?.Token ?? CancellationToken.None;
        var request = new GenerateImageRequest("a red fox") { Model = "gpt-image-2" };

        return Clock.RunAsync(Client.GenerateAsync(request, destination, stop));
    }

    public void Dispose()
    {
        Client.Dispose();
        Telemetry.Dispose();
    }
}
