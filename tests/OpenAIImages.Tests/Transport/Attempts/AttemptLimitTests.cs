using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Transport;

namespace OpenAIImages.Tests.Transport;

public sealed class AttemptLimitTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void An_attempt_is_cancelled_when_its_time_is_over()
    {
        var clock = new FakeTimeProvider();
        using var limit = AttemptLimit.Begin(clock, Minute, CancellationToken.None);

        clock.Advance(Minute - TimeSpan.FromTicks(1));
        var before = limit.IsOver;
        clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal((false, true, true), (before, limit.IsOver, limit.Token.IsCancellationRequested));
    }

    [Fact]
    public async Task An_attempt_that_its_caller_cancels_has_not_run_out_of_time()
    {
        using var caller = new CancellationTokenSource();
        using var limit = AttemptLimit.Begin(TimeProvider.System, Minute, caller.Token);

        await caller.CancelAsync();

        Assert.Equal((false, true), (limit.IsOver, limit.Token.IsCancellationRequested));
    }

    [Fact]
    public async Task A_limit_that_is_used_again_is_not_cancelled_by_its_last_caller()
    {
        using var last = new CancellationTokenSource();
        AttemptLimit.Begin(TimeProvider.System, Minute, last.Token).Dispose();
        using var limit = AttemptLimit.Begin(TimeProvider.System, Minute, CancellationToken.None);

        await last.CancelAsync();

        Assert.False(limit.Token.IsCancellationRequested);
    }
}
