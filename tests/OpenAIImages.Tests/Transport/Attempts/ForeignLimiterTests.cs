using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Transport;

/// <summary>A custom limiter may refuse, fail, or hang. The call always throws the same exception, and sends
/// nothing.</summary>
public sealed class ForeignLimiterTests
{
    private static readonly TimeSpan TurnTimeout = TimeSpan.FromMinutes(20);

    private readonly ScriptedService _service = new ScriptedService().Reply(200);
    private readonly OwnLimiter _limiter = new();

    public static TheoryData<Exception> Faults =>
    [
        new InvalidOperationException("No connection is open."),
        new TimeoutException("The store did not answer."),
        new IOException("Broken pipe."),
        new OperationCanceledException("The store was closed."),
        new HttpRequestException("Connection refused."),
        new ImageTransportException("The store could not be reached."),
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Every_exception_of_a_limiter_is_a_transient_rejection(Exception fault)
    {
        using var wire = Limited();
        _limiter.Turn.SetException(fault);

        var rejected = await Assert.ThrowsAsync<ImageCallRejectedException>(() => wire.PostAsync());

        Assert.Equal((0, 1, true), (_service.Attempts, _limiter.Asked, rejected.IsTransient));
        Assert.Same(fault, rejected.InnerException);
        Assert.Equal(
            "The request was not sent: the rate limiter given to UseRateLimit failed when it was asked for a permit " +
                $"({fault.GetType().Name}).",
            rejected.Message);
    }

    [Fact]
    public async Task An_exception_of_a_limiter_during_the_wait_is_a_transient_rejection()
    {
        using var wire = Limited();

        var call = wire.PostAsync(images: 2);
        _limiter.Turn.SetException(new TimeoutException("The store did not answer."));

        var rejected = await Assert.ThrowsAsync<ImageCallRejectedException>(() => call);
        Assert.Equal((0, true), (_service.Attempts, rejected.IsTransient));
        Assert.EndsWith("when it was asked for 2 permits, one for each image (TimeoutException).", rejected.Message);
    }

    [Fact]
    public async Task A_disposed_limiter_is_a_lasting_rejection()
    {
        using var limiter = new ConcurrencyLimiter(new() { PermitLimit = 1 });
        limiter.Dispose();
        using var wire = new Wire(_service, options => options.UseRateLimit(limiter));

        var rejected = await Assert.ThrowsAsync<ImageCallRejectedException>(() => wire.PostAsync());

        Assert.Equal((0, false), (_service.Attempts, rejected.IsTransient));
        Assert.IsType<ObjectDisposedException>(rejected.InnerException);
    }

    [Theory]
    [InlineData(null, "Call again later.")]
    [InlineData(30, "Call again in 00:00:30.")]
    public async Task The_message_of_a_rejection_describes_the_custom_limiter(int? seconds, string advice)
    {
        using var wire = Limited();
        using var lease = new OwnLease(false, seconds is { } time ? TimeSpan.FromSeconds(time) : null);
        _limiter.Turn.SetResult(lease);

        var rejected = await Assert.ThrowsAsync<ImageCallRejectedException>(() => wire.PostAsync(images: 3));

        Assert.Equal(
            "The request was not sent: the rate limiter given to UseRateLimit refused 3 permits, one for each image. " +
                advice,
            rejected.Message);
        Assert.Equal(
            (0, seconds, true), (_service.Attempts, (int?)rejected.RetryAfter?.TotalSeconds, lease.IsDisposed));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(90)]
    public async Task A_limiter_that_never_returns_ends_with_TurnTimeout(int? seconds)
    {
        using var wire = Limited(seconds is { } time ? TimeSpan.FromSeconds(time) : null);
        using var lease = new OwnLease(true);
        var limit = seconds is { } given ? TimeSpan.FromSeconds(given) : TurnTimeout;

        var call = wire.PostAsync();
        wire.Clock.Advance(limit - TimeSpan.FromTicks(1));
        Assert.False(call.IsCompleted);
        wire.Clock.Advance(TimeSpan.FromTicks(1));

        var rejected = await Assert.ThrowsAsync<ImageCallRejectedException>(() => call);
        Assert.Equal((0, true), (_service.Attempts, rejected.IsTransient));
        Assert.Equal(
            $"The request was not sent: its turn did not come within {limit}, the RateLimit.TurnTimeout.",
            rejected.Message);
        Assert.False(lease.IsDisposed);
        _limiter.Turn.SetResult(lease);
        Assert.True(lease.IsDisposed);
    }

    [Fact]
    public async Task A_cancelled_call_does_not_wait_for_a_hanging_limiter()
    {
        using var wire = Limited();
        using var stop = new CancellationTokenSource();
        using var lease = new OwnLease(true);

        var call = wire.PostAsync(cancel: stop);
        await stop.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal((0, stop.Token), (_service.Attempts, cancelled.CancellationToken));
        _limiter.Turn.SetResult(lease);
        Assert.True(lease.IsDisposed);
    }

    [Fact]
    public async Task A_lease_that_fails_on_disposal_does_not_lose_the_reply()
    {
        using var logs = new CollectedLogs();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(logs));
        _limiter.Turn.SetResult(new StuckLease());
        var service = new FakeService().Replies(HttpStatusCode.OK, PaidCall.Made);
        using var client = service.CreateClient(options =>
        {
            options.UseRateLimit(_limiter);
            options.LoggerFactory = loggers;
        });

        var result = await client.GenerateAsync("a red fox", TestContext.Current.CancellationToken);

        Assert.Single(result.Images);
        Assert.Contains(logs.Lines, line => line.StartsWith(
            "Warning 14: The rate limiter given to UseRateLimit failed to take a lease back", default));
    }

    private Wire Limited(TimeSpan? turnTimeout = null)
        => new(_service, options => options.UseRateLimit(_limiter).RateLimit.TurnTimeout = turnTimeout);

    private sealed class OwnLimiter : RateLimiter
    {
        public TaskCompletionSource<RateLimitLease> Turn { get; } = new();

        public int Asked { get; private set; }

        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => new OwnLease(false);

        protected override async ValueTask<RateLimitLease> AcquireAsyncCore(
            int permitCount, CancellationToken cancellationToken)
        {
            Asked++;

            return await Turn.Task;
        }
    }

    private class OwnLease(bool isAcquired, TimeSpan? retryAfter = null) : RateLimitLease
    {
        public override bool IsAcquired => isAcquired;

        public bool IsDisposed { get; private set; }

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter : null;

            return metadata is not null;
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class StuckLease() : OwnLease(true)
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);

            throw new InvalidOperationException("The store is gone.");
        }
    }
}
