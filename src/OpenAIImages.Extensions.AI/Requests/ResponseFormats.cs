using Microsoft.Extensions.AI;

namespace OpenAIImages.Extensions.AI.Requests;

/// <summary>Chooses <c>response_format</c>, which GPT image models refuse.</summary>
internal static class ResponseFormats
{
    /// <summary>Returns the value to send.</summary>
    /// <param name="format">The caller's option.</param>
    /// <param name="request">The request, with all other fields filled.</param>
    /// <param name="metadata">The known facts about the service.</param>
    /// <returns>A link if the caller wants one and the model may give one. Data needs no field: GPT image models always
    /// answer with data, and an image that still comes as a link is downloaded.</returns>
    /// <exception cref="NotSupportedException">The service cannot answer in this format.</exception>
    public static ImageDelivery? DeliveryOf(
        ImageGenerationResponseFormat? format, PromptedImageRequest request, ImageGeneratorMetadata metadata)
        => format switch
        {
            null or ImageGenerationResponseFormat.Data => request.Delivery,
            ImageGenerationResponseFormat.Uri when request.Delivery is not null => request.Delivery,
            ImageGenerationResponseFormat.Uri when MayGiveLinks(request.Model, metadata) => ImageDelivery.Link,
            ImageGenerationResponseFormat.Uri => throw new NotSupportedException(
                $"ResponseFormat is Uri, and {NameOf(request.Model, metadata) ?? "the service's model"} is taken for " +
                "a GPT image model, which never answers with links. If you know better, set " +
                "AdditionalProperties[\"response_format\"] to \"url\"."),
            _ => throw new NotSupportedException(
                $"ResponseFormat is {format}, which the Images API does not have: images come as data, or as links."),
        };

    // An Azure OpenAI deployment may have any name, and newer OpenAI models are GPT image models, too.
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
