using CsCheck;
using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Limiting;

namespace OpenAIImages.Tests.Limiting;

[Trait("Duration", "Long")]
public sealed class SharedPacerPropertyTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shared_pacer_keeps_its_limit_and_its_order_in_every_minute()
        => await Gen.Select(Gen.Int[1, 6], Gen.Select(Gen.Int[1, 8], Gen.Int[0, 45]).Array[1, 25]).SampleAsync(
            async (limit, calls) =>
            {
                var clock = new FakeTimeProvider();
                var pace = new SharedPacer(clock);
                var turns = new List<Task<ImageLease>>();
                foreach (var (images, pause) in calls)
                {
                    turns.Add(EnterAsync(pace, new PermitRequest(images, limit, int.MaxValue)));
                    clock.Advance(TimeSpan.FromSeconds(pause));
                }

                for (var i = 0; i < 2 * calls.Sum(call => call.Item1) + 2; i++)
                {
                    clock.Advance(TimeSpan.FromSeconds(61));
                }

                var leases = await Task.WhenAll(turns).WaitAsync(TimeSpan.FromSeconds(30), Token);
                var starts = leases
                    .Select(lease => lease.Until - (Minute * (((lease.Asked - 1) / limit) + 1)))
                    .ToArray();

                return starts.SequenceEqual(starts.Order()) && leases.Index().All(one =>
                    one.Item.Asked > limit || leases.Index()
                        .Where(other => starts[other.Index] > starts[one.Index] - Minute
                            && starts[other.Index] <= starts[one.Index])
                        .Sum(other => other.Item.Asked) <= limit);
            },
            iter: 300);

    [Fact]
    public async Task Parallel_calls_leave_nothing_in_a_shared_pacer()
    {
        const int Threads = 8;
        const int Calls = 300;
        var clock = new FakeTimeProvider();
        var pace = new SharedPacer(clock);
        var granted = 0;
        using var finished = new CancellationTokenSource();
        var time = Task.Run(
            async () =>
            {
                while (!finished.IsCancellationRequested)
                {
                    clock.Advance(TimeSpan.FromSeconds(7));
                    await Task.Yield();
                }
            },
            Token);

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(seed => Task.Run(
            async () =>
            {
                var random = new Random(seed);
                for (var i = 0; i < Calls; i++)
                {
                    using var stop = new CancellationTokenSource();
                    var asked = new PermitRequest(random.Next(1, 4), 3, int.MaxValue);
                    var turn = pace.Enter(asked, stop.Token)!.Value.AsTask();
                    if (random.Next(3) == 0)
                    {
                        await stop.CancelAsync();
                    }

                    try
                    {
                        using var lease = (ImageLease)await turn;
                        Interlocked.Increment(ref granted);
                        if (random.Next(4) == 0)
                        {
                            lease.GiveBack();
                        }
                    }
                    catch (OperationCanceledException) when (stop.IsCancellationRequested)
                    {
                        // The test cancelled this call.
                    }
                }
            },
            Token))).WaitAsync(TimeSpan.FromSeconds(60), Token);
        await finished.CancelAsync();
        await time;
        clock.Advance(TimeSpan.FromMinutes(2));

        Assert.InRange(granted, Threads * Calls / 2, Threads * Calls);
        Assert.True(pace.Retire());
    }

    private static async Task<ImageLease> EnterAsync(SharedPacer pace, PermitRequest turn)
    {
        using var lease = await pace.Enter(turn, Token)!.Value;

        return (ImageLease)lease;
    }
}
