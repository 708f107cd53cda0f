namespace OpenAIImages.Extensions.AI.Requests;

/// <summary>Starts a request from the fields of the caller's raw request.</summary>
/// <remarks>The factory of a raw request does not get the prompt of the call. So the prompt of a raw request is only a
/// placeholder, and one raw request serves generations and edits.</remarks>
internal static class RequestTemplate
{
    private const string Factory = "RawRepresentationFactory";

    public static PromptedImageRequest Begin(
        string prompt, IReadOnlyList<ImageInput> originals, PromptedImageRequest? template)
    {
        var images = ImagesOf(originals, template);
        PromptedImageRequest bare = images.Count switch
        {
            0 => new GenerateImageRequest(prompt),
            1 => new EditImageRequest(prompt, images[0]),
            _ => new EditImageRequest(prompt, images),
        };

        return template is null ? bare : CopyOwn(CopyShared(bare, template), template);
    }

    private static IReadOnlyList<ImageInput> ImagesOf(
        IReadOnlyList<ImageInput> originals, PromptedImageRequest? template)
        => template is not EditImageRequest edit ? originals
            : originals.Count == 0 ? edit.Images
            : throw new NotSupportedException(
                $"OriginalImages and the {nameof(EditImageRequest)} of {Factory} both have images. Give them in one " +
                $"place: a {nameof(GenerateImageRequest)} may start an edit, too.");

    private static PromptedImageRequest CopyShared(PromptedImageRequest bare, PromptedImageRequest template)
        => bare with
        {
            Model = template.Model,
            Count = template.Count,
            Size = template.Size,
            Quality = template.Quality,
            Background = template.Background,
            Complexity = template.Complexity,
            OutputFormat = template.OutputFormat,
            OutputCompression = template.OutputCompression,
            FrameCount = template.FrameCount,
            FrameDuration = template.FrameDuration,
            Svg = template.Svg,
            Moderation = template.Moderation,
            PartialImages = template.PartialImages,
            SafetyIdentifier = template.SafetyIdentifier,
            User = template.User,
            Delivery = template.Delivery,
            Extra = template.Extra,
            Headers = template.Headers,
            Timeout = template.Timeout,
        };

    private static PromptedImageRequest CopyOwn(PromptedImageRequest bare, PromptedImageRequest template)
        => (bare, template) switch
        {
            (GenerateImageRequest to, GenerateImageRequest from) => to with { Style = from.Style },
            (EditImageRequest to, EditImageRequest from) => to with
            {
                Mask = from.Mask,
                Markup = from.Markup,
                InputFidelity = from.InputFidelity,
            },
            (EditImageRequest, GenerateImageRequest { Style: not null }) => throw new NotSupportedException(
                $"{Factory} sets {nameof(GenerateImageRequest.Style)}, which an edit does not have."),
            _ => bare,
        };
}
