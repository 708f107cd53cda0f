using System.Threading.RateLimiting;
using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Limiting;

namespace OpenAIImages.Tests.Limiting;

public sealed class SharedPacerTests
{
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_image_makes_room_for_another_one_after_a_minute()
    {
        var pace = new SharedPacer(_clock);
        using var first = await EnterAsync(pace, 1, limit: 2);
        _clock.Advance(TimeSpan.FromSeconds(10));
        using var second = await EnterAsync(pace, 1, limit: 2);

        var third = EnterAsync(pace, 1, limit: 2);
        var fourth = EnterAsync(pace, 1, limit: 2);
        _clock.Advance(TimeSpan.FromSeconds(50.001));
        using var thirdLease = await third;

        Assert.False(fourth.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(10));
        using var fourthLease = await fourth;
    }

    [Fact]
    public async Task A_call_above_the_limit_runs_alone_and_fills_several_minutes()
    {
        var pace = new SharedPacer(_clock);
        using var large = await EnterAsync(pace, 10, limit: 4);

        var next = EnterAsync(pace, 1, limit: 4);

        _clock.Advance(TimeSpan.FromMinutes(2.99));
        Assert.False(next.IsCompleted);
        _clock.Advance(TimeSpan.FromMinutes(0.02));
        using var lease = await next;
    }

    [Fact]
    public async Task A_small_call_does_not_overtake_a_large_one()
    {
        var pace = new SharedPacer(_clock);
        using var first = await EnterAsync(pace, 1, limit: 4);
        var large = EnterAsync(pace, 4, limit: 4);
        var small = EnterAsync(pace, 1, limit: 4);

        _clock.Advance(TimeSpan.FromSeconds(60.001));
        using var lease = await large;

        Assert.False(small.IsCompleted);
    }

    [Fact]
    public async Task A_call_that_a_full_queue_refuses_gets_the_time_to_wait()
    {
        var pace = new SharedPacer(_clock);
        using var first = await EnterAsync(pace, 1, limit: 1);
        _clock.Advance(TimeSpan.FromSeconds(20));
        var second = EnterAsync(pace, 1, limit: 1, maxQueued: 2);

        using var refused = await EnterAsync(pace, 2, limit: 1, maxQueued: 2);

        Assert.False(refused.IsAcquired);
        Assert.True(refused.TryGetMetadata(MetadataName.RetryAfter, out var wait));
        Assert.Equal(TimeSpan.FromSeconds(40), wait);
        Assert.Equal([MetadataName.RetryAfter.Name], refused.MetadataNames);
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public async Task A_cancelled_call_makes_room_for_the_calls_behind_it()
    {
        using var stop = new CancellationTokenSource();
        var pace = new SharedPacer(_clock);
        using var first = await EnterAsync(pace, 1, limit: 2);
        var large = pace.Enter(new PermitRequest(2, 2, 9), stop.Token)!.Value.AsTask();
        var small = EnterAsync(pace, 1, limit: 2);

        await stop.CancelAsync();

        var left = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        Assert.Equal(stop.Token, left.CancellationToken);
        using var lease = await small;
    }

    [Fact]
    public async Task A_turn_that_is_given_back_is_free_at_once()
    {
        var pace = new SharedPacer(_clock);
        var first = (ImageLease)await EnterAsync(pace, 2, limit: 2);
        var second = EnterAsync(pace, 1, limit: 2);

        first.GiveBack();
        first.Dispose();

        using var lease = await second;
    }

    [Theory]
    [InlineData("images", 1, 2, true)]
    [InlineData("images", 1, 1, false)]
    [InlineData("requests", 1, 9, false)]
    [InlineData("requests", 0, 1, true)]
    [InlineData("tokens", 0, 1, true)]
    [InlineData("tokens", 1, 9, false)]
    [InlineData("input-images", -5, 1, true)]
    public async Task The_remaining_limit_of_the_service_holds_calls_back(
        string dimension, long left, int images, bool waits)
    {
        var pace = new SharedPacer(_clock);
        pace.Learn(Left(dimension, left, seconds: 8), TimeSpan.FromSeconds(60));

        var call = EnterAsync(pace, images, limit: 100);

        Assert.Equal(waits, !call.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(8.001));
        using var lease = await call;
    }

    [Fact]
    public async Task Calls_under_way_are_subtracted_from_the_remaining_limit()
    {
        var pace = new SharedPacer(_clock);
        using var onItsWay = await EnterAsync(pace, 3, limit: 100);
        pace.Learn(Left("images", 4, seconds: 8), TimeSpan.FromSeconds(60));

        using var second = await EnterAsync(pace, 1, limit: 100);
        var third = EnterAsync(pace, 1, limit: 100);

        Assert.False(third.IsCompleted);
        onItsWay.Dispose();
        second.Dispose();
        pace.Learn(Left("images", 1, seconds: 8), TimeSpan.FromSeconds(60));
        using var lease = await third;
    }

    [Fact]
    public async Task The_service_delays_calls_at_most_for_the_allowed_time()
    {
        var pace = new SharedPacer(_clock);
        pace.Learn(
            new([new("images") { Remaining = 0, ResetAfter = TimeSpan.MaxValue }]), TimeSpan.FromSeconds(30));

        var call = EnterAsync(pace, 1, limit: 100);
        _clock.Advance(TimeSpan.FromSeconds(30.001));

        using var lease = await call;
    }

    [Fact]
    public async Task A_pause_holds_for_all_calls_and_is_never_shortened()
    {
        var pace = new SharedPacer(_clock);
        pace.Pause(TimeSpan.FromSeconds(10));
        pace.Pause(TimeSpan.FromSeconds(1));
        var call = EnterAsync(pace, 1, limit: 100);

        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(call.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1.01));
        using var lease = await call;
    }

    [Fact]
    public async Task A_shared_pacer_without_calls_can_retire_and_accepts_no_call_afterwards()
    {
        var pace = new SharedPacer(_clock);
        var lease = await EnterAsync(pace, 1, limit: 1);
        Assert.False(pace.Retire());
        lease.Dispose();
        lease.Dispose();
        Assert.False(pace.Retire());
        _clock.Advance(TimeSpan.FromSeconds(60));

        Assert.True(pace.Retire());

        Assert.Null(pace.Enter(new PermitRequest(1, 1, 1), Token));
    }

    private static ImageRateLimits Left(string dimension, long left, double seconds)
        => new([new(dimension) { Remaining = left, ResetAfter = TimeSpan.FromSeconds(seconds) }]);

    private static Task<RateLimitLease> EnterAsync(SharedPacer pace, int images, int limit, int maxQueued = 100)
        => pace.Enter(new PermitRequest(images, limit, maxQueued), Token)!.Value.AsTask();
}
