using System.Net;
using OpenAIImages.Tests.Support;
using OpenAIImages.Transport;

namespace OpenAIImages.Tests.Transport;

public sealed class TimeoutTests
{
    private static readonly TimeSpan Attempt = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Total = TimeSpan.FromMinutes(20);

    [Fact]
    public async Task An_attempt_that_runs_out_of_time_is_not_repeated()
    {
        using var service = new ScriptedService().Hang();
        using var wire = new Wire(service);

        var call = wire.PostAsync();
        await service.Hanging;
        wire.Clock.Advance(Attempt - TimeSpan.FromTicks(1));
        Assert.False(call.IsCompleted);
        wire.Clock.Advance(TimeSpan.FromTicks(1));

        var fault = await Assert.ThrowsAsync<ImageTransportException>(() => call);
        Assert.Equal((1, true), (service.Attempts, fault.MayHaveBeenBilled));
        Assert.Equal("No reply began within 00:10:00. The image may have been made and billed.", fault.Message);
    }

    [Fact]
    public async Task An_attempt_that_runs_out_of_time_before_sending_is_repeated()
    {
        using var service = new ScriptedService().Hang(afterSending: false).Reply(200);
        using var wire = new Wire(service);

        var call = wire.PostAsync();
        await service.Hanging;
        wire.Clock.Advance(Attempt);

        using var reply = await call;
        Assert.Equal((HttpStatusCode.OK, 2), (reply.StatusCode, service.Attempts));
    }

    [Fact]
    public async Task RetryUnknownOutcome_repeats_an_attempt_that_ran_out_of_time()
    {
        using var service = new ScriptedService().Hang().Reply(200);
        using var wire = new Wire(service, options => options.RetryUnknownOutcome = true);

        var call = wire.PostAsync();
        await service.Hanging;
        wire.Clock.Advance(Attempt);

        using var reply = await call;
        Assert.Equal((HttpStatusCode.OK, 2), (reply.StatusCode, service.Attempts));
    }

    [Fact]
    public async Task TotalTimeout_limits_all_attempts_together()
    {
        using var service = new ScriptedService().Reply(503).Hang();
        using var wire = new Wire(service, options => options.AttemptTimeout = Total);

        var call = wire.PostAsync();
        await service.Hanging;
        wire.Clock.Advance(Total - TimeSpan.FromSeconds(0.5));

        var fault = await Assert.ThrowsAsync<ImageTransportException>(() => call);
        Assert.Equal((2, true), (service.Attempts, fault.MayHaveBeenBilled));
        Assert.StartsWith("No reply began within 00:20:00.", fault.Message);
    }

    [Fact]
    public void An_attempt_without_remaining_time_ends_at_once()
    {
        var clock = new WaitingClock();
        using var message = new HttpRequestMessage(HttpMethod.Post, "https://fake.test/");
        var call = new CallAttempts(message, new() { TimeProvider = clock }, null, () => 0);

        clock.Advance(Total + TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(-1), call.TimeLeft());
        Assert.Equal(TimeSpan.FromMilliseconds(1), call.TimeForAttempt());
    }

    [Fact]
    public async Task Changed_options_are_used_from_the_next_call_on()
    {
        using var service = new ScriptedService().Reply(503);
        using var wire = new Wire(service, options => options.MaxRetries = 0);

        using var first = await wire.PostAsync();
        wire.Options.MaxRetries = 3;
        using var second = await wire.PostAsync();

        Assert.Equal(1 + 4, service.Attempts);
    }
}
