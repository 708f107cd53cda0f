using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenAIImages.AspNetCore.Tests.Support;
using OpenAIImages.Emulator;

namespace OpenAIImages.AspNetCore.Tests;

/// <summary>Previews and images arrive as events.</summary>
public sealed class EventsTests
{
    private static readonly GenerateImageRequest Request = new("a cat") { PartialImages = 2 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Previews_come_first_and_then_the_image_and_the_end_with_the_usage()
    {
        await using var emulator = await ImageEmulator.StartAsync(cancellationToken: Token);
        await using var host = await WebHost.StartAsync(emulator, app => app.MapPost(
            "/events", (IImageClient images) => Results.Extensions.ImageEvents(images, Request)));

        using var reply = await host.PostAsync("/events");
        var events = await Sse.ReadAllAsync(reply);

        Assert.Equal("text/event-stream", reply.Content.Headers.ContentType?.ToString());
        Assert.Equal("nosniff", reply.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(reply.Headers.CacheControl?.NoStore);
        Assert.Equal(["start", "preview", "preview", "image", "done"], events.Select(item => item.EventType));
        Assert.Matches("^images-[0-9a-f]{32}$", events[0].EventId);
        Assert.Equal([0, 1], events[1..3].Select(item => (int)item.Data["preview"]!));
        Assert.All(events[1..4], item =>
        {
            var bytes = Sse.ImageIn(item.Data);
            Assert.Equal("image/png", (string?)item.Data["mediaType"]);
            Assert.Equal(bytes.Length, (int)item.Data["length"]!);
            Assert.Equal(ImageMediaType.Png, ImageMediaType.Detect(bytes));
        });
        Assert.Equal(1, (int)events[4].Data["images"]!);
        Assert.True((long)events[4].Data["usage"]!["total_tokens"]! > 0);
    }

    [Fact]
    public async Task The_response_starts_before_the_call_begins()
    {
        var hadStarted = false;
        HttpContext? context = null;
        var client = new FakeClient
        {
            Stream = _ =>
            {
                hadStarted = context!.Response.HasStarted;

                return EventsOf();
            },
        };
        await using var host = await WebHost.StartAsync(app => app.MapPost("/events", (HttpContext asked) =>
        {
            context = asked;

            return Results.Extensions.ImageEvents(client, Request);
        }));

        using var reply = await host.PostAsync("/events");
        var events = await Sse.ReadAllAsync(reply);

        Assert.True(hadStarted);
        Assert.Equal(["start", "done"], events.Select(item => item.EventType));
    }

    [Fact]
    public async Task A_failure_is_an_event_in_the_words_of_problem_details()
    {
        var client = FakeClient.Failing(new ImageRateLimitException(HttpStatusCode.TooManyRequests, "secret")
        {
            RetryAfter = TimeSpan.FromSeconds(5),
            Code = "rate_limit_exceeded",
        });
        await using var host = await StartAsync(client);

        using var reply = await host.PostAsync("/events");
        var events = await Sse.ReadAllAsync(reply);

        Assert.Equal(["start", "problem"], events.Select(item => item.EventType));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                {
                  "title": "Too many images are requested at the moment.",
                  "status": 429,
                  "detail": "Try again later.",
                  "kind": "rate_limit",
                  "mayHaveBeenBilled": false,
                  "code": "rate_limit_exceeded",
                  "retryAfter": 5
                }
                """),
            events[1].Data), events[1].Data.ToJsonString());
    }

    [Fact]
    public async Task Comments_are_sent_while_the_service_is_silent()
    {
        var time = new FakeTimeProvider();
        var image = new TaskCompletionSource<ImageOutput>();
        await using var host = await WebHost.StartAsync(
            app => app.MapPost("/events", () => Results.Extensions.ImageEvents(
                new FakeClient { Stream = _ => LaterAsync(image.Task) }, Request)),
            services => services.AddSingleton<TimeProvider>(time));

        using var reply = await host.PostAsync("/events");
        using var lines = new StreamReader(await reply.Content.ReadAsStreamAsync(Token));
        var start = await ReadEventAsync(lines);
        var comment = ReadEventAsync(lines);
        while (!comment.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(15));
            await Task.Yield();
        }

        image.SetResult(ImageOutput.FromBytes(Pictures.Png(100)));
        var rest = await lines.ReadToEndAsync(Token);

        Assert.Contains("event: start", start, StringComparison.Ordinal);
        Assert.Equal(":", await comment);
        Assert.Contains("event: image", rest, StringComparison.Ordinal);
        Assert.Contains("event: done", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_image_a_withheld_image_and_a_link_have_different_events()
    {
        var large = Pictures.Png(1_000_001);
        var linked = Pictures.Png(333);
        await using var host = await StartAsync(new FakeClient
        {
            Stream = _ => EventsOf(
                new CompletedImageEvent(ImageOutput.FromBytes(large))
                {
                    Usage = new() { TotalTokens = 10, OutputTokens = 4 },
                },
                new CompletedImageEvent(new ImageOutput()) { ImageIndex = 1 },
                new CompletedImageEvent(ImageOutput.FromLink(new Uri("https://images.example/1")))
                {
                    ImageIndex = 2,
                    Usage = new() { TotalTokens = 5 },
                }),
            Download = (_, destination) => destination.WriteAsync(linked, 0, Token),
        });

        using var reply = await host.PostAsync("/events");
        var events = await Sse.ReadAllAsync(reply);

        Assert.Equal(large, Sse.ImageIn(events[1].Data));
        Assert.Equal("""{"index":1,"withheld":true}""", events[2].Data.ToJsonString());
        Assert.Equal(linked, Sse.ImageIn(events[3].Data));
        Assert.Equal(
            """{"images":2,"usage":{"total_tokens":15,"output_tokens":4}}""", events[4].Data.ToJsonString());
    }

    [Fact]
    public async Task A_browser_that_disconnects_cancels_the_call_while_it_waits()
    {
        var canceled = new TaskCompletionSource();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var host = await StartAsync(new FakeClient { Stream = token => WaitAsync(canceled, token) });

        using (var reply = await host.PostAsync("/events"))
        {
            using var lines = new StreamReader(await reply.Content.ReadAsStreamAsync(Token));
            await ReadEventAsync(lines);
        }

        await canceled.Task.WaitAsync(Token);
    }

    private static Task<WebHost> StartAsync(IImageClient client)
        => WebHost.StartAsync(app => app.MapPost("/events", () => Results.Extensions.ImageEvents(client, Request)));

    private static async IAsyncEnumerable<ImageStreamEvent> EventsOf(params ImageStreamEvent[] events)
    {
        await Task.Yield();
        foreach (var item in events)
        {
            yield return item;
        }
    }

    private static async IAsyncEnumerable<ImageStreamEvent> LaterAsync(Task<ImageOutput> image)
    {
        yield return new CompletedImageEvent(await image);
    }

    private static async IAsyncEnumerable<ImageStreamEvent> WaitAsync(
        TaskCompletionSource canceled,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, token);
        }
        finally
        {
            canceled.TrySetResult();
        }

        yield break;
    }

    private static async Task<string> ReadEventAsync(StreamReader lines)
    {
        var text = new List<string>();
        while (await lines.ReadLineAsync(Token) is { Length: > 0 } line)
        {
            text.Add(line);
        }

        return string.Join('\n', text);
    }
}
