namespace OpenAIImages.Tests.Snippets;

/// <summary>A decorator of a user returns images from memory if they were made before, and writes them to
/// destinations.</summary>
internal sealed class CachingClient(IImageClient inner) : DelegatingImageClient(inner)
{
    private readonly Dictionary<GenerateImageRequest, ImageResult> _made = [];

    public override async Task<ImageResult> GenerateAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
    {
        if (!_made.TryGetValue(request, out var result))
        {
            _made[request] = result = await base.GenerateAsync(request, cancellationToken: cancellationToken);
        }

        if (destination is null)
        {
            return result;
        }

        var written = new List<ImageOutput>();
        foreach (var image in result.Images)
        {
            written.Add(await destination.WriteAsync(image.Bytes, written.Count, cancellationToken));
        }

        return result with { Images = written };
    }
}
