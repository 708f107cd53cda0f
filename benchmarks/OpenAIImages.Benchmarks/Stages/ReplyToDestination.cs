using BenchmarkDotNet.Attributes;
using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>The memory and time that pictures cost between the reply and their stream.</summary>
/// <remarks>
/// The others make the pictures first and write them then, since they have no other way. A good result allocates a few
/// KB whatever the size of the pictures, and is no slower than the floor, which is reading and decoding alone.
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
