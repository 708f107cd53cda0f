using System.Collections.Concurrent;
using System.Diagnostics;
using OpenAIImages.Emulator.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Client;

/// <summary>Our spans fit the spans of .NET's own HTTP client, over a real socket.</summary>
[Collection(nameof(Alone))]
public sealed class TraceTests : IAsyncLifetime
{
    private static readonly GenerateImageRequest Request =
        new("a cat") { Model = ImageModel.GptImage2, PartialImages = 1 };

    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly ActivityListener _listener;
    private ImageEmulator _emulator = null!;
    private OpenAIImageClient _client = null!;

    public TraceTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "OpenAIImages" or "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _emulator = await ImageEmulator.StartAsync(new ImageEmulatorOptions { Engine = new TinyEngine() }, Token);
        _client = new OpenAIImageClient(
            new ImageClientOptions { ApiKey = "offline", Endpoint = _emulator.Endpoint });
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
        _listener.Dispose();
    }

    [Fact]
    public async Task The_request_is_a_child_of_the_call_and_passes_the_trace_to_the_service()
    {
        await _client.GenerateAsync(Request with { PartialImages = null }, Token);

        AssertLinked();
    }

    [Fact]
    public async Task The_request_of_a_stream_is_also_a_child_of_its_call()
    {
        using var reader = new Activity("reader").Start();

        await foreach (var _ in _client.GenerateStreamingAsync(Request, Token))
        {
            Assert.Same(reader, Activity.Current);
        }

        AssertLinked();
        Assert.All(_spans, span => Assert.Equal(reader.TraceId, span.TraceId));
    }

    private void AssertLinked()
    {
        var call = Assert.Single(_spans, span => span.Source.Name == "OpenAIImages");
        var http = Assert.Single(_spans, span => span.OperationName == "System.Net.Http.HttpRequestOut");
        Assert.Equal(call.SpanId, http.ParentSpanId);
        Assert.Equal(http.Id, Assert.Single(Assert.Single(_emulator.Received).Headers["traceparent"]));
    }
}
