namespace OpenAIImages.Tests.Documents;

/// <summary>A document of a user's that holds one of each kind of ours.</summary>
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
