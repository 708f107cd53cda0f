using BenchmarkDotNet.Attributes;
using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>The cost of 1 to 16 pictures in one reply: four times as many should cost four times as much.</summary>
/// <remarks>A good result costs the same for each picture, for any number of pictures.</remarks>
[MemoryDiagnoser]
public class LinearityInCount : ReplyStage
{
    public override IEnumerable<ReplyShape> Shapes
        => new[] { 1, 4, 16 }.Select(count => new ReplyShape(count, 1) { HasSmallReads = true });

    [Benchmark(Baseline = true)]
    public Task<ReadOnlyMemory<byte>[]> OpenAI() => OfficialClient.GetAsync(Shape.Count);

    [Benchmark]
    public Task<ReadOnlyMemory<byte>[]> Ours() => OurClient.GetAsync(Shape.Count);

    [Benchmark]
    public Task<Sink> OursToDestination() => OurClient.SaveAsync(Shape.Count, Destination);
}
