using Betalgo.Ranul.OpenAI;
using Betalgo.Ranul.OpenAI.Contracts.Requests.Image;
using Betalgo.Ranul.OpenAI.Contracts.Responses.Image;
using Betalgo.Ranul.OpenAI.Contracts.Types;
using Betalgo.Ranul.OpenAI.Managers;
using OpenAIImages.Benchmarks.Network;

namespace OpenAIImages.Benchmarks.Rivals;

/// <summary>The <c>Betalgo.Ranul.OpenAI</c> package, which returns base64 for the caller to decode.</summary>
internal sealed class Betalgo : IRival
{
    private readonly OpenAIService _service;

    private Betalgo(HttpClient http, Uri endpoint)
    {
        var domain = endpoint.GetLeftPart(UriPartial.Authority);
        _service = new OpenAIService(new OpenAIOptions { ApiKey = IRival.Key, BaseDomain = domain }, http);
    }

    /// <summary>Makes a client over a given network.</summary>
    public static Betalgo Over(HttpMessageHandler network) => new(new HttpClient(network), CannedNetwork.Endpoint);

    /// <summary>Makes a client with sockets.</summary>
    public static Betalgo At(Uri endpoint) => new(new HttpClient(), endpoint);

    public async Task<ReadOnlyMemory<byte>[]> GetAsync(int count)
        => Decode(await _service.Image.CreateImage(
            new CreateImageRequest(IRival.Prompt) { Model = new(IRival.Model), N = count }));

    public async Task<Sink> SaveAsync(int count, Sink destination)
        => await destination.RefillAsync(await GetAsync(count));

    public async Task<ReadOnlyMemory<byte>[]> EditAsync(byte[] picture)
        => Decode(await _service.Image.CreateImageEdit(new CreateImageEditRequest
        {
            Image = new FormFile("fox.png", new UploadStream(picture)),
            Prompt = IRival.Prompt,
            Model = new(IRival.Model),
        }));

    private static ReadOnlyMemory<byte>[] Decode(ImageResponse response)
        => response.Successful
            ? [.. response.Data!.Select(image => new ReadOnlyMemory<byte>(Convert.FromBase64String(image.B64Json!)))]
            : throw new InvalidOperationException($"The package failed: {response.Error?.Message}");
}
