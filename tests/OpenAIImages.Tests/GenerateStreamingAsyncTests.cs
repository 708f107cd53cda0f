using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests;

public sealed class GenerateStreamingAsyncTests : IDisposable
{
    private static readonly GenerateImageRequest Request =
        new("a red fox") { Model = "gpt-image-2", PartialImages = 1 };

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Both => Streaming.Partial("QUFB") + Streaming.Completed("QUJD");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_streaming_call_sends_its_request_with_stream_set()
    {
        var service = new FakeService().Replies(HttpStatusCode.OK, Both, "text/event-stream");
        using var client = service.CreateClient();

        await foreach (var item in client.GenerateStreamingAsync(Request, Token))
        {
            Assert.NotNull(item);
        }

        var (message, body) = Assert.Single(service.Received);
        Assert.Equal("https://fake.test/v1/images/generations", message.RequestUri!.AbsoluteUri);
        Assert.Equal("text/event-stream, application/json", message.Headers.Accept.ToString());
        Assert.Equal("""{"prompt":"a red fox","model":"gpt-image-2","stream":true,"partial_images":1}""", body);
    }

    [Fact]
    public async Task Each_event_holds_the_values_of_the_headers_and_its_image_index()
    {
        var body = new MemoryStream(Encoding.UTF8.GetBytes(Both + Both));
        using var client = new FakeService().Replies(() => Reply(body)).CreateClient();

        var events = await client.GenerateStreamingAsync(Request with { Count = 2 }, Token).ToListAsync(Token);

        Assert.Equal([0, 0, 1, 1], events.Select(item => item.ImageIndex));
        Assert.All(events, item => Assert.Equal("req_1", item.RequestId));
        Assert.All(events, item => Assert.Equal(4, item.RateLimits!.Images!.Remaining));
    }

    [Fact]
    public async Task Each_enumeration_makes_one_call()
    {
        var service = new FakeService().Replies(HttpStatusCode.OK, Both).Replies(HttpStatusCode.OK, Both);
        using var client = service.CreateClient();

        var events = client.GenerateStreamingAsync(Request, Token);

        Assert.Empty(service.Received);
        Assert.Equal(2, await events.CountAsync(Token));
        Assert.Equal(2, await events.CountAsync(Token));
        Assert.Equal(2, service.Received.Count);
    }

    [Fact]
    public async Task A_failed_reply_to_a_streaming_call_throws_as_usual()
    {
        using var client = new FakeService()
            .Replies(HttpStatusCode.BadRequest, """{"error":{"code":"moderation_blocked"}}""").CreateClient();

        await Assert.ThrowsAsync<ImageModerationException>(
            () => client.GenerateStreamingAsync(Request, Token).CountAsync(Token).AsTask());
    }

    [Fact]
    public async Task An_error_event_hides_the_prompt_and_is_not_retried()
    {
        var service = new FakeService().Replies(
            HttpStatusCode.OK,
            Streaming.Event("error", """{"error":{"message":"No a red fox today.","code":"server_error"}}"""));
        using var client = service.CreateClient(options => options.MaxRetries = 2);

        var refused = await Assert.ThrowsAnyAsync<ImageApiException>(
            () => client.GenerateStreamingAsync(Request, Token).CountAsync(Token).AsTask());

        Assert.Equal("No *** today.", refused.Reason);
        Assert.Single(service.Received);
    }

