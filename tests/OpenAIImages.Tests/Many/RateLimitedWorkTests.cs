using System.Globalization;
using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Many;

/// <summary>A large work continues under the rate limit of a service and loses no piece.</summary>
public sealed class RateLimitedWorkTests
{
    private readonly WaitingClock _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refused_calls_are_repeated_until_each_piece_is_done()
    {
        var service = new LimitedService(_clock, callsPerSecond: 3, toldByHeaders: false);
        var seen = new List<ImageManyProgress>();
        var options = Options() with { MaxParallelism = 16, Progress = new Reported(seen.Add) };

        var results = await RunAsync(service.GenerateManyAsync(Items(60), options, Stop));

        Assert.Equal(60, results.Count);
        Assert.All(results, result => Assert.Equal(ImageWorkStatus.Done, result.Status));
        Assert.Equal(60, service.Made);
        Assert.True(service.Refused > 0);
        Assert.Contains(seen, progress => progress.Parallelism < 16);
    }

    [Fact]
    public async Task Headers_with_the_remaining_limit_prevent_refusals()
    {
        var untold = new LimitedService(_clock, callsPerSecond: 2, toldByHeaders: false);
        var told = new LimitedService(_clock, callsPerSecond: 2, toldByHeaders: true);
        var options = Options() with { MaxParallelism = 1 };

        await RunAsync(untold.GenerateManyAsync(Items(30), options, Stop));
        await RunAsync(told.GenerateManyAsync(Items(30), options, Stop));

        Assert.Equal((30, 14), (untold.Made, untold.Refused));
        Assert.Equal((30, 0), (told.Made, told.Refused));
    }

    [Fact]
    public async Task A_piece_that_is_refused_for_too_long_fails_with_the_refusal()
    {
        var service = new LimitedService(_clock, callsPerSecond: 0, toldByHeaders: false);

        var result = Assert.Single(await RunAsync(service.GenerateManyAsync(
            Items(1), Options() with { RateLimitTimeout = TimeSpan.FromSeconds(5) }, Stop)));

        Assert.Equal(ImageWorkStatus.Failed, result.Status);
        Assert.IsType<ImageRateLimitException>(result.Exception);
        Assert.Equal(6, service.Refused);
    }

    [Fact]
    public async Task A_refused_call_that_may_have_been_billed_is_not_repeated()
    {
        var service = new LimitedService(_clock, callsPerSecond: 0, toldByHeaders: false) { Billed = 1 };

        var result = Assert.Single(await RunAsync(service.GenerateManyAsync(Items(1), Options(), Stop)));

        Assert.Equal((ImageWorkStatus.PossiblyBilled, 1), (result.Status, service.Refused));
    }

    [Fact]
    public async Task Calls_that_wait_for_the_limit_end_with_the_work_and_are_not_sent()
    {
        var service = new LimitedService(_clock, callsPerSecond: 0, toldByHeaders: false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var results = new List<ImageWorkResult>();

        var running = Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in service.GenerateManyAsync(Items(1), Options(), stop.Token))
            {
                results.Add(result);
            }
        });
        await service.FirstRefusal;
        await stop.CancelAsync();
        await running;

        Assert.Equal(ImageWorkStatus.Canceled, Assert.Single(results).Status);
        Assert.Equal(1, service.Refused);
    }

    private ImageManyOptions Options() => new() { TimeProvider = _clock };

    private static ImageWorkItem[] Items(int count)
        => [.. Enumerable.Range(1, count)
            .Select(number => number.ToString(CultureInfo.InvariantCulture))
            .Select(id => new ImageWorkItem(id, new GenerateImageRequest(id) { Model = ImageModel.GptImage2 }))];

    // Waits of the work take no time.
    private Task<List<ImageWorkResult>> RunAsync(IAsyncEnumerable<ImageWorkResult> results)
        => _clock.RunAsync(results.ToListAsync(Stop).AsTask());

    private sealed class Reported(Action<ImageManyProgress> report) : IProgress<ImageManyProgress>
    {
        public void Report(ImageManyProgress value) => report(value);
    }

    /// <summary>A service that makes a limited number of images in each second of a clock.</summary>
    private sealed class LimitedService(TimeProvider clock, int callsPerSecond, bool toldByHeaders)
        : DelegatingImageClient
    {
        private readonly TaskCompletionSource _firstRefusal = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _gate = new();
        private long _second;
        private int _inSecond;

        public int Billed { get; init; }

        public int Made { get; private set; }

        public int Refused { get; private set; }

        public Task FirstRefusal => _firstRefusal.Task;

        public override Task<ImageResult> GenerateAsync(
            GenerateImageRequest request, ImageDestination? destination, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                var now = clock.GetUtcNow();
                var second = now.ToUnixTimeSeconds();
                _inSecond = second == _second ? _inSecond + 1 : 1;
                _second = second;
                if (_inSecond > callsPerSecond)
                {
                    Refused++;
                    _firstRefusal.TrySetResult();

                    throw new ImageRateLimitException(HttpStatusCode.TooManyRequests)
                    {
                        RetryAfter = TimeSpan.FromSeconds(1),
                        PossiblyBilledAttempts = Billed,
                    };
                }

                Made++;
                var left = DateTimeOffset.FromUnixTimeSeconds(second + 1) - now;

                return Task.FromResult(new ImageResult([ImageOutput.FromBytes(new byte[] { 1 })])
                {
                    RateLimits = toldByHeaders
                        ? new([new("requests") { Remaining = callsPerSecond - _inSecond, ResetAfter = left }])
                        : null,
                });
            }
        }
    }
}
