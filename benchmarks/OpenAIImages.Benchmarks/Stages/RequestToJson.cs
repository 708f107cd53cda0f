using System.ClientModel;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using OpenAI.Images;
using OpenAIImages.Benchmarks.Network;
using OpenAIImages.Benchmarks.Rivals;
using OpenAIImages.Encoders;
using HandContent = System.Net.Http.Json.JsonContent;

namespace OpenAIImages.Benchmarks.Stages;

/// <summary>The cost of writing a request as JSON to the network.</summary>
/// <remarks>
/// The floor puts ready-made JSON into HTTP content. A good result makes no string and uses no reflection: it allocates
/// at most 1 KiB more than the floor.
/// </remarks>
[MemoryDiagnoser]
public class RequestToJson : Stage
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    // The requests have no model: the official package adds it by a type that other code cannot name.
    private readonly GenerateImageRequest _ours = new(IRival.Prompt)
    {
        Count = 1,
        Size = ImageSize.Square,
        Quality = ImageQuality.High,
    };

    private readonly HandRequest _hand = new(IRival.Prompt, Model: null, Count: 1, "1024x1024", "high");
    private readonly ImageGenerationOptions _official = new()
    {
        Size = GeneratedImageSize.W1024xH1024,
        Quality = new GeneratedImageQuality("high"),
    };

    private byte[] _json = [];

    public override long PictureBytes => 0;

    /// <summary>Makes the same request for all rivals.</summary>
    [GlobalSetup]
    public async Task CreateRequests()
    {
        SetPrompt(_official, IRival.Prompt);
        SetCount(_official, 1);
        var written = await Write(new Sink(keeps: true), HandContent.Create(_hand, HandJson.Default.HandRequest));
        _json = written.Kept!;
    }

    [Benchmark(Baseline = true)]
    public async Task<Sink> OpenAI()
    {
        using var content = ToContent(_official);
        await content.WriteToAsync(Destination.Empty());

        return Destination;
    }

    [Benchmark]
    public Task<Sink> ByHand() => Write(Destination, HandContent.Create(_hand, HandJson.Default.HandRequest));

    [Benchmark]
    public async Task<Sink> Ours()
    {
        var encoded = await RequestEncoder.EncodeAsync(_ours, stream: false, CancellationToken.None);

        return await Write(Destination, encoded.Content);
    }

    // The floor is asynchronous like our client, whose task would otherwise count as a part of the request.
    [Benchmark]
    public async Task<Sink> Floor()
    {
        var content = new ByteArrayContent(_json.AsSpan().ToArray()) { Headers = { ContentType = Json } };

        return await Write(Destination, content);
    }

    public override void Check(object? given)
    {
        if (given is not Sink { Kept: { } kept }
            || !JsonNode.DeepEquals(JsonNode.Parse(kept), JsonNode.Parse(_json)))
        {
            throw new InvalidOperationException($"The result is not the expected JSON: {given}.");
        }
    }

    private static async Task<Sink> Write(Sink destination, HttpContent content)
    {
        using (content)
        {
            await content.CopyToAsync(destination.Empty());
        }

        return destination;
    }

    // GenerateImageAsync calls this method; no public method makes the content.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "ToBinaryContent")]
    private static extern BinaryContent ToContent(ImageGenerationOptions options);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Prompt")]
    private static extern void SetPrompt(ImageGenerationOptions options, string prompt);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_N")]
    private static extern void SetCount(ImageGenerationOptions options, long? count);
}
