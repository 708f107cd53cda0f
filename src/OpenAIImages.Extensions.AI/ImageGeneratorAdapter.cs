using Microsoft.Extensions.AI;
using OpenAIImages.Extensions.AI.Requests;
using OpenAIImages.Extensions.AI.Responses;

namespace OpenAIImages;

/// <summary>An image generator of Microsoft.Extensions.AI that uses a client of this package.</summary>
/// <remarks>It keeps no state between calls, and does not change the caller's objects.</remarks>
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

    // The client belongs to the code that made it.
    public void Dispose()
    {
    }

    private Task<ImageResult> SendAsync(PromptedImageRequest request, CancellationToken cancellationToken)
        => request is EditImageRequest edit
            ? client.EditAsync(edit, destination: null, cancellationToken)
            : client.GenerateAsync((GenerateImageRequest)request, destination: null, cancellationToken);
}
