using BenchmarkDotNet.Attributes;
using OpenAIImages.Benchmarks.Network;
using OpenAIImages.Benchmarks.Rivals;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>The cost of a call with very little data: a picture of 1 KiB.</summary>
/// <remarks>
/// This stage measures the client itself: its request, its handlers, its retries and checks. A good result takes 0.8 of
/// the baseline's time or less, and allocates less. The floor is <see cref="HttpClient"/> that only reads. All figures
/// include the network in memory and its reply.
/// </remarks>
[MemoryDiagnoser]
public class SmallPicture : PictureStage
{
    private const int PictureLength = 1_024;

    private readonly byte[] _buffer = new byte[2 * PictureLength];

    private Rivals.Ours _ours = null!;
    private Official _official = null!;
    private Rivals.Betalgo _betalgo = null!;
    private Rivals.ByHand _hand = null!;

    public override long PictureBytes => PictureLength;

    /// <summary>Makes the reply, and the client of every rival.</summary>
    [GlobalSetup]
    public void CreateClients()
    {
        Sent = Pictures.Make(1, PictureLength);
        var body = ReplyBody.Json(Sent);
        _ours = Rivals.Ours.Over(CannedNetwork.Json(body));
        _official = Official.Over(CannedNetwork.Json(body));
        _betalgo = Rivals.Betalgo.Over(CannedNetwork.Json(body));
        _hand = Rivals.ByHand.Over(CannedNetwork.Json(body));
    }

    [Benchmark(Baseline = true)]
    public Task<ReadOnlyMemory<byte>[]> OpenAI() => _official.GetAsync(1);

    [Benchmark]
    public Task<ReadOnlyMemory<byte>[]> Betalgo() => _betalgo.GetAsync(1);

    [Benchmark]
    public Task<ReadOnlyMemory<byte>[]> ByHand() => _hand.GetAsync(1);

    [Benchmark]
    public Task<ReadOnlyMemory<byte>[]> Ours() => _ours.GetAsync(1);

    [Benchmark]
    public Task<long> Floor() => _hand.ReadAsync(_buffer);
}
