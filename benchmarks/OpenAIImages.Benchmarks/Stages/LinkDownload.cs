using BenchmarkDotNet.Attributes;
using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>The memory and time that it costs to fetch a picture that came as a link.</summary>
/// <remarks>
/// The official package gives the link and leaves the rest to the caller, so its row is what its samples do with the
/// bytes: all of them in an array. By hand they are copied as they come. A good result is as lean as by hand, although
/// it checks where the link leads, what comes from there and how much, and could go on after a break.
/// </remarks>
[MemoryDiagnoser]
public class LinkDownload : PictureStage
{
    private const int BytesInMiB = 1_024 * 1_024;

    private static readonly Uri Link = new("https://pictures.test/fox.png");

    private Rivals.Ours _ours = null!;
    private HttpClient _http = null!;

    /// <summary>Gets or sets the size of the picture, in MiB.</summary>
    [Params(2, 16)]
    public int MiB { get; set; }

    /// <inheritdoc/>
    public override long PictureBytes => (long)MiB * BytesInMiB;

    /// <summary>Makes the picture, and the clients that fetch it.</summary>
    [GlobalSetup]
    public void CreateClients()
    {
        Sent = Pictures.Make(1, MiB * BytesInMiB);
        _ours = Rivals.Ours.Over(CannedNetwork.Picture(Sent[0]));
        _http = new HttpClient(CannedNetwork.Picture(Sent[0]));
    }

    [Benchmark(Baseline = true)]
    public async Task<Sink> OpenAI()
    {
        Destination.Empty();
        await Destination.WriteAsync(await _http.GetByteArrayAsync(Link));

        return Destination;
    }

    [Benchmark]
    public async Task<Sink> ByHand()
    {
        Destination.Empty();
        await using var body = await _http.GetStreamAsync(Link);
        await body.CopyToAsync(Destination);

        return Destination;
    }

    [Benchmark]
    public Task<Sink> Ours() => _ours.DownloadAsync(Link, Destination);
}
