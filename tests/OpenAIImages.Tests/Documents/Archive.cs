namespace OpenAIImages.Tests.Documents;

/// <summary>A document of a user with a property for each kind of document of the client.</summary>
public sealed class Archive
{
    public GenerateImageRequest? Generation { get; set; }

    public EditImageRequest? Edit { get; set; }

    public CreateVariationRequest? Variation { get; set; }

    public IList<ImageRequest> Requests { get; init; } = [];

    public PromptedImageRequest? Prompted { get; set; }

    public ImageResult? Result { get; set; }

    public IList<ImageStreamEvent> Events { get; init; } = [];

    public ExtraFields? Extra { get; set; }
}
