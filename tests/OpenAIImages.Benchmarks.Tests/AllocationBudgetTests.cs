using System.Diagnostics;
using System.Reflection;
using OpenAIImages.Benchmarks.Network;
using OpenAIImages.Benchmarks.Stages;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Benchmarks.Tests;

/// <summary>The promises of the memory that a call allocates.</summary>
/// <remarks>Allocated bytes are stable, unlike times, so tests can hold them. The budgets are the promises for
/// optimised code. Without optimisation every asynchronous method allocates one more object, and a half more is
/// allowed. The least of several calls counts, since the runtime sometimes allocates for itself.</remarks>
[Collection(nameof(Alone))]
public sealed class AllocationBudgetTests
{
    private const int Calls = 40;
    private const int Kilo = 1_024;

    private static readonly bool IsOptimised =
        typeof(Stage).Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };

    public static TheoryData<ReplyShape> SmallShapes => [.. ReplyShape.Usual.Where(shape => shape.MiB < 4)];

    [Theory]
    [MemberData(nameof(SmallShapes))]
    public async Task A_picture_to_bytes_allocates_at_most_1_002_times_its_bytes(ReplyShape shape)
    {
        var stage = new ReplyToBytes { Shape = shape };
        stage.CreateClients();

        var allocated = await LeastAsync(stage.Ours);

        Assert.InRange(allocated / (double)stage.PictureBytes, 1, IsOptimised ? 1.002 : 1.004);
    }

    [Theory]
    [InlineData(1, 2, 4)]
    [InlineData(1, 16, 4)]
    [InlineData(4, 2, 5)]
    public async Task One_picture_to_a_destination_allocates_at_most_4_KiB_and_four_5_KiB(
        int count, int mebibytes, double budget)
    {
        var stage = new ReplyToDestination { Shape = new ReplyShape(count, mebibytes) };
        stage.CreateClients();

        AssertWithin(budget, await LeastAsync(stage.Ours));
    }

    [Fact]
    public async Task Three_events_allocate_at_most_1_001_times_their_pictures()
    {
        var stage = new EventsToBytes();
        stage.CreateClients();

        var allocated = await LeastAsync(stage.Ours);

        Assert.InRange(allocated / (double)stage.PictureBytes, 1, IsOptimised ? 1.001 : 1.003);
    }

    [Fact]
    public async Task Three_events_to_a_destination_allocate_at_most_6_KiB()
    {
        var stage = new EventsToDestination();
        stage.CreateClients();

        AssertWithin(6, await LeastAsync(stage.Ours));
    }

    [Fact]
    public async Task A_call_for_a_small_picture_allocates_at_most_6_KiB()
    {
        var stage = new SmallPicture();
        stage.CreateClients();

        AssertWithin(6, await LeastAsync(stage.Ours));
    }

    [Fact]
    public async Task An_upload_of_20_MiB_allocates_at_most_9_KiB()
    {
        var stage = new RequestToMultipart();
        stage.CreateClients();

        AssertWithin(9, await LeastAsync(stage.Ours));
    }

    [Fact]
    public async Task A_request_allocates_its_JSON_and_less_than_a_KiB_more()
    {
        var stage = new RequestToJson();
        await stage.CreateRequests();
        var floor = await LeastAsync(stage.Floor);

        var allocated = await LeastAsync(stage.Ours);

        AssertWithin(1 + ((double)floor / Kilo), allocated);
    }

    private static void AssertWithin(double kibibytes, long allocated)
        => Assert.InRange(allocated, 1, (long)(kibibytes * Kilo * (IsOptimised ? 1 : 1.5)));

    private static async Task<long> LeastAsync<T>(Func<Task<T>> call)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Calls; i++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await call();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{least} bytes");

        return least;
    }
}
