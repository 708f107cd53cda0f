using BenchmarkDotNet.Attributes;
using OpenAIImages.Benchmarks.Network;
using OpenAIImages.Benchmarks.Rivals;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>The cost of sending a picture of 20 MiB.</summary>
/// <remarks>
/// The benchmarks make whole calls, from a stream to a network that drops the upload and answers with a small picture.
/// A good result allocates a few KB, never holds the picture in memory, and is no slower than the baseline.
/// </remarks>
[MemoryDiagnoser]
public class RequestToMultipart : PictureStage
{
    private const int UploadLength = 20 * 1_024 * 1_024;
    private const int ReplyLength = 1_024;

    private byte[] _upload = [];
    private Rivals.Ours _ours = null!;
    private Official _official = null!;
    private Rivals.Betalgo _betalgo = null!;
    private Rivals.ByHand _hand = null!;

    public override long PictureBytes => UploadLength;

    /// <summary>Makes the picture and the reply, and the client of every rival.</summary>
    [GlobalSetup]
    public void CreateClients()
    {
        _upload = Pictures.Make(1, UploadLength)[0];
        Sent = Pictures.Make(1, ReplyLength);
        var body = ReplyBody.Json(Sent);
        _ours = Rivals.Ours.Over(CannedNetwork.Json(body, sent: Destination));
        _official = Official.Over(CannedNetwork.Json(body, sent: Destination));
        _betalgo = Rivals.Betalgo.Over(CannedNetwork.Json(body, sent: Destination));
        _hand = Rivals.ByHand.Over(CannedNetwork.Json(body, sent: Destination));
    }

    [Benchmark(Baseline = true)]
    public Task<ReadOnlyMemory<byte>[]> OpenAI() => _official.EditAsync(_upload);

    [Benchmark]
    public Task<ReadOnlyMemory<byte>[]> Betalgo() => _betalgo.EditAsync(_upload);

    [Benchmark]
    public Task<ReadOnlyMemory<byte>[]> ByHand() => _hand.EditAsync(_upload);

    [Benchmark]
    public Task<ReadOnlyMemory<byte>[]> Ours() => _ours.EditAsync(_upload);

    public override void Check(object? given)
    {
        base.Check(given);
        if (Destination.Kept is not { } form || form.AsSpan().IndexOf(_upload) < 0)
        {
            throw new InvalidOperationException("The upload does not contain the picture.");
        }

        Destination.Empty();
    }
}
