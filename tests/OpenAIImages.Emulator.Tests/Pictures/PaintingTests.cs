using System.Collections.Concurrent;
using OpenAIImages.Emulator.Tests.Support;
using OpenAIImages.Painter;

namespace OpenAIImages.Emulator.Tests.Pictures;

public sealed class PaintingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_of_32_simultaneous_requests_gets_its_own_pictures()
    {
        var engine = new FunctionEngine(request =>
            new Picture(new[] { (byte)request.Prompt[0], (byte)request.Variant }, request.Format, 1, 1, "x"));
        await using var service = await Service.StartAsync(options => options.Engine = engine);

        var replies = await Task.WhenAll(Enumerable.Range(0, 32).Select(i =>
            service.GenerateAsync($$"""{"prompt":"{{(char)('A' + i)}}","n":3}""".Replace("\\", "\\\\"))));

        for (var i = 0; i < 32; i++)
        {
            Assert.Equal(
                Enumerable.Range(0, 3).Select(variant => Convert.ToBase64String([(byte)('A' + i), (byte)variant])),
                replies[i].Body["data"]!.AsArray().Select(picture => (string?)picture!["b64_json"]));
        }

        Assert.Equal(32, service.Emulator.Received.Select(received => received.RequestId).Distinct().Count());
    }

    [Fact]
    public async Task No_more_pictures_than_allowed_are_painted_at_the_same_time()
    {
        var (now, most) = (0, new ConcurrentBag<int>());
        using var pair = new Barrier(2);
        var engine = new FunctionEngine(request =>
        {
            most.Add(Interlocked.Increment(ref now));
            Assert.True(pair.SignalAndWait(TimeSpan.FromSeconds(30), Token), "Two paint at the same time.");
            Interlocked.Decrement(ref now);

            return new Picture(new byte[1], request.Format, 1, 1, "x");
        });
        await using var service = await Service.StartAsync(options =>
        {
            options.Engine = engine;
            options.MaxConcurrentPaintings = 2;
            options.MaxCachedPictureBytes = 0;
        });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => service.GenerateAsync("""{"prompt":"p","n":5}""")));

        Assert.Equal(20, most.Count);
        Assert.Equal(2, most.Max());
    }

    [Fact]
    public async Task An_equal_request_is_painted_once_and_answered_with_the_same_bytes()
    {
        var painted = new ConcurrentQueue<PictureRequest>();
        await using var service = await Service.StartAsync(options => options.Engine = Remember(painted));

        var first = await service.GenerateAsync("""{"prompt":"a cat","n":2}""");
        var second = await service.GenerateAsync("""{"prompt":"a cat","n":2}""");
        var larger = await service.GenerateAsync("""{"prompt":"a cat","size":"1024x1536"}""");

        Assert.Equal([(0, 1_024), (0, 1_536), (1, 1_024)], painted.Select(made => (made.Variant, made.Height)).Order());
        Assert.Equal(first.Body["data"]!.ToJsonString(), second.Body["data"]!.ToJsonString());
        Assert.NotEqual(
            first.Body["data"]![0]!["b64_json"]!.ToJsonString(), larger.Body["data"]![0]!["b64_json"]!.ToJsonString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Pictures_larger_than_the_limit_are_painted_each_time(long limit)
    {
        var painted = new ConcurrentQueue<PictureRequest>();
        await using var service = await Service.StartAsync(options =>
        {
            options.Engine = Remember(painted);
            options.MaxCachedPictureBytes = limit;
        });

        await service.GenerateAsync("""{"prompt":"a cat"}""");
        await service.GenerateAsync("""{"prompt":"a cat"}""");

        Assert.Equal(2, painted.Count);
    }

    [Fact]
    public async Task A_client_that_goes_away_stops_the_painting()
    {
        var engine = new WaitingEngine();
        await using var service = await Service.StartAsync(options => options.Engine = engine);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var content = new StringContent("""{"prompt":"a cat"}""", null, "application/json");
        var waiting = service.Http.PostAsync("images/generations", content, patience.Token);
        await engine.Begun;

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await engine.Stopped.WaitAsync(Token);
    }

    [Fact]
    public async Task A_failing_engine_causes_a_server_error_with_the_reason_in_a_header()
    {
        var engine = new FunctionEngine(_ => throw new InvalidTimeZoneException("Out of 蓝."));
        await using var service = await Service.StartAsync(options => options.Engine = engine);

        var reply = await service.GenerateAsync("""{"prompt":"a cat","n":2}""");

        reply.IsError(500, null, null,
            "The server had an error processing your request. Sorry about that! You can retry your request, or " +
            "contact us through our help center at help.openai.com if you keep seeing this error. (Please include " +
            $"the request ID {reply.Headers["x-request-id"]} in your email.)", "server_error");
        Assert.Equal("InvalidTimeZoneException: Out of %E8%93%9D.", reply.Headers["x-emulator-error"]);
    }

    [Fact]
    public async Task An_engine_that_returns_nothing_has_failed()
    {
        await using var service = await Service.StartAsync(
            options => options.Engine = new FunctionEngine(_ => null!));

        var reply = await service.GenerateAsync("""{"prompt":"a cat"}""");

        Assert.Equal(500, reply.Status);
    }

    // The bytes say which painting made them.
    private static FunctionEngine Remember(ConcurrentQueue<PictureRequest> painted) => new(request =>
    {
        painted.Enqueue(request);

        return new Picture(BitConverter.GetBytes(painted.Count), request.Format, 1, 1, "x");
    });
}
