using System.Net;
using OpenAIImages.Tests.Support;
using OpenAIImages.Transport;

namespace OpenAIImages.Tests.Transport;

public sealed class RetryDelayTests
{
    [Theory]
    [InlineData("retry-after-ms: 1500\nRetry-After: 30", 1.5)]
    [InlineData("Retry-After: 7", 7)]
    [InlineData("Retry-After: 2.5", 2.5)]
    [InlineData("Retry-After: Sun, 01 Nov 2026 12:00:30 GMT", 30)]
    [InlineData("Retry-After: 60", 60)]
    [InlineData("Retry-After: whenever", 0.5)]
    [InlineData("cf-ray: x", 0.5)]
    public async Task The_headers_of_the_service_set_the_wait(string headers, double seconds)
    {
        using var service = new ScriptedService().Reply(429, "", headers).Reply(200);
        using var wire = new Wire(service);

        using var reply = await wire.PostAsync();

        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(wire.Clock.Waits));
    }

    [Fact]
    public async Task The_message_of_the_service_sets_the_wait()
    {
        using var service = new ScriptedService()
            .Reply(429, """{"error":{"message":"Please try again in 12s.","code":"rate_limit_exceeded"}}""")
            .Reply(200);
        using var wire = new Wire(service);

        using var reply = await wire.PostAsync();

        Assert.Equal([TimeSpan.FromSeconds(12)], wire.Clock.Waits);
    }

    [Theory]
    [InlineData("retry-after-ms: 0")]
    [InlineData("Retry-After: 0")]
    [InlineData("Retry-After: Sun, 01 Nov 2026 11:00:00 GMT")]
    public async Task A_wait_of_zero_repeats_the_attempt_at_once(string headers)
    {
        using var service = new ScriptedService().Reply(503, "", headers).Reply(200);
        using var wire = new Wire(service);

        using var reply = await wire.PostAsync();

        Assert.Equal((HttpStatusCode.OK, 0), (reply.StatusCode, wire.Clock.Waits.Count));
    }

    [Theory]
    [InlineData("Retry-After: 61")]
    [InlineData("Retry-After: 86400")]
    [InlineData("retry-after-ms: 60001\nRetry-After: 1")]
    [InlineData("Retry-After: 86400\nx-should-retry: true")]
    public async Task A_wait_above_MaxServerDelay_fails_the_call_at_once(string headers)
    {
        using var service = new ScriptedService().Reply(429, "", headers);
        using var wire = new Wire(service);

        using var reply = await wire.PostAsync();

        Assert.Equal((HttpStatusCode.TooManyRequests, 1), (reply.StatusCode, service.Attempts));
    }

    [Fact]
    public async Task MaxServerDelay_can_be_set()
    {
        using var service = new ScriptedService().Reply(429, "", "Retry-After: 2").Reply(200);
        using var wire = new Wire(service, options => options.MaxServerDelay = TimeSpan.FromSeconds(1));

        using var reply = await wire.PostAsync();

        Assert.Equal(1, service.Attempts);
    }

    [Fact]
    public async Task Waits_without_a_hint_double_up_to_eight_seconds()
    {
        using var service = new ScriptedService().Reply(503);
        using var wire = new Wire(service, options => options.MaxRetries = 7);

        using var reply = await wire.PostAsync();

        Assert.Equal([0.5, 1, 2, 4, 8, 8, 8], wire.Clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Theory]
    [InlineData(0, 0, 0.5)]
    [InlineData(0, 0.5, 0.4375)]
    [InlineData(0, 1, 0.375)]
    [InlineData(10, 1, 6)]
    [InlineData(1000, 0, 8)]
    public void Chance_shortens_a_wait_by_a_quarter_at_most(int retriesTaken, double random, double seconds)
        => Assert.Equal(
            TimeSpan.FromSeconds(seconds), RetryDelay.After(retriesTaken, null, TimeSpan.FromSeconds(60), random));

    [Fact]
    public async Task A_wait_that_is_longer_than_the_remaining_time_does_not_begin()
    {
        using var service = new ScriptedService().Reply(429, "", "Retry-After: 40");
        using var wire = new Wire(service, options =>
        {
            options.AttemptTimeout = TimeSpan.FromMinutes(1);
            options.TotalTimeout = TimeSpan.FromSeconds(100);
            options.MaxRetries = 9;
        });

        using var reply = await wire.PostAsync();

        Assert.Equal((HttpStatusCode.TooManyRequests, 3), (reply.StatusCode, service.Attempts));
    }
}
