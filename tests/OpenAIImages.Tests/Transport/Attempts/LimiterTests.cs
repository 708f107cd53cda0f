using System.Net;
using System.Threading.RateLimiting;
using OpenAIImages.Tests.Support;
using Polly;

namespace OpenAIImages.Tests.Transport;

public sealed class LimiterTests
{
    private static readonly TimeSpan ALittleMoreThanAMinute = TimeSpan.FromSeconds(60.001);

    [Fact]
    public async Task At_most_the_allowed_images_are_sent_in_a_minute()
    {
        using var service = new ScriptedService().Reply(200);
        using var wire = new Wire(service, options => options.UseRateLimit(3));

        using var first = await wire.PostAsync(images: 2);
        var second = wire.PostAsync(images: 2);
        var third = wire.PostAsync();

        Assert.Equal(1, service.Attempts);
        wire.Clock.Advance(ALittleMoreThanAMinute);
        using var secondReply = await second;
        using var thirdReply = await third;
        Assert.Equal(3, service.Attempts);
    }

    [Fact]
    public async Task Waiting_for_a_turn_does_not_count_for_AttemptTimeout()
    {
        using var service = new ScriptedService().Reply(200);
        using var wire = new Wire(service, options =>
        {
            options.UseRateLimit(1);
            options.AttemptTimeout = TimeSpan.FromSeconds(100);
        });

        using var first = await wire.PostAsync();
        var second = wire.PostAsync();
        var third = wire.PostAsync();
        wire.Clock.Advance(ALittleMoreThanAMinute);
        using var secondReply = await second;
        wire.Clock.Advance(ALittleMoreThanAMinute);
        using var thirdReply = await third;

        Assert.Equal(HttpStatusCode.OK, thirdReply.StatusCode);
    }

    [Theory]
    [InlineData("sk-test-0123456789", "https://fake.test/v1/", true)]
    [InlineData("sk-test-another", "https://fake.test/v1", false)]
    [InlineData("sk-test-0123456789", "https://other.test/v1", false)]
    public async Task Clients_with_one_key_at_one_service_share_their_turns(string key, string endpoint, bool areShared)
    {
        using var service = new ScriptedService().Reply(200);
        using var one = new Wire(service, options => options.UseRateLimit(1));
        using var other = new Wire(
            service,
            options => (options.UseRateLimit(1).ApiKey, options.Endpoint) = (key, new Uri(endpoint)),
            clock: one.Clock);

        using var first = await one.PostAsync();
        var second = other.PostAsync();

        Assert.Equal(areShared ? 1 : 2, service.Attempts);
        one.Clock.Advance(ALittleMoreThanAMinute);
        using var reply = await second;
    }

    [Fact]
    public async Task A_call_that_finds_a_full_queue_fails_at_once_and_sends_nothing()
    {
        using var service = new ScriptedService().Reply(200);
        using var wire = new Wire(
            service, options => options.UseRateLimit(1).RateLimit.MaxQueuedImages = 0);
        using var first = await wire.PostAsync();

        var rejected = await Assert.ThrowsAsync<ImageCallRejectedException>(() => wire.PostAsync());

        Assert.Equal((1, false), (service.Attempts, rejected.MayHaveBeenBilled));
        Assert.Equal(TimeSpan.FromSeconds(60), rejected.RetryAfter);
        Assert.StartsWith("The request was not sent: too many images wait for their turn.", rejected.Message);
    }

