using BenchmarkDotNet.Attributes;
using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>The cost of pictures from 1 to 64 MiB: eight times the size should cost eight times as much.</summary>
/// <remarks>A good result costs the same for each byte at any size. A decoder that starts again for each piece of a
/// long string does not.</remarks>
[MemoryDiagnoser]
public class LinearityInSize : ReplyStage
{
    public override IEnumerable<ReplyShape> Shapes
        => new[] { 1, 8, 64 }.Select(size => new ReplyShape(1, size) { HasSmallReads = true });

    [Benchmark(Baseline = true)]
    public Task<ReadOnlyMemory<byte>[]> OpenAI() => OfficialClient.GetAsync(Shape.Count);

    [Benchmark]
    public Task<ReadOnlyMemory<byte>[]> Ours() => OurClient.GetAsync(Shape.Count);

    [Benchmark]
    public Task<Sink> OursToDestination() => OurClient.SaveAsync(Shape.Count, Destination);
}
