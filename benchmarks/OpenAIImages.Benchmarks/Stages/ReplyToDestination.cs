using BenchmarkDotNet.Attributes;
using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>The memory and time for writing the pictures of a reply to a stream.</summary>
/// <remarks>
/// The other rivals first decode the pictures and then write them, because they have no other way. A good result
/// allocates a few KB for pictures of any size, and is no slower than the floor, which only reads and decodes.
/// </remarks>
[MemoryDiagnoser]
public class ReplyToDestination : ReplyStage
{
    [Benchmark(Baseline = true)]
    public Task<Sink> OpenAI() => OfficialClient.SaveAsync(Shape.Count, Destination);

    [Benchmark]
    public Task<Sink> Betalgo() => BetalgoClient.SaveAsync(Shape.Count, Destination);

    [Benchmark]
    public Task<Sink> ByHand() => HandClient.SaveAsync(Shape.Count, Destination);

    [Benchmark]
    public Task<Sink> Ours() => OurClient.SaveAsync(Shape.Count, Destination);

    [Benchmark]
    public Sink Floor() => FloorReader.Save(Destination);
}
