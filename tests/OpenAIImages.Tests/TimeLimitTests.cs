using Microsoft.Extensions.Time.Testing;

namespace OpenAIImages.Tests;

public sealed class TimeLimitTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Work_is_cancelled_when_its_time_is_over()
    {
        using var limit = TimeLimit.Begin(_clock, Minute, CancellationToken.None);

        _clock.Advance(Minute - TimeSpan.FromTicks(1));
        var before = limit.IsOver;
        _clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal((false, true, true), (before, limit.IsOver, limit.Token.IsCancellationRequested));
    }

    [Fact]
    public async Task Work_that_its_caller_cancels_has_not_run_out_of_time()
    {
        using var caller = new CancellationTokenSource();
        using var limit = TimeLimit.Begin(_clock, Minute, caller.Token);

        await caller.CancelAsync();

        Assert.Equal((false, true), (limit.IsOver, limit.Token.IsCancellationRequested));
    }

    [Fact]
    public void A_limit_with_time_left_is_extended_by_it()
    {
        var left = new Queue<TimeSpan>([Minute, TimeSpan.Zero]);
        using var limit = TimeLimit.Begin(_clock, Minute, CancellationToken.None, left.Dequeue);

        _clock.Advance(Minute);
        var before = limit.IsOver;
        _clock.Advance(Minute);

        Assert.Equal((false, true), (before, limit.IsOver));
    }

    [Fact]
    public void A_limit_that_is_disposed_of_cancels_nothing()
    {
        var limit = TimeLimit.Begin(_clock, Minute, CancellationToken.None);
        var token = limit.Token;

        limit.Dispose();
        _clock.Advance(Minute);

        Assert.False(token.IsCancellationRequested);
    }
}