    [Fact]
    public async Task A_call_without_a_turn_within_TurnTimeout_fails()
    {
        using var service = new ScriptedService().Reply(200);
        using var wire = new Wire(service, options =>
        {
            options.UseRateLimit(1).RateLimit.TurnTimeout = TimeSpan.FromSeconds(100);
        });
        using var first = await wire.PostAsync(images: 3);

        var second = wire.PostAsync();
        wire.Clock.Advance(TimeSpan.FromSeconds(101));

        var rejected = await Assert.ThrowsAsync<ImageCallRejectedException>(() => second);
        Assert.Equal(1, service.Attempts);
        Assert.Equal(
            "The request was not sent: its turn did not come within 00:01:40, the RateLimit.TurnTimeout.",
            rejected.Message);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_it_waits_sends_nothing()
    {
        using var service = new ScriptedService().Reply(200);
        using var wire = new Wire(service, options => options.UseRateLimit(1));
        using var first = await wire.PostAsync();
        using var stop = new CancellationTokenSource();

        var second = wire.PostAsync(cancel: stop);
        await stop.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal((1, stop.Token), (service.Attempts, cancelled.CancellationToken));
    }

    [Fact]
    public async Task An_attempt_that_was_never_sent_gives_its_turn_back()
    {
        using var service = new ScriptedService().FailToConnect().Reply(200);
        using var wire = new Wire(service, options => options.UseRateLimit(1));

        using var reply = await wire.PostAsync();

        Assert.Equal(2, service.Attempts);
        Assert.Single(wire.Clock.Waits);
    }

    [Fact]
    public async Task The_header_Retry_After_delays_every_later_call()
    {
        using var service = new ScriptedService().Reply(429, "", "Retry-After: 30").Reply(200);
        using var wire = new Wire(service, options => options.UseRateLimit(100).MaxRetries = 0);
        using var refused = await wire.PostAsync();

        var call = wire.PostAsync();

        Assert.Equal(1, service.Attempts);
        wire.Clock.Advance(TimeSpan.FromSeconds(30.001));
        using var reply = await call;
    }

    [Fact]
    public async Task A_429_without_Retry_After_delays_calls_by_the_time_of_one_image()
    {
        using var service = new ScriptedService().Reply(429).Reply(200);
        using var wire = new Wire(service, options => options.UseRateLimit(10).MaxRetries = 0);
        using var refused = await wire.PostAsync();

        var call = wire.PostAsync();

        wire.Clock.Advance(TimeSpan.FromSeconds(5.9));
        Assert.Equal(1, service.Attempts);
        wire.Clock.Advance(TimeSpan.FromSeconds(0.2));
        using var reply = await call;
    }

    [Theory]
    [InlineData("x-ratelimit-remaining-images: 0\nx-ratelimit-reset-images: 12s", 12)]
    [InlineData("x-ratelimit-remaining-requests: 0\nx-ratelimit-reset-requests: 1m0s", 60)]
    [InlineData("x-ratelimit-remaining-tokens: 0\nx-ratelimit-reset-tokens: 90m", 60)]
    public async Task Rate_limit_headers_delay_later_calls_within_bounds(string headers, int seconds)
    {
        using var service = new ScriptedService().Reply(200, "", headers).Reply(200);
        using var wire = new Wire(service, options => options.UseRateLimit(100));
        using var first = await wire.PostAsync();

        var call = wire.PostAsync();

        wire.Clock.Advance(TimeSpan.FromSeconds(seconds - 0.1));
        Assert.Equal(1, service.Attempts);
        wire.Clock.Advance(TimeSpan.FromSeconds(0.2));
        using var reply = await call;
    }

    [Fact]
    public async Task A_custom_limiter_gives_one_permit_for_each_image()
    {
        using var limiter = new ConcurrencyLimiter(new() { PermitLimit = 4, QueueLimit = 0 });
        using var service = new ScriptedService().Hang();
        using var wire = new Wire(service, options => options.UseRateLimit(limiter));
        using var stop = new CancellationTokenSource();
        var first = wire.PostAsync(images: 3, cancel: stop);
        await service.Hanging;

        var rejected = await Assert.ThrowsAsync<ImageCallRejectedException>(() => wire.PostAsync(images: 2));
        Assert.False(rejected.MayHaveBeenBilled);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        Assert.Equal((1, 4L), (service.Attempts, limiter.GetStatistics()!.CurrentAvailablePermits));
    }

    [Fact]
    public async Task A_limiter_that_can_never_give_enough_permits_is_named()
    {
        using var limiter = new ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 9 });
        using var service = new ScriptedService().Reply(200);
        using var wire = new Wire(service, options => options.UseRateLimit(limiter));

