using System.Net;
using OpenAIImages.Tests.Support;
using OpenAIImages.Transport;
using Polly.CircuitBreaker;

namespace OpenAIImages.Tests.Transport;

public sealed class CircuitTests
{
    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(524)]
    public async Task A_service_that_fails_opens_the_circuit(int status)
    {
        using var service = new ScriptedService().Reply(status).Reply(status).Reply(200);
        using var wire = new Wire(service, Break);
        using var one = await wire.PostAsync();
        using var two = await wire.PostAsync();

        var rejected = await Assert.ThrowsAsync<ImageCallRejectedException>(() => wire.PostAsync());

        Assert.Equal((2, false), (service.Attempts, rejected.MayHaveBeenBilled));
        Assert.Equal(
            "The request was not sent: the service has been failing, and the circuit is open.", rejected.Message);
        Assert.Equal(TimeSpan.FromSeconds(30), rejected.RetryAfter);
        Assert.IsType<BrokenCircuitException>(rejected.InnerException);
    }

    [Fact]
    public async Task One_call_tests_the_service_after_the_break()
    {
        using var service = new ScriptedService().Reply(503).Reply(503).Reply(503).Reply(200);
        using var wire = new Wire(service, Break);
        using var one = await wire.PostAsync();
        using var two = await wire.PostAsync();
        wire.Clock.Advance(TimeSpan.FromSeconds(31));

        using var probe = await wire.PostAsync();
        await Assert.ThrowsAsync<ImageCallRejectedException>(() => wire.PostAsync());
        wire.Clock.Advance(TimeSpan.FromSeconds(31));
        using var success = await wire.PostAsync();
        using var next = await wire.PostAsync();

        Assert.Equal((HttpStatusCode.OK, 5), (next.StatusCode, service.Attempts));
    }

    [Theory]
    [InlineData(400, "moderation_blocked")]
    [InlineData(500, "content_policy_violation")]
    [InlineData(429, "insufficient_quota")]
    [InlineData(429, "rate_limit_exceeded")]
    [InlineData(503, "invalid_api_key")]
    [InlineData(500, "unknown_parameter")]
    [InlineData(404, "none")]
    public async Task Failures_that_the_caller_caused_do_not_open_the_circuit(int status, string code)
    {
        using var service = new ScriptedService().Refuse(status, code);
        using var wire = new Wire(service, Break);

        for (var i = 0; i < 5; i++)
        {
            using var reply = await wire.PostAsync();
        }

        Assert.Equal(5, service.Attempts);
    }

    [Fact]
    public async Task Failed_connections_open_the_circuit_and_cancelled_calls_do_not()
    {
        using var service = new ScriptedService().Hang().Hang().Hang().LoseConnection().FailToConnect().Reply(200);
        using var wire = new Wire(service, Break);
        for (var i = 0; i < 3; i++)
        {
            using var stop = new CancellationTokenSource();
            var call = wire.PostAsync(cancel: stop);
            await service.Hanging;
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        // The first three of five calls did not fail, so the circuit with a ratio of 0.4 opens at the fifth.
        await Assert.ThrowsAsync<ImageTransportException>(() => wire.PostAsync());
        await Assert.ThrowsAsync<ImageTransportException>(() => wire.PostAsync());
        await Assert.ThrowsAsync<ImageCallRejectedException>(() => wire.PostAsync());
        Assert.Equal(5, service.Attempts);
    }

    [Fact]
    public async Task A_call_that_the_circuit_rejects_takes_no_turn()
    {
        using var service = new ScriptedService().Reply(503).Reply(503).Reply(200);
        using var wire = new Wire(service, options =>
        {
            Break(options);
            options.UseRateLimit(3).RateLimit.MaxQueuedImages = 0;
        });
        using var one = await wire.PostAsync();
        using var two = await wire.PostAsync();

        await Assert.ThrowsAsync<ImageCallRejectedException>(() => wire.PostAsync());
        wire.Clock.Advance(TimeSpan.FromSeconds(31));

        using var reply = await wire.PostAsync();
    }

    [Fact]
    public async Task The_circuit_stays_open_when_the_host_renews_its_handlers()
    {
        using var service = new ScriptedService().Reply(503).Reply(503).Reply(200);
        var options = new ImageClientOptions
        {
            ApiKey = FakeService.Key,
            Endpoint = new Uri("https://fake.test/v1"),
            TimeProvider = new WaitingClock(),
        };
        Break(options);
        using var old = HttpPipeline.CreateClient(options, service);
        using var renewed = HttpPipeline.CreateClient(options, service);
        using var one = await PostAsync(old, options);
        using var two = await PostAsync(old, options);

        await Assert.ThrowsAsync<ImageCallRejectedException>(() => PostAsync(renewed, options));
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, ImageClientOptions options)
    {
        var transport = new ImageTransport(() => http);
        using var message = new HttpRequestMessage(HttpMethod.Post, ServiceRoute.For(options).AddressOf("images"))
        {
            Content = new StringContent("{}"),
        };

        return await transport.SendAsync(message, TestContext.Current.CancellationToken);
    }

    private static void Break(ImageClientOptions options)
    {
        options.MaxRetries = 0;
        options.UseCircuitBreaker(
            breaker => (breaker.MinimumThroughput, breaker.FailureRatio) = (2, 0.4));
    }
}
