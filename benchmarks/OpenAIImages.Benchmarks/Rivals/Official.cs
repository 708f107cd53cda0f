using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using OpenAI;
using OpenAI.Images;
using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.Benchmarks.Rivals;

/// <summary>The <c>OpenAI</c> package, with its default retries, logging and time limits.</summary>
internal sealed class Official : IRival
{
    private readonly ImageClient _client;

    private Official(OpenAIClientOptions options)
        => _client = new ImageClient(IRival.Model, new ApiKeyCredential(IRival.Key), options);

    /// <summary>Makes a client over a given network.</summary>
    public static Official Over(HttpMessageHandler network) => new(new OpenAIClientOptions
    {
        Endpoint = CannedNetwork.Endpoint,
        Transport = new HttpClientPipelineTransport(new HttpClient(network)),
    });

    /// <summary>Makes a client with its own sockets.</summary>
    public static Official At(Uri endpoint) => new(new OpenAIClientOptions { Endpoint = endpoint });

    public async Task<ReadOnlyMemory<byte>[]> GetAsync(int count)
        => count == 1
            ? [(await _client.GenerateImageAsync(IRival.Prompt)).Value.ImageBytes.ToMemory()]
            : Bytes((await _client.GenerateImagesAsync(IRival.Prompt, count)).Value);

    public async Task<Sink> SaveAsync(int count, Sink destination)
        => await destination.RefillAsync(await GetAsync(count));

    public async Task<ReadOnlyMemory<byte>[]> EditAsync(byte[] picture)
    {
        var edited = await _client.GenerateImageEditAsync(new UploadStream(picture), "fox.png", IRival.Prompt);

        return [edited.Value.ImageBytes.ToMemory()];
    }

    /// <summary>Returns the picture of each event; the caller must parse the raw JSON of the events.</summary>
    public async Task<ReadOnlyMemory<byte>[]> GetEventsAsync(int count)
    {
        var pictures = new List<ReadOnlyMemory<byte>>(count);
        using var request = BinaryContent.Create(BinaryData.FromObjectAsJson(new
        {
            prompt = IRival.Prompt,
            model = IRival.Model,
            stream = true,
            partial_images = count - 1,
        }));
#pragma warning disable OPENAI001 // The package has no other way, and marks this one as for evaluation.
        await foreach (var item in await _client.GenerateImagesStreamingAsync(request))
#pragma warning restore OPENAI001
        {
            using var json = JsonDocument.Parse(item.Data);
            pictures.Add(json.RootElement.GetProperty("b64_json").GetBytesFromBase64());
        }

        return [.. pictures];
    }

    /// <summary>Writes the picture of each event to a stream.</summary>
    public async Task<Sink> SaveEventsAsync(int count, Sink destination)
        => await destination.RefillAsync(await GetEventsAsync(count));

    private static ReadOnlyMemory<byte>[] Bytes(GeneratedImageCollection images)
        => [.. images.Select(image => image.ImageBytes.ToMemory())];
}
