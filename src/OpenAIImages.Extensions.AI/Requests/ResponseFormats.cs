using Microsoft.Extensions.AI;

namespace OpenAIImages.Extensions.AI.Requests;

/// <summary>Decides about <c>response_format</c>, which GPT image models refuse.</summary>
internal static class ResponseFormats
{
    /// <summary>Returns what is sent.</summary>
    /// <param name="format">What the caller wants.</param>
    /// <param name="request">The request, filled but for this.</param>
    /// <param name="metadata">What is known of the service.</param>
    /// <returns>A link where one is wanted and the model may give one. Data needs no field: GPT image models always
    /// answer so, and an image that comes as a link all the same is fetched.</returns>
    /// <exception cref="NotSupportedException">The format cannot be had.</exception>
    public static ImageDelivery? DeliveryOf(
        ImageGenerationResponseFormat? format, PromptedImageRequest request, ImageGeneratorMetadata metadata)
        => format switch
        {
            null or ImageGenerationResponseFormat.Data => request.Delivery,
            ImageGenerationResponseFormat.Uri when request.Delivery is not null => request.Delivery,
            ImageGenerationResponseFormat.Uri when MayGiveLinks(request.Model, metadata) => ImageDelivery.Link,
            ImageGenerationResponseFormat.Uri => throw new NotSupportedException(
                $"ResponseFormat is Uri, and {NameOf(request.Model, metadata) ?? "the service's model"} is taken for " +
                " a GPT image model, which never answers with links. If you know better, set " +
                "AdditionalProperties[\"response_format\"] to \"url\"."),
            _ => throw new NotSupportedException(
                $"ResponseFormat is {format}, which the Images API does not have: images come as data, or as links."),
        };

    // A deployment at Azure OpenAI may have any name, and newer models of OpenAI are GPT image models, too.
    private static bool MayGiveLinks(ImageModel? model, ImageGeneratorMetadata metadata)
    {
        var isOpenAI = metadata.ProviderName is "openai" or "azure.ai.openai";
        if (NameOf(model, metadata) is not { } name)
        {
            return metadata.ProviderName is not null && !isOpenAI;
        }

        return ImageModelCatalog.Find(new ImageModel(name))?.SupportsDelivery
            ?? (!isOpenAI && name.IndexOf("gpt-image", StringComparison.OrdinalIgnoreCase) < 0);
    }

    private static string? NameOf(ImageModel? model, ImageGeneratorMetadata metadata)
        => model?.ToString() ?? (string.IsNullOrWhiteSpace(metadata.DefaultModelId) ? null : metadata.DefaultModelId);
}
