using BenchmarkDotNet.Attributes;
using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>What it costs when a server escapes base64, or breaks it into lines.</summary>
/// <remarks>
/// A good result takes a quarter of the baseline's time or less, and allocates no more than for plain base64: nobody
/// chose this spelling, so nobody should pay for it. There is no floor, since somebody has to unescape.
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
