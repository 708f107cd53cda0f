using BenchmarkDotNet.Attributes;
using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>The cost of base64 that a server escapes, or breaks into lines.</summary>
/// <remarks>
/// A good result takes a quarter of the baseline's time or less, and allocates no more than for plain base64: callers
/// do not choose this spelling, so they should not pay for it. There is no floor, because unescaping cannot be left
/// out.
/// </remarks>
[MemoryDiagnoser]
public class EscapedReply : ReplyStage
{
    public override IEnumerable<ReplyShape> Shapes => ReplyShape.Escaped;

    [Benchmark(Baseline = true)]
    public Task<ReadOnlyMemory<byte>[]> OpenAI() => OfficialClient.GetAsync(Shape.Count);

    [Benchmark]
    public Task<ReadOnlyMemory<byte>[]> Betalgo() => BetalgoClient.GetAsync(Shape.Count);

    [Benchmark]
    public Task<ReadOnlyMemory<byte>[]> ByHand() => HandClient.GetAsync(Shape.Count);

    [Benchmark]
    public Task<ReadOnlyMemory<byte>[]> Ours() => OurClient.GetAsync(Shape.Count);

    [Benchmark]
    public Task<Sink> OursToDestination() => OurClient.SaveAsync(Shape.Count, Destination);
}
