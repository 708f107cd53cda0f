using System.Threading.RateLimiting;
using Microsoft.Extensions.Time.Testing;

namespace OpenAIImages.Tests.Limiters;

public sealed class WaitingRateLimiterTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_granted_request_does_not_wait()
    {
        var inner = new ScriptedLimiter { Left = 4 };
        using var limiter = Create(inner);

        using var lease = await limiter.AcquireAsync(4, TestContext.Current.CancellationToken);

        Assert.True(lease.IsAcquired);
        Assert.Equal([4], inner.Granted);
    }

    [Fact]
    public async Task A_refused_request_asks_again_until_it_is_granted()
    {
        var inner = new ScriptedLimiter();
        using var limiter = Create(inner);

        var waiting = limiter.AcquireAsync(2, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        inner.Left = 2;
        using var lease = await RunAsync(waiting);

        Assert.True(lease.IsAcquired);
        Assert.True(inner.Asked >= 2);
    }

    [Fact]
    public async Task Requests_are_served_in_the_order_in_which_they_came()
    {
        var inner = new ScriptedLimiter();
        using var limiter = Create(inner);
        var waiting = Enumerable.Range(1, 20)
            .Select(count => limiter.AcquireAsync(count, TestContext.Current.CancellationToken))
            .ToArray();

        inner.Left = int.MaxValue;
        foreach (var request in waiting)
        {
            (await RunAsync(request)).Dispose();
        }

        Assert.Equal(Enumerable.Range(1, 20), inner.Granted);
    }

    [Fact]
    public async Task Waiting_requests_ask_one_at_a_time()
    {
        var inner = new ScriptedLimiter();
        using var limiter = Create(inner);

        var waiting = Enumerable.Range(0, 80)
            .Select(_ => limiter.AcquireAsync(1, TestContext.Current.CancellationToken).AsTask())
            .ToArray();

        Assert.Equal(1, inner.Asked);
        inner.Left = 80;
        foreach (var request in waiting)
        {
            await RunAsync(new(request));
        }
    }

    [Fact]
    public async Task A_cancelled_request_gives_up_and_lets_the_next_one_ask()
    {
        var inner = new ScriptedLimiter();
        using var limiter = Create(inner);
        using var stop = new CancellationTokenSource();
        var first = limiter.AcquireAsync(1, stop.Token).AsTask();
        var second = limiter.AcquireAsync(1, TestContext.Current.CancellationToken);

        await stop.CancelAsync();
        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        inner.Left = 1;
        using var lease = await RunAsync(second);

        Assert.Equal(stop.Token, thrown.CancellationToken);
        Assert.True(lease.IsAcquired);
    }

    [Fact]
    public async Task A_request_gives_up_though_the_inner_limiter_ignores_its_token()
    {
        var inner = new ScriptedLimiter { Answer = new() };
        using var limiter = Create(inner);
        using var stop = new CancellationTokenSource();
        var first = limiter.AcquireAsync(1, stop.Token).AsTask();
        var second = limiter.AcquireAsync(1, TestContext.Current.CancellationToken).AsTask();

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        Assert.Equal((1, false), (inner.Asked, second.IsCompleted));
        inner.Left = 2;
        inner.Answer.SetResult();
        using var lease = await second;
        while (inner.GivenBack == 0)
        {
            await Task.Yield();
        }

        Assert.Equal((true, 2, 1), (lease.IsAcquired, inner.Asked, inner.GivenBack));
    }

    [Fact]
    public async Task Permits_are_acquired_one_by_one_if_the_options_say_so()
    {
        var inner = new ScriptedLimiter { Left = 1 };
        using var limiter = Create(inner, oneByOne: true);

        var waiting = limiter.AcquireAsync(3, TestContext.Current.CancellationToken);
        Assert.Equal((1, false), (inner.Granted.Count, waiting.IsCompleted));
        inner.Left = 2;
        var lease = await RunAsync(waiting);

        Assert.Equal([1, 1, 1], inner.Granted);
        lease.Dispose();
        lease.Dispose();
        Assert.Equal(3, inner.GivenBack);
    }

    [Fact]
    public async Task A_cancelled_request_gives_back_the_permits_it_had_taken()
    {
        var inner = new ScriptedLimiter { Left = 2 };
        using var limiter = Create(inner, oneByOne: true);
        using var stop = new CancellationTokenSource();
        var waiting = limiter.AcquireAsync(3, stop.Token).AsTask();

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        inner.Left = 1;
        using var next = await RunAsync(limiter.AcquireAsync(1, TestContext.Current.CancellationToken));

        Assert.Equal((2, true), (inner.GivenBack, next.IsAcquired));
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once()
    {
        var inner = new ScriptedLimiter();
        using var limiter = Create(inner, queueLimit: 3);
        var waiting = limiter.AcquireAsync(2, TestContext.Current.CancellationToken);

        using var refused = await limiter.AcquireAsync(2, TestContext.Current.CancellationToken);

        Assert.False(refused.IsAcquired);
        Assert.True(refused.TryGetMetadata(MetadataName.RetryAfter, out _));
        Assert.Equal(2, limiter.GetStatistics()!.CurrentQueuedCount);
        inner.Left = 2;
        (await RunAsync(waiting)).Dispose();
        Assert.Equal(0, limiter.GetStatistics()!.CurrentQueuedCount);
    }

    [Fact]
    public async Task A_fault_of_the_inner_limiter_is_passed_on_and_ends_the_turn()
    {
        var inner = new ScriptedLimiter { Fault = new TimeoutException("no Redis") };
        using var limiter = Create(inner);

        await Assert.ThrowsAsync<TimeoutException>(
            () => limiter.AcquireAsync(1, TestContext.Current.CancellationToken).AsTask());
        inner.Fault = null;
        inner.Left = 1;
        using var lease = await limiter.AcquireAsync(1, TestContext.Current.CancellationToken);

        Assert.True(lease.IsAcquired);
    }

    [Fact]
    public async Task Disposal_ends_all_waits()
    {
        var limiter = Create(new ScriptedLimiter());
        var waiting = limiter.AcquireAsync(1, TestContext.Current.CancellationToken).AsTask();

        await limiter.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
    }

    [Fact]
    public void AttemptAcquire_does_not_overtake_waiting_requests()
    {
        var inner = new ScriptedLimiter();
        using var limiter = Create(inner);
        _ = limiter.AcquireAsync(1, TestContext.Current.CancellationToken).AsTask();
        inner.Left = 1;

        using var lease = limiter.AttemptAcquire();

        Assert.False(lease.IsAcquired);
    }

    [Fact]
    public void A_period_of_zero_is_refused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => new WaitingRateLimiterOptions { Period = TimeSpan.Zero });

    private WaitingRateLimiter Create(RateLimiter inner, int queueLimit = int.MaxValue, bool oneByOne = false)
        => new(inner, new()
        {
            Period = TimeSpan.FromSeconds(1),
            QueueLimit = queueLimit,
            OneByOne = oneByOne,
            TimeProvider = _clock,
        });

    private async Task<RateLimitLease> RunAsync(ValueTask<RateLimitLease> waiting)
    {
        var task = waiting.AsTask();
        while (!task.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        return await task;
    }

    private sealed class ScriptedLimiter : RateLimiter
    {
        public int Left { get; set; }

        public int Asked { get; private set; }

        public Exception? Fault { get; set; }

        public TaskCompletionSource? Answer { get; init; }

        public int GivenBack { get; private set; }

        public List<int> Granted { get; } = [];

        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics GetStatistics() => throw new NotSupportedException();

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw new NotSupportedException();

        protected override async ValueTask<RateLimitLease> AcquireAsyncCore(
            int permitCount, CancellationToken cancellationToken)
        {
            Asked++;
            if (Fault is not null)
            {
                throw Fault;
            }

            if (Answer is not null)
            {
                await Answer.Task;
            }

            var isGranted = permitCount <= Left;
            if (isGranted)
            {
                Left -= permitCount;
                Granted.Add(permitCount);
            }

            return new Lease(isGranted, () => GivenBack += isGranted ? 1 : 0);
        }

        private sealed class Lease(bool isAcquired, Action giveBack) : RateLimitLease
        {
            public override bool IsAcquired => isAcquired;

            public override IEnumerable<string> MetadataNames => [];

            public override bool TryGetMetadata(string metadataName, out object? metadata)
            {
                metadata = null;

                return false;
            }

            protected override void Dispose(bool disposing)
            {
                giveBack();
                base.Dispose(disposing);
            }
        }
    }
}
