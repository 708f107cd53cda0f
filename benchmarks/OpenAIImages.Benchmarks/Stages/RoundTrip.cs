using BenchmarkDotNet.Attributes;
using OpenAIImages.Benchmarks.Network;
using OpenAIImages.Benchmarks.Rivals;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>Whole calls to a real web server on this machine, one after the other and a few at once.</summary>
/// <remarks>
/// Every rival keeps its connections between calls, as it does by default. The server shares the process, so its time
/// and its few allocations count equally for all rivals. For 64 calls at once that would hide the differences, so whole
/// processes measure them. A good result takes half of the baseline's time or less. To a destination, it comes close to
/// the floor: <see cref="HttpClient"/> that only reads.
/// </remarks>
[MemoryDiagnoser]
public class RoundTrip : PictureStage
{
    private const int BytesInMiB = 1_024 * 1_024;
    private const int BufferLength = 64 * 1_024;

    private LoopbackServer _server = null!;
    private Rivals.Ours _ours = null!;
    private Official _official = null!;
    private Rivals.Betalgo _betalgo = null!;
    private Rivals.ByHand _hand = null!;
    private byte[][] _buffers = [];

    /// <summary>Gets or sets the number of calls at once, and the size of their pictures.</summary>
    [ParamsSource(nameof(Shapes))]
    public RoundTripShape Shape { get; set; } = new(1, 2);

    /// <summary>Gets the shapes to measure.</summary>
    public static IEnumerable<RoundTripShape> Shapes => [new(1, 2), new(1, 16), new(8, 2)];

    /// <inheritdoc/>
    public override long PictureBytes => (long)Shape.AtOnce * Shape.MiB * BytesInMiB;

    /// <summary>Starts the server, and makes every rival's client.</summary>
    [GlobalSetup]
    public async Task StartServer()
    {
        var picture = Pictures.Make(1, Shape.MiB * BytesInMiB);
        Sent = [.. Enumerable.Repeat(picture[0], Shape.AtOnce)];
        _server = await LoopbackServer.StartAsync(ReplyBody.Json(picture).Bytes);
        _ours = Rivals.Ours.At(_server.Endpoint);
        _official = Official.At(_server.Endpoint);
        _betalgo = Rivals.Betalgo.At(_server.Endpoint);
        _hand = Rivals.ByHand.At(_server.Endpoint);
        _buffers = [.. Enumerable.Range(0, Shape.AtOnce).Select(_ => new byte[BufferLength])];
    }

    /// <summary>Stops the server.</summary>
    [GlobalCleanup]
    public ValueTask StopServer() => _server.DisposeAsync();

    [Benchmark(Baseline = true)]
    public Task<ReadOnlyMemory<byte>[]> OpenAI() => GetAsync(_official);

    [Benchmark]
    public Task<ReadOnlyMemory<byte>[]> Betalgo() => GetAsync(_betalgo);

    [Benchmark]
    public Task<ReadOnlyMemory<byte>[]> ByHand() => GetAsync(_hand);

    [Benchmark]
    public Task<ReadOnlyMemory<byte>[]> Ours() => GetAsync(_ours);

    [Benchmark]
    public async Task<Sink> OursToDestination()
    {
        await Task.WhenAll(_buffers.Select(_ => _ours.SaveAsync(1, Destination)));

        return Destination;
    }

    [Benchmark]
    public async Task<long> Floor()
    {
        var lengths = await Task.WhenAll(_buffers.Select(_hand.ReadAsync));

        return lengths.Sum();
    }

    private async Task<ReadOnlyMemory<byte>[]> GetAsync(IRival rival)
    {
        var pictures = await Task.WhenAll(_buffers.Select(_ => rival.GetAsync(1)));

        return [.. pictures.Select(picture => picture[0])];
    }
}
