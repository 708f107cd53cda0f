using System.Diagnostics;
using System.Net;
using System.Text;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Diagnostics;

/// <summary>The span of a streaming call lasts as long as its events, and is current only inside the client.</summary>
[Collection(nameof(Alone))]
public sealed class StreamSpanTests : IDisposable
{
    private static readonly GenerateImageRequest Request =
        new("a red fox") { Model = "gpt-image-2", PartialImages = 1 };

    private readonly CollectedTelemetry _telemetry = new();
    private readonly WaitingClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Both => Streaming.Partial("QUFB") + Streaming.Completed("QUJD");

    public void Dispose() => _telemetry.Dispose();

    [Fact]
    public async Task The_span_has_the_time_to_the_first_picture_and_the_total_usage()
    {
        var body = new MemoryStream(Encoding.UTF8.GetBytes(Both + Streaming.Completed("QUJD")));
        using var client = Serve(body, after: TimeSpan.FromSeconds(4));

        await foreach (var item in client.GenerateStreamingAsync(Request with { Count = 2 }, Token))
        {
            Assert.Empty(_telemetry.Spans);
            Assert.NotNull(item);
            _clock.Advance(TimeSpan.FromSeconds(2));
        }

        var span = _telemetry.Span;
        Assert.Equal("generate_content gpt-image-2", span.DisplayName);
        Assert.Equal((true, 4.0), (Tag("gen_ai.request.stream"), Tag("gen_ai.response.time_to_first_chunk")));
        Assert.Equal((100L, 100L), (Tag("gen_ai.usage.input_tokens"), Tag("gen_ai.usage.output_tokens")));
        Assert.Equal((2, null), (Tag("openaiimages.image.count"), Tag("error.type")));
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
    }

    [Fact]
    public async Task The_span_starts_when_the_first_event_is_requested()
    {
        using var client = Serve(Both);

        await using var events = client.GenerateStreamingAsync(Request, Token).GetAsyncEnumerator(Token);

        Assert.Null(Activity.Current);
        Assert.Empty(_telemetry.Spans);
    }

    [Fact]
    public async Task The_activity_of_the_reader_is_current_between_events()
    {
        var body = new CurrentSpanStream(Both);
        using var client = Serve(body);
        using var reader = new Activity("reader") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();
        List<Activity?> between = [];

        await foreach (var _ in client.GenerateStreamingAsync(Request, Token))
        {
            between.Add(Activity.Current);
            using var work = new Activity("work").Start();
            await Task.Yield();
        }

        Assert.All(between, current => Assert.Same(reader, current));
        Assert.Same(reader, Activity.Current);
        Assert.NotEmpty(body.Seen);
        Assert.All(body.Seen, current => Assert.Same(_telemetry.Span, current));
        Assert.Equal(reader.SpanId, _telemetry.Span.ParentSpanId);
    }

    [Fact]
    public async Task A_loop_that_ends_early_marks_the_span_as_canceled_and_possibly_billed()
    {
        using var client = Serve(Both);

        await foreach (var item in client.GenerateStreamingAsync(Request, Token))
        {
            if (item is PartialImageEvent)
            {
                break;
            }
        }

        Assert.Equal(("canceled", true), (Tag("error.type"), Tag("openaiimages.possibly_billed")));
        Assert.Null(Activity.Current);
    }

    [Fact]
    public async Task A_loop_that_ends_after_the_last_requested_image_is_a_success()
    {
        using var client = Serve(Both + Streaming.Partial("QUFB"));

        await foreach (var item in client.GenerateStreamingAsync(Request, Token))
        {
            if (item is CompletedImageEvent)
            {
                break;
            }
        }

        Assert.Equal((null, null), (Tag("error.type"), Tag("openaiimages.possibly_billed")));
        Assert.Equal(ActivityStatusCode.Unset, _telemetry.Span.Status);
    }

    [Fact]
    public async Task An_error_event_is_the_error_of_the_call()
    {
        using var client = Serve(
            Streaming.Partial("QUFB") + Streaming.Event("error", """{"error":{"code":"moderation_blocked"}}"""));

        await Assert.ThrowsAsync<ImageModerationException>(
            () => client.GenerateStreamingAsync(Request, Token).CountAsync(Token).AsTask());

        Assert.Equal(("moderation_blocked", true), (Tag("error.type"), Tag("openaiimages.possibly_billed")));
    }

    [Fact]
    public async Task A_silent_stream_has_the_error_type_stalled()
    {
        var body = new CountedStream(Encoding.UTF8.GetBytes(Streaming.Partial("QUFB")), waitsAtEnd: true);
        using var client = Serve(body);

        await using var events = client.GenerateStreamingAsync(Request, Token).GetAsyncEnumerator(Token);
        Assert.True(await events.MoveNextAsync());
        var next = events.MoveNextAsync().AsTask();
        _clock.Advance(TimeSpan.FromMinutes(10));

        await Assert.ThrowsAsync<ImageTransportException>(() => next);
        Assert.Equal(("stalled", true), (Tag("error.type"), Tag("openaiimages.possibly_billed")));
    }

    [Fact]
    public async Task A_cancellation_between_events_ends_the_span()
    {
        var body = new CountedStream(Encoding.UTF8.GetBytes(Streaming.Partial("QUFB")), waitsAtEnd: true);
        using var client = Serve(body);
        using var stop = new CancellationTokenSource();

        await using var events = client.GenerateStreamingAsync(Request, stop.Token).GetAsyncEnumerator(Token);
        Assert.True(await events.MoveNextAsync());
        var next = events.MoveNextAsync().AsTask();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal(("canceled", true), (Tag("error.type"), Tag("openaiimages.possibly_billed")));
    }

    [Fact]
    public async Task Downloads_of_links_are_child_spans_of_the_call()
    {
        var service = new FakeService()
            .Replies(
                HttpStatusCode.OK,
                Streaming.Event("image_generation.completed",
                    """{"type":"image_generation.completed","url":"https://files.test/1"}"""),
                "text/event-stream")
            .Replies(HttpStatusCode.OK, Bodies.Picture(100));
        using var client = service.CreateLinkClient();

        Assert.Equal(1, await client
            .GenerateStreamingAsync(Request, ImageDestination.Stream(new MemoryStream()), Token).CountAsync(Token));

        Assert.Equal(["download_image", "generate_content gpt-image-2"], _telemetry.Spans.Select(s => s.DisplayName));
        Assert.Equal(_telemetry.Spans[1].SpanId, _telemetry.Spans[0].ParentSpanId);
    }

    private object? Tag(string name) => _telemetry.Span.GetTagItem(name);

    private OpenAIImageClient Serve(string events) => Serve(new MemoryStream(Encoding.UTF8.GetBytes(events)));

    private OpenAIImageClient Serve(Stream events, TimeSpan after = default)
        => new FakeService()
            .Replies(() =>
            {
                _clock.Advance(after);

                return new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StreamContent(events) { Headers = { ContentType = new("text/event-stream") } },
                };
            })
            .CreateClient(options => options.TimeProvider = _clock);

    /// <summary>Returns few bytes at a time, asynchronously, and keeps the current activity of each read.</summary>
    private sealed class CurrentSpanStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public List<Activity?> Seen { get; } = [];

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Seen.Add(Activity.Current);
            await Task.Yield();
            Seen.Add(Activity.Current);

            return Read(buffer.Span[..Math.Min(buffer.Length, 50)]);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
