using Microsoft.Extensions.AI;
using OpenAIImages.Extensions.AI.Requests;
using OpenAIImages.Extensions.AI.Responses;

namespace OpenAIImages;

/// <summary>Makes the images of Microsoft.Extensions.AI with a client of this package.</summary>
/// <remarks>It keeps nothing between calls, and reads what the caller gives without changing it.</remarks>
internal sealed class ImageGeneratorAdapter(IImageClient client, ImageGeneratorMetadata? metadata) : IImageGenerator
{
    // A reload of the configuration may move an OpenAIImageClient to another address.
    private ImageGeneratorMetadata Metadata
        => metadata ?? (client is OpenAIImageClient own
            ? new ImageGeneratorMetadata(own.Provider, own.Endpoint, own.Model?.ToString())
            : new ImageGeneratorMetadata());

    public async Task<ImageGenerationResponse> GenerateAsync(
        ImageGenerationRequest request,
        ImageGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var sent = RequestMapping.ToRequest(
            request ?? throw new ArgumentNullException(nameof(request)), options, this, Metadata);
        var downloader = options?.ResponseFormat is ImageGenerationResponseFormat.Data ? client : null;
        var result = await SendAsync(sent, cancellationToken).ConfigureAwait(false);

        return await new ResponseMapping(sent, downloader)
            .ToResponseAsync(result, cancellationToken)
            .ConfigureAwait(false);
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
        => serviceType is null ? throw new ArgumentNullException(nameof(serviceType))
            : serviceKey is not null ? null
            : serviceType == typeof(ImageGeneratorMetadata) ? Metadata
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(client) ? client
            : null;

    // The client belongs to whoever made it.
    public void Dispose()
    {
    }

    private Task<ImageResult> SendAsync(PromptedImageRequest request, CancellationToken cancellationToken)
        => request is EditImageRequest edit
            ? client.EditAsync(edit, destination: null, cancellationToken)
            : client.GenerateAsync((GenerateImageRequest)request, destination: null, cancellationToken);
}