        var rejected = await Assert.ThrowsAsync<ImageCallRejectedException>(() => wire.PostAsync(images: 2));

        Assert.Equal(
            "The request was not sent: the rate limiter cannot give 2 permits, one for each image.", rejected.Message);
        Assert.IsType<ArgumentOutOfRangeException>(rejected.InnerException);
    }

    // The calls wait for up to an hour and forty minutes, and TotalTimeout is 20 minutes.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Waiting_for_a_turn_does_not_count_for_TotalTimeout(bool hasOwnPipeline)
    {
        const int PerMinute = 5;
        const int Calls = 500;
        using var service = new ReadyService();
        using var wire = new Wire(service, options =>
        {
            options.UseRateLimit(PerMinute);
            if (hasOwnPipeline)
            {
                options.UsePipeline(ResiliencePipeline<HttpResponseMessage>.Empty);
            }
        });

        var calls = Enumerable.Range(0, Calls).Select(_ => wire.PostAsync()).ToArray();
        for (var gone = PerMinute; gone <= Calls; gone += PerMinute)
        {
            var replies = await Task.WhenAll(calls.Take(gone));

            Assert.All(replies, reply => Assert.Equal(HttpStatusCode.OK, reply.StatusCode));
            Assert.Equal(gone, service.Attempts);
            wire.Clock.Advance(ALittleMoreThanAMinute);
        }
    }

    [Fact]
    public async Task A_custom_pipeline_has_the_whole_TotalTimeout_after_its_turn()
    {
        using var service = new ScriptedService().Hang();
        using var wire = new Wire(service, options =>
        {
            options.UseRateLimit(1).UsePipeline(ResiliencePipeline<HttpResponseMessage>.Empty);
            options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromSeconds(100);
        });
        var first = wire.PostAsync();
        var second = wire.PostAsync();

        wire.Clock.Advance(TimeSpan.FromSeconds(99));
        Assert.False(first.IsCompleted);
        while (service.Attempts < 2)
        {
            await Task.Yield();
        }

        wire.Clock.Advance(TimeSpan.FromSeconds(1));
        var late = await Assert.ThrowsAsync<ImageTransportException>(() => first);
        Assert.StartsWith("No reply began within 00:01:40.", late.Message);
        Assert.False(second.IsCompleted);
        wire.Clock.Advance(TimeSpan.FromSeconds(101));

        await Assert.ThrowsAsync<ImageTransportException>(() => second);
    }

    [Fact]
    public async Task A_call_that_is_free_needs_no_turn()
    {
        using var service = new ScriptedService().Reply(200);
        using var wire = new Wire(service, options => options.UseRateLimit(1));

        using var first = await wire.PostAsync();
        using var second = await wire.GetAsync();

        Assert.Equal(2, service.Attempts);
    }

    [Fact]
    public async Task A_retry_without_a_turn_names_the_failure_before_it()
    {
        using var service = new ScriptedService().Refuse(503, "overloaded").Reply(200);
        using var wire = new Wire(
            service, options => options.UseRateLimit(1).RateLimit.MaxQueuedImages = 0);

        var rejected = await Assert.ThrowsAsync<ImageCallRejectedException>(() => wire.PostAsync());

        Assert.EndsWith("The attempt before it failed (status 503, code overloaded).", rejected.Message);
        Assert.Equal(1, service.Attempts);
    }

    private sealed class ReadyService : HttpMessageHandler
    {
        private int _attempts;

        public int Attempts => _attempts;

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _attempts);

            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ReplyContent("") });
        }
    }
}
