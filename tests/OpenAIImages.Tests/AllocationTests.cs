using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests;

/// <summary>Bounds of the memory that a call allocates, for every build of the client, also without
/// optimisation.</summary>
/// <remarks>The promises are tighter: the AllocationBudgetTests of the benchmarks hold them for optimised code. The
/// tests count the bytes of the whole process, with no other test beside them. The best of several runs counts, since
/// the runtime sometimes allocates for itself.</remarks>
[Collection(nameof(Alone))]
[Trait("Duration", "Long")]
public sealed class AllocationTests
{
    private const int MiB = 1024 * 1024;
    private const int Runs = 5;

    [Theory]
    [InlineData(2 * MiB)]
    [InlineData(16 * MiB)]
    public async Task A_picture_allocates_at_most_1_05_times_its_bytes_in_every_build(int length)
    {
        var allocated = await MeasureAsync(length, destination: null);

        TestContext.Current.SendDiagnosticMessage($"{length / MiB} MiB: {(double)allocated / length:f4} times");
        Assert.InRange((double)allocated / length, 1, 1.05);
    }

    [Theory]
    [InlineData(2 * MiB)]
    [InlineData(16 * MiB)]
    public async Task A_large_picture_to_a_destination_allocates_hardly_more_than_a_small_one(int length)
    {
        var small = await MeasureAsync(1_024, ImageDestination.Create((_, _) => new(new SinkStream())));

        var large = await MeasureAsync(length, ImageDestination.Create((_, _) => new(new SinkStream())));

        TestContext.Current.SendDiagnosticMessage($"{length / MiB} MiB to a destination: {large}, 1 KiB: {small}");
        Assert.InRange(large - small, long.MinValue, 64 * 1024);
    }

    [Theory]
    [InlineData(2 * MiB)]
    [InlineData(16 * MiB)]
    public async Task Three_events_allocate_at_most_1_01_times_their_pictures_in_every_build(int length)
    {
        var allocated = await MeasureStreamAsync(length, destination: null);

        TestContext.Current.SendDiagnosticMessage($"3 events of {length / MiB} MiB: {allocated / (3.0 * length):f4}");
        Assert.InRange(allocated / (3.0 * length), 1, 1.01);
    }

    [Fact]
    public async Task Three_events_to_a_destination_allocate_at_most_64_KiB_in_every_build()
    {
        var allocated = await MeasureStreamAsync(
            4 * MiB, ImageDestination.Create((_, _) => new(new SinkStream())), isPartial: false);

        TestContext.Current.SendDiagnosticMessage($"3 events to a destination: {allocated}");
        Assert.InRange(allocated, 0, 64 * 1024);
    }

    private static async Task<long> MeasureStreamAsync(
        int length, ImageDestination? destination, bool isPartial = true)
    {
        var base64 = Convert.ToBase64String(Bodies.Picture(length));
        var completed = Streaming.Completed(base64);
        var body = System.Text.Encoding.UTF8.GetBytes(
            (isPartial ? Streaming.Partial(base64) : completed) + completed + completed);
        var request = new GenerateImageRequest("a red fox");
        var service = new FakeService();
        using var client = service.CreateClient();
        var least = long.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            service.Replies(HttpStatusCode.OK, body);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await foreach (var item in client.GenerateStreamingAsync(request, destination, CancellationToken.None))
            {
                Assert.NotNull(item);
            }

            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least;
    }

    private static async Task<long> MeasureAsync(int length, ImageDestination? destination)
    {
        var body = Bodies.Of(Bodies.Picture(length));
        var request = new GenerateImageRequest("a red fox");
        var service = new FakeService();
        using var client = service.CreateClient();
        var least = long.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            service.Replies(HttpStatusCode.OK, body);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await client.GenerateAsync(request, destination, CancellationToken.None);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least;
    }

    /// <summary>Drops the bytes that are written.</summary>
    private sealed class SinkStream : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
            => default;

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => Task.CompletedTask;
    }
}
