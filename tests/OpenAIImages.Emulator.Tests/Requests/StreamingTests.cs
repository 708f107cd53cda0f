using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Emulator.Tests.Support;
using OpenAIImages.Painter;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Requests;

public sealed class StreamingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_is_framed_as_documented_and_ends_with_its_last_picture()
    {
        var time = new FakeTimeProvider(Noon);
        await using var service = await Service.StartAsync(options => options.TimeProvider = time);

        var stream = await service.StreamAsync("""
            {"model":"gpt-image-2","prompt":"a red fox","stream":true,"partial_images":2,"safety_identifier":"u"}
            """);

        const string common =
            "\"created_at\":1795435200,\"size\":\"1024x1024\",\"quality\":\"high\",\"background\":\"opaque\"," +
            "\"output_format\":\"png\"";
        Assert.Equal(
            "event: image_generation.partial_image\n" +
            "data: {\"type\":\"image_generation.partial_image\",\"b64_json\":\"CSE=\"," + common +
            ",\"partial_image_index\":0}\n\n" +
            "event: image_generation.partial_image\n" +
            "data: {\"type\":\"image_generation.partial_image\",\"b64_json\":\"CUI=\"," + common +
            ",\"partial_image_index\":1}\n\n" +
            "event: image_generation.completed\n" +
            "data: {\"type\":\"image_generation.completed\",\"b64_json\":\"AQIDBAUA\"," + common +
            ",\"usage\":{\"total_tokens\":7233,\"input_tokens\":9,\"output_tokens\":7224," +
            "\"input_tokens_details\":{\"text_tokens\":9,\"image_tokens\":0}," +
            "\"output_tokens_details\":{\"text_tokens\":0,\"image_tokens\":7224}},\"safety_identifier\":\"u\"}\n\n",
            stream);
    }

    [Theory]
    [InlineData("\"stream\":true", 0, 1)]
    [InlineData("\"stream\":true,\"partial_images\":null", 0, 1)]
    [InlineData("\"stream\":true,\"partial_images\":0", 0, 1)]
    [InlineData("\"stream\":true,\"partial_images\":3", 3, 1)]
    [InlineData("\"stream\":true,\"partial_images\":1,\"n\":3", 3, 3)]
    public async Task A_stream_has_the_requested_number_of_events(string fields, int partial, int completed)
    {
        await using var service = await Service.StartAsync();

        var events = Sse.Parse(await service.StreamAsync($$"""{"prompt":"a cat",{{fields}}}"""));

        Assert.Equal(partial, events.Count(sent => sent.Name == "image_generation.partial_image"));
        Assert.Equal(completed, events.Count(sent => sent.Name == "image_generation.completed"));
        Assert.Equal(partial + completed, events.Count);
        Assert.All(events, sent => Assert.Equal(sent.Name, (string?)sent.Data["type"]));
    }

    [Fact]
    public async Task Several_pictures_come_in_order_and_their_usage_adds_up()
    {
        await using var service = await Service.StartAsync();

        var events = Sse.Parse(await service.StreamAsync(
            """{"model":"gpt-image-2","prompt":"a red fox","stream":true,"partial_images":1,"n":2}"""));

        Assert.Equal(
            ["CTI=", "AQIDBAUA", "CTI=", "AQIDBAUB"], events.Select(sent => (string?)sent.Data["b64_json"]));
        Assert.Equal([0, null, 0, null], events.Select(sent => (int?)sent.Data["partial_image_index"]));
        Assert.Equal(
            [(9, 7_124, 7_133), (0, 7_124, 7_124)],
            events.Where(sent => sent.Data["usage"] is not null).Select(sent => sent.Data["usage"]!).Select(
                usage => ((int)usage["input_tokens"]!, (int)usage["output_tokens"]!, (int)usage["total_tokens"]!)));
    }

    [Fact]
    public async Task A_stream_can_announce_its_end()
    {
        await using var service = await Service.StartAsync(options => options.SendDone = true);

        var stream = await service.StreamAsync("""{"prompt":"a cat","stream":true}""");

        Assert.EndsWith("}\n\ndata: [DONE]\n\n", stream, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_accepts_a_stream_but_does_not_request_it_gets_no_stream()
    {
        await using var service = await Service.StartAsync();
        service.Http.DefaultRequestHeaders.Accept.ParseAdd("text/event-stream");

        var reply = await service.GenerateAsync("""{"prompt":"a cat"}""");

        Assert.Equal("application/json", reply.Headers["Content-Type"]);
    }

    [Fact]
    public async Task Large_pictures_arrive_whole()
    {
        var bytes = new byte[1_000_001];
        new Random(Seed: 1).NextBytes(bytes);
        var engine = new FunctionEngine(_ => new Picture(bytes, PictureFormat.Png, 1, 1, "x"));
        await using var service = await Service.StartAsync(options => options.Engine = engine);

        var sent = Assert.Single(Sse.Parse(await service.StreamAsync("""{"prompt":"a cat","stream":true}""")));

        Assert.Equal(bytes, Convert.FromBase64String((string)sent.Data["b64_json"]!));
    }

    [Fact]
    public async Task The_headers_come_before_the_painting_and_a_disconnect_ends_it()
    {
        var engine = new WaitingEngine();
        await using var service = await Service.StartAsync(options => options.Engine = engine);
        using var message = Ask("""{"prompt":"a cat","stream":true}""");

        using (var reply = await service.Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, Token))
        {
            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
            await engine.Begun;
        }

        await engine.Stopped;
    }

    [Fact]
    public async Task Events_wait_for_the_clock()
    {
        var clock = new WaitingClock(Noon);
        await using var service = await Service.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.EventDelay = TimeSpan.FromSeconds(10);
        });
        using var message = Ask("""{"prompt":"a cat","stream":true,"partial_images":1}""");
        using var reply = await service.Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, Token);
        using var reader = new StreamReader(await reply.Content.ReadAsStreamAsync(Token));

        var first = await reader.ReadLineAsync(Token);
        await reader.ReadLineAsync(Token);
        await reader.ReadLineAsync(Token);
        var second = await clock.RunAsync(reader.ReadLineAsync(Token).AsTask());

        Assert.Equal("event: image_generation.partial_image", first);
        Assert.Equal("event: image_generation.completed", second);
        Assert.Equal([TimeSpan.FromSeconds(10)], clock.Waits);
    }

    private static HttpRequestMessage Ask(string json) => new(HttpMethod.Post, "images/generations")
    {
        Content = new StringContent(json, Encoding.UTF8, "application/json"),
    };
}
