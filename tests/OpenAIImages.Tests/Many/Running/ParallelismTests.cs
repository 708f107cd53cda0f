using CsCheck;
using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Many.Running;

namespace OpenAIImages.Tests.Many.Running;

public sealed class ParallelismTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new();
    private readonly Parallelism _parallelism;

    public ParallelismTests() => _parallelism = new(8, TimeSpan.FromMinutes(10), _clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_refusal_halves_the_calls_down_to_one()
    {
        var seen = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            _parallelism.Refuse(Second);
            seen.Add(_parallelism.Current);
            _clock.Advance(Second);
        }

        Assert.Equal([4, 2, 1, 1, 1], seen);
    }

    [Fact]
    public void Refusals_of_one_moment_count_as_one()
    {
        for (var i = 0; i < 8; i++)
        {
            _parallelism.Refuse(Second);
        }

        Assert.Equal(4, _parallelism.Current);
    }

    [Fact]
    public void As_many_successes_as_calls_allow_one_more_call_up_to_the_maximum()
    {
        _parallelism.Refuse(Second);

        var seen = Enumerable.Range(0, 40).Select(_ => Succeed()).ToArray();

        Assert.Equal([.. Enumerable.Repeat(4, 3), .. Enumerable.Repeat(5, 5), .. Enumerable.Repeat(6, 6)], seen[..14]);
        Assert.Equal(8, seen[^1]);
    }

    [Fact]
    public async Task No_call_begins_while_the_service_asks_to_wait()
    {
        _parallelism.Refuse(3 * Second);

        var waiting = _parallelism.WaitAsync(Stop);
        _clock.Advance(3 * Second - TimeSpan.FromTicks(1));
        Assert.False(waiting.IsCompleted);
        _clock.Advance(TimeSpan.FromTicks(1));

        await waiting;
    }

    [Theory]
    [InlineData("requests")]
    [InlineData("images")]
    [InlineData("tokens")]
    public async Task A_used_up_limit_delays_calls_until_it_resets(string dimension)
    {
        Succeed(new ImageRateLimit(dimension) { Remaining = 0, ResetAfter = 5 * Second });

        var waiting = _parallelism.WaitAsync(Stop);
        Assert.False(waiting.IsCompleted);
        _clock.Advance(5 * Second);

        await waiting;
    }

    [Fact]
    public async Task A_daily_limit_delays_calls_only_for_the_longest_pause()
    {
        Succeed(new ImageRateLimit("requests") { Remaining = 0, ResetAfter = TimeSpan.FromDays(1) });

        var waiting = _parallelism.WaitAsync(Stop);
        _clock.Advance(TimeSpan.FromMinutes(10));

        await waiting;
    }

    [Theory]
    [InlineData("requests", 3, 1, 3)]
    [InlineData("images", 12, 4, 3)]
    [InlineData("images", 3, 4, 1)]
    [InlineData("images", 900, 4, 8)]
    [InlineData("tokens", 3, 1, 8)]
    public void A_low_limit_allows_only_the_remaining_calls(
        string dimension, int left, int images, int calls)
    {
        _parallelism.Succeed(
            new ImageRateLimits([new(dimension) { Remaining = left, ResetAfter = 5 * Second }]), images);

        Assert.Equal(calls, _parallelism.Current);
        _clock.Advance(5 * Second);
        Assert.Equal(8, _parallelism.Current);
    }

    [Fact]
    public void The_last_reply_gives_the_remaining_limit()
    {
        Succeed(new ImageRateLimit("requests") { Remaining = 2, ResetAfter = 5 * Second });
        Succeed(new ImageRateLimit("requests") { Remaining = 500, ResetAfter = 5 * Second });

        Assert.Equal(8, _parallelism.Current);
    }

    [Fact]
    public void The_lowest_of_several_limits_counts()
    {
        Succeed(
            new ImageRateLimit("requests") { Remaining = 5, ResetAfter = 9 * Second },
            new ImageRateLimit("images") { Remaining = 2, ResetAfter = Second });

        Assert.Equal(2, _parallelism.Current);
    }

    [Fact]
    public async Task A_wait_ends_when_its_token_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        _parallelism.Refuse(Second);

        var waiting = _parallelism.WaitAsync(stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void The_number_of_calls_stays_in_its_range_with_any_order_of_replies()
        => Gen.Select(Gen.Int[1, 32], Gen.Select(Gen.Int[0, 3], Gen.Int[0, 60]).Array[1, 100]).Sample((most, steps) =>
        {
            var clock = new FakeTimeProvider();
            var parallelism = new Parallelism(most, TimeSpan.FromMinutes(1), clock);
            foreach (var (kind, amount) in steps)
            {
                switch (kind)
                {
                    case 0:
                        parallelism.Refuse(amount * Second);
                        break;
                    case 1:
                        parallelism.Succeed(limits: null, images: 1);
                        break;
                    case 2:
                        parallelism.Succeed(
                            new([new("requests") { Remaining = amount, ResetAfter = amount * Second }]), images: 1);
                        break;
                    default:
                        clock.Advance(amount * Second);
                        break;
                }

                Assert.InRange(parallelism.Current, 1, most);
            }
        });

    private int Succeed(params ImageRateLimit[] limits)
    {
        _parallelism.Succeed(new ImageRateLimits(limits), images: 1);

        return _parallelism.Current;
    }
}
