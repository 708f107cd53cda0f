using BenchmarkDotNet.Attributes;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>The memory and time that pictures cost between the reply and their bytes.</summary>
/// <remarks>
/// Whole calls over a network that answers from memory. A good result allocates the pictures and no more, takes a
/// quarter of the baseline's time or less, and stays close to the floor, which is reading and decoding alone.
/// </remarks>
[MemoryDiagnoser]
public class ReplyToBytes : ReplyStage
{
    [Benchmark(Baseline = true)]
    public Task<ReadOnlyMemory<byte>[]> OpenAI() => OfficialClient.GetAsync(Shape.Count);

    [Benchmark]
    public Task<ReadOnlyMemory<byte>[]> Betalgo() => BetalgoClient.GetAsync(Shape.Count);

    [Benchmark]
    public Task<ReadOnlyMemory<byte>[]> ByHand() => HandClient.GetAsync(Shape.Count);

    [Benchmark]
    public Task<ReadOnlyMemory<byte>[]> Ours() => OurClient.GetAsync(Shape.Count);

    [Benchmark]
    public ReadOnlyMemory<byte>[] Floor() => FloorReader.Get([.. Sent.Select(picture => picture.Length)]);
}
