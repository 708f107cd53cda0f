using BenchmarkDotNet.Attributes;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>The memory and time for decoding the pictures of a reply to bytes.</summary>
/// <remarks>
/// The benchmarks make whole calls over a network that answers from memory. A good result allocates only the pictures,
/// takes a quarter of the baseline's time or less, and stays close to the floor, which only reads and decodes.
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
