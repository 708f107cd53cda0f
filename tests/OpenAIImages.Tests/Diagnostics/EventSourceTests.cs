using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Diagnostics;

/// <summary>An event source reports the findings of requests to listeners, also without a logger.</summary>
[Collection(nameof(Alone))]
public sealed class EventSourceTests
{
    [Fact]
    public async Task The_event_source_reports_each_finding_once()
    {
        using var listener = new Listener();
        using var client = Make();

        await GenerateAsync(client);
        await GenerateAsync(client);

        var finding = Assert.Single(listener.Heard, text => text.Contains("1000x1008", StringComparison.Ordinal));
        Assert.StartsWith("gpt-image-2: Size breaks the published rules: ", finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_event_source_reports_no_finding_with_ModelChecks_Off()
    {
        using var listener = new Listener();
        using var client = Make(options => options.ModelChecks = ImageModelChecks.Off);

        await GenerateAsync(client);

        Assert.DoesNotContain(listener.Heard, text => text.Contains("1000x1008", StringComparison.Ordinal));
    }

    private static OpenAIImageClient Make(Action<ImageClientOptions>? configure = null)
        => new FakeService()
            .Replies(HttpStatusCode.OK, PaidCall.Made)
            .Replies(HttpStatusCode.OK, PaidCall.Made)
            .CreateClient(configure);

    private static Task<ImageResult> GenerateAsync(OpenAIImageClient client)
        => client.GenerateAsync(
            new GenerateImageRequest("a fox") { Model = ImageModel.GptImage2, Size = new(1000, 1008) },
            TestContext.Current.CancellationToken);

    // The base constructor reports event sources before the fields of this class are set.
    private sealed class Listener : EventListener
    {
        public ConcurrentQueue<string> Heard { get; } = [];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "OpenAIImages")
            {
                EnableEvents(eventSource, EventLevel.Warning);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData is { EventSource.Name: "OpenAIImages", EventId: 1 })
            {
                Heard?.Enqueue((string)eventData.Payload![0]!);
            }
        }
    }
}
