using BenchmarkDotNet.Attributes;
using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>The memory and time for downloading a picture from a link.</summary>
/// <remarks>
/// The official package returns the link and leaves the download to the caller, so its row does what its samples do: it
/// reads all bytes into an array. The code by hand copies the bytes as they arrive. A good result is as lean as the
/// code by hand, although our client checks the address, the content and the length, and could resume after a break.
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

    /// <summary>Makes the picture, and the clients that download it.</summary>
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