    [Fact]
    public async Task A_missing_request_and_an_extra_stream_field_are_refused()
    {
        using var client = new FakeService().CreateClient();

        Assert.Throws<ArgumentNullException>(() => client.GenerateStreamingAsync(null!, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GenerateStreamingAsync(
            Request with { Extra = ExtraFields.Empty.With("stream", false) }, Token).CountAsync(Token).AsTask());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_loop_that_ends_early_closes_the_reply(int taken)
    {
        var body = new CountedStream(Encoding.UTF8.GetBytes(Both), waitsAtEnd: true);
        using var client = new FakeService().Replies(() => Reply(body)).CreateClient();

        await foreach (var item in client.GenerateStreamingAsync(Request, Token))
        {
            if (taken-- == 0)
            {
                break;
            }
        }

        Assert.NotEqual(0, body.Disposed);
    }

    [Fact]
    public async Task A_cancellation_at_any_byte_ends_the_call_and_leaves_no_file()
    {
        var whole = Encoding.UTF8.GetBytes(Both);
        foreach (var length in Enumerable.Range(0, whole.Length / 7).Select(step => step * 7))
        {
            var body = new CountedStream(whole[..length], waitsAtEnd: true);
            using var client = new FakeService().Replies(() => Reply(body)).CreateClient();
            using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
            var events = client.GenerateStreamingAsync(
                Request, ImageDestination.File(_directory.At("cat.png")), source.Token);

            var reading = events.CountAsync(Token).AsTask();
            await body.Waits.Task;
            await source.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
            Assert.NotEqual(0, body.Disposed);
            Assert.Empty(_directory.Files);
        }
    }

    [Fact]
    public async Task The_service_may_be_silent_between_events_for_AttemptTimeout()
    {
        var clock = new FakeTimeProvider();
        var body = new CountedStream(Encoding.UTF8.GetBytes(Streaming.Partial("QUFB")), waitsAtEnd: true);
        using var client = new FakeService().Replies(() => Reply(body))
            .CreateClient(options => options.TimeProvider = clock);
        var reading = client.GenerateStreamingAsync(Request, Token).CountAsync(Token).AsTask();
        await body.Waits.Task;

        clock.Advance(TimeSpan.FromMinutes(9));
        Assert.False(reading.IsCompleted);
        while (!reading.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        var stalled = await Assert.ThrowsAsync<ImageTransportException>(() => reading);
        Assert.True(stalled.MayHaveBeenBilled);
    }

    [Fact]
    public async Task Completed_images_go_to_the_destination_and_previews_to_memory()
    {
        var (first, second) = (Bodies.Picture(200_000, 1), Bodies.Picture(90_000, 2));
        using var client = new FakeService().Replies(
            HttpStatusCode.OK,
            Streaming.Partial("QUFB") + Streaming.Completed(Convert.ToBase64String(first))
                + Streaming.Completed(Convert.ToBase64String(second))).CreateClient();
        List<ImageStreamEvent> events = [];

        await foreach (var item in client.GenerateStreamingAsync(
            Request, ImageDestination.File(_directory.At("cat")), Token))
        {
            events.Add(item);
            if (item is CompletedImageEvent completed)
            {
                Assert.True(File.Exists(completed.Image.SavedPath));
                Assert.True(completed.Image.Bytes.IsEmpty);
            }
        }

        Assert.Equal("AAA"u8.ToArray(), Assert.IsType<PartialImageEvent>(events[0]).Image.Bytes.ToArray());
        Assert.Equal(["cat-2.png", "cat.png"], _directory.Files);
        Assert.Equal(first, _directory.Read("cat.png"));
        Assert.Equal(second, _directory.Read("cat-2.png"));
    }

    [Theory]
    [InlineData("data: {\"b64_json\":\"QUJD\",\"type\":\"image_generation.completed\"}\n\n")]
    [InlineData("data: {\"b64_json\":\"QUJD\"}\nevent: image_generation.completed\n\n")]
    [InlineData("{\"data\":[{\"b64_json\":\"QUJD\"}]}")]
    public async Task A_completed_image_goes_to_its_destination_if_its_type_comes_late(string stream)
    {
        using var client = new FakeService().Replies(HttpStatusCode.OK, stream).CreateClient();

        Assert.Equal(1, await client.GenerateStreamingAsync(
            Request, ImageDestination.File(_directory.At("cat.bin")), Token).CountAsync(Token));

        Assert.Equal("ABC"u8.ToArray(), _directory.Read("cat.bin"));
    }

    [Fact]
    public async Task An_image_that_is_not_completed_leaves_no_file()
    {
        var completed = Streaming.Completed(Convert.ToBase64String(Bodies.Picture(200_000)));
        foreach (var stream in new[] { completed[..^20], completed[..100_000] })
        {
            using var client = new FakeService().Replies(HttpStatusCode.OK, stream).CreateClient();

            await Assert.ThrowsAsync<ImageDecodeException>(() => client.GenerateStreamingAsync(
                Request, ImageDestination.File(_directory.At("cat.png")), Token).CountAsync(Token).AsTask());

            Assert.Empty(_directory.Files);
        }
    }

    private static HttpResponseMessage Reply(Stream body) => new()
    {
        Content = new StreamContent(body)
        {
            Headers = { ContentType = new MediaTypeHeaderValue("text/event-stream") },
        },
        Headers = { { "x-request-id", "req_1" }, { "x-ratelimit-remaining-images", "4" } },
    };
}
