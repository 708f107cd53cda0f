using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Emulator.Tests.Support;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Hosting;

public sealed class HeadersTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("images/generations", """{"prompt":"a cat"}""", 200)]
    [InlineData("images/generations", """{"prompt":""}""", 400)]
    [InlineData("models", "{}", 405)]
    public async Task Every_reply_carries_its_id_and_its_duration(string path, string body, int status)
    {
        await using var service = await Service.StartAsync();
        using var content = new StringContent(body, null, "application/json");

        var reply = await service.SendAsync(HttpMethod.Post, path, content);

        Assert.Equal(status, reply.Status);
        Assert.Matches("^req_[0-9a-f]{32}$", reply.Headers["x-request-id"]);
        Assert.Equal(service.Emulator.Received[^1].RequestId, reply.Headers["x-request-id"]);
        Assert.Matches("^[0-9]+$", reply.Headers["openai-processing-ms"]);
        Assert.Equal("2020-10-01", reply.Headers["openai-version"]);
        Assert.Equal("openaiimages-emulator", reply.Headers["openai-organization"]);
        Assert.Equal("proj_emulator", reply.Headers["openai-project"]);
        Assert.Equal("application/json", reply.Headers["Content-Type"]);
        Assert.Contains("Content-Length", reply.Headers);
    }

    [Fact]
    public async Task The_limits_count_down_and_reset_each_minute()
    {
        await using var service = await Service.StartAsync(options => options.TimeProvider = _time);

        var first = await service.GenerateAsync("""{"prompt":"a cat","n":3}""");
        _time.Advance(TimeSpan.FromSeconds(18.5));
        var refused = await service.GenerateAsync("""{"prompt":""}""");
        var second = await service.GenerateAsync("""{"prompt":"a cat","n":2}""");
        _time.Advance(TimeSpan.FromSeconds(41.5));
        var nextMinute = await service.GenerateAsync("""{"prompt":"a cat"}""");

        Assert.Equal("9999 of 10000, 1m0s; 9997 of 10000, 1m0s", Limits(first));
        Assert.Equal("9998 of 10000, 41.5s; 9997 of 10000, 41.5s", Limits(refused));
        Assert.Equal("9997 of 10000, 41.5s; 9995 of 10000, 41.5s", Limits(second));
        Assert.Equal("9999 of 10000, 1m0s; 9999 of 10000, 1m0s", Limits(nextMinute));
    }

    [Fact]
    public async Task A_request_without_a_key_is_not_counted_and_gets_no_limits()
    {
        await using var service = await Service.StartAsync();
        service.Http.DefaultRequestHeaders.Authorization = null;

        var reply = await service.GenerateAsync("""{"prompt":"a cat"}""");

        Assert.DoesNotContain(reply.Headers.Keys, name => name.StartsWith("x-ratelimit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Latency_runs_on_the_clock_of_the_options()
    {
        var clock = new WaitingClock();
        await using var service = await Service.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.Latency = TimeSpan.FromSeconds(20);
        });

        var reply = await clock.RunAsync(service.GenerateAsync("""{"prompt":"a cat"}"""));

        Assert.Equal("20000", reply.Headers["openai-processing-ms"]);
    }

    private static string Limits(Reply reply) => $"{Limits(reply, "requests")}; {Limits(reply, "images")}";

    private static string Limits(Reply reply, string dimension)
    {
        var remaining = reply.Headers[$"x-ratelimit-remaining-{dimension}"];
        var limit = reply.Headers[$"x-ratelimit-limit-{dimension}"];

        return $"{remaining} of {limit}, {reply.Headers[$"x-ratelimit-reset-{dimension}"]}";
    }
}
