using System.ClientModel;
using System.ClientModel.Primitives;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;
using OpenAI;
using OpenAIImages.Transport;

namespace OpenAIImages.Benchmarks;

/// <summary>How much memory and time one picture costs between its reply and its bytes.</summary>
/// <remarks>
/// Whole calls over a network that answers from memory. A good result allocates the picture and no more, and nothing of
/// its size when it goes to a destination.
/// </remarks>
[MemoryDiagnoser]
public class ReplyBenchmarks
{
    private const int BytesInKiB = 1_024;

    private readonly GenerateImageRequest _request = new("a red fox") { Model = ImageModel.GptImage2 };

    private OpenAIImageClient _ours = null!;
    private OpenAI.Images.ImageClient _official = null!;

    /// <summary>The size of the picture, in KiB: a typical one and a large one.</summary>
    [Params(2_048, 16_384)]
    public int ImageKiB { get; set; }

    /// <summary>Makes both clients, over the same reply.</summary>
    [GlobalSetup]
    public void CreateClients()
    {
        var body = CannedReply.WithPicture(ImageKiB * BytesInKiB);
        var options = new ImageClientOptions { ApiKey = "sk-any", Endpoint = new Uri("https://canned.test/v1/") };
        var http = HttpPipeline.CreateClient(options, new CannedReply(body));
        _ours = new OpenAIImageClient(() => http, () => options, NullLogger.Instance);
        _official = new OpenAI.Images.ImageClient(
            "gpt-image-2",
            new ApiKeyCredential("sk-any"),
            new OpenAIClientOptions
            {
                Endpoint = new Uri("https://canned.test/v1/"),
                Transport = new HttpClientPipelineTransport(new HttpClient(new CannedReply(body))),
            });
    }

    /// <summary>The official package's convenience method.</summary>
    /// <returns>The picture.</returns>
    [Benchmark(Baseline = true)]
    public async Task<BinaryData> OpenAI()
        => (await _official.GenerateImageAsync("a red fox").ConfigureAwait(false)).Value.ImageBytes;

    /// <summary>Ours, to an array.</summary>
    /// <returns>The picture.</returns>
    [Benchmark]
    public async Task<ReadOnlyMemory<byte>> ToBytes()
        => (await _ours.GenerateAsync(_request).ConfigureAwait(false)).Images[0].Bytes;

    /// <summary>Ours, to a stream that forgets what it is given.</summary>
    /// <returns>The length of the picture.</returns>
    [Benchmark]
    public async Task<long> ToDestination()
        => (await _ours.GenerateAsync(_request, ImageDestination.Stream(Stream.Null)).ConfigureAwait(false))
            .Images[0].Length;
}
