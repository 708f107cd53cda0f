using OpenAIImages.Benchmarks.Network;
using OpenAIImages.Transport;

namespace OpenAIImages.Benchmarks.Rivals;

/// <summary>This package with its defaults, including its retries, time limits and checks.</summary>
internal sealed class Ours : IRival
{
    private readonly OpenAIImageClient _client;

    private Ours(OpenAIImageClient client) => _client = client;

    /// <summary>Makes a client over a given network.</summary>
    public static Ours Over(HttpMessageHandler network)
    {
        var options = OptionsFor(CannedNetwork.Endpoint);
        var http = HttpPipeline.CreateClient(options, network);

        return new Ours(new OpenAIImageClient(() => http, () => options, null, network));
    }

    /// <summary>Makes a client with its own sockets.</summary>
    public static Ours At(Uri endpoint) => new(new OpenAIImageClient(OptionsFor(endpoint)));

    public async Task<ReadOnlyMemory<byte>[]> GetAsync(int count)
    {
        var result = await _client.GenerateAsync(Request(count));

        return [.. result.Images.Select(image => image.Bytes)];
    }

    public async Task<Sink> SaveAsync(int count, Sink destination)
    {
        await _client.GenerateAsync(Request(count), To(destination.Empty()));

        return destination;
    }

    public async Task<ReadOnlyMemory<byte>[]> EditAsync(byte[] picture)
    {
        var input = ImageInput.FromStream(new UploadStream(picture), "fox.png");
        var result = await _client.EditAsync(new EditImageRequest(IRival.Prompt, input) { Model = IRival.Model });

        return [.. result.Images.Select(image => image.Bytes)];
    }

    /// <summary>Returns the picture of each event.</summary>
    public async Task<ReadOnlyMemory<byte>[]> GetEventsAsync(int count)
    {
        var pictures = new List<ReadOnlyMemory<byte>>(count);
        await foreach (var item in _client.GenerateStreamingAsync(Request(1) with { PartialImages = count - 1 }))
        {
            switch (item)
            {
                case PartialImageEvent partial:
                    pictures.Add(partial.Image.Bytes);
                    break;
                case CompletedImageEvent completed:
                    pictures.Add(completed.Image.Bytes);
                    break;
            }
        }

        return [.. pictures];
    }

    /// <summary>Writes the picture of each event to a stream.</summary>
    public async Task<Sink> SaveEventsAsync(int count, Sink destination)
    {
        await foreach (var _ in _client.GenerateStreamingAsync(Request(count), To(destination.Empty())))
        {
            // The call writes the images, and the benchmark measures that.
        }

        return destination;
    }

    /// <summary>Downloads the picture behind a link.</summary>
    public async Task<Sink> DownloadAsync(Uri link, Sink destination)
    {
        await _client.DownloadAsync(new ImageOutput { Link = link }, destination.Empty());

        return destination;
    }

    private static ImageDestination To(Sink destination) => ImageDestination.Create((_, _) => new(destination));

    private static GenerateImageRequest Request(int count)
        => new(IRival.Prompt) { Model = IRival.Model, Count = count };

    private static ImageClientOptions OptionsFor(Uri endpoint) => new() { ApiKey = IRival.Key, Endpoint = endpoint };
}
