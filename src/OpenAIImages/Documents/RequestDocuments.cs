using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OpenAIImages.Documents;

/// <summary>Lists the members of requests as JSON documents. The members have the names of the fields that are
/// sent.</summary>
/// <remarks>Headers and time limit belong to the call, not to the request, and are never written.</remarks>
internal static class RequestDocuments
{
    public static DocumentConverter<ImageSvgOptions> Svg { get; } =
        new DocumentConverter<ImageSvgOptions>(_ => new())
            .HasText("model", svg => svg.Model, (svg, value) => svg with { Model = value })
            .HasValue(
                "reasoning_effort",
                svg => svg.ReasoningEffort,
                (svg, value) => svg with { ReasoningEffort = value });

    public static DocumentConverter<GenerateImageRequest> Generate { get; } =
        Shared(Prompted(new DocumentConverter<GenerateImageRequest>(draft => new(draft.Required<string>("prompt")))))
            .HasValue("style", request => request.Style, (request, value) => request with { Style = value });

    public static DocumentConverter<EditImageRequest> Edit { get; } =
        Shared(Prompted(new DocumentConverter<EditImageRequest>(CreateEdit)))
            .Takes("image", InputDocuments.Input, request => request.IsList ? null : request.Images[0])
            .Takes(
                "images",
                new ListConverter<ImageInput>(InputDocuments.Input),
                request => request.IsList ? request.Images : null)
            .Has(
                "mask",
                InputDocuments.Input,
                request => request.Mask,
                (request, value) => request with { Mask = value })
            .Has(
                "markup",
                InputDocuments.Input,
                request => request.Markup,
                (request, value) => request with { Markup = value })
            .HasValue(
                "input_fidelity",
                request => request.InputFidelity,
                (request, value) => request with { InputFidelity = value });

    public static DocumentConverter<CreateVariationRequest> Vary { get; } =
        Shared(new DocumentConverter<CreateVariationRequest>(draft => new(draft.Required<ImageInput>("image")))
            .Takes("image", InputDocuments.Input, request => request.Image));

    private static JsonConverter<string> Text => JsonMetadataServices.StringConverter!;

    private static EditImageRequest CreateEdit(Draft draft)
    {
        var prompt = draft.Required<string>("prompt");

        return (draft.Get<ImageInput>("image"), draft.Get<IReadOnlyList<ImageInput>>("images")) switch
        {
            ({ }, { }) => throw draft.Fault("image", "It stands beside 'images': give one of them."),
            ({ } image, _) => new(prompt, image),
            (_, { } images) => new(prompt, images),
            _ => throw draft.Fault("images", "It is missing, and so is 'image'."),
        };
    }

    private static DocumentConverter<T> Prompted<T>(DocumentConverter<T> document)
        where T : PromptedImageRequest
        => document
            .Takes("prompt", Text, request => request.Prompt)
            .HasValue("quality", request => request.Quality, (request, value) => request with { Quality = value })
            .HasValue(
                "background",
                request => request.Background,
                (request, value) => request with { Background = value })
            .HasValue(
                "complexity",
                request => request.Complexity,
                (request, value) => request with { Complexity = value })
            .HasValue(
                "output_format",
                request => request.OutputFormat,
                (request, value) => request with { OutputFormat = value })
            .HasNumber(
                "output_compression",
                request => request.OutputCompression,
                (request, value) => request with { OutputCompression = value })
            .HasNumber(
                "frame_count",
                request => request.FrameCount,
                (request, value) => request with { FrameCount = value })
            .Has(
                "frame_duration_ms",
                MillisecondsConverter.Instance,
                request => request.FrameDuration,
                (request, value) => request with { FrameDuration = value })
            .Has("svg", Svg, request => request.Svg, (request, value) => request with { Svg = value })
            .HasValue(
                "moderation",
                request => request.Moderation,
                (request, value) => request with { Moderation = value })
            .HasNumber(
                "partial_images",
                request => request.PartialImages,
                (request, value) => request with { PartialImages = value })
            .HasText(
                "safety_identifier",
                request => request.SafetyIdentifier,
                (request, value) => request with { SafetyIdentifier = value });

    private static DocumentConverter<T> Shared<T>(DocumentConverter<T> document)
        where T : ImageRequest
        => document
            .HasValue("model", request => request.Model, (request, value) => request with { Model = value })
            .HasNumber("n", request => request.Count, (request, value) => request with { Count = value })
            .HasValue("size", request => request.Size, (request, value) => request with { Size = value })
            .HasValue(
                "response_format",
                request => request.Delivery,
                (request, value) => request with { Delivery = value })
            .HasText("user", request => request.User, (request, value) => request with { User = value })
            .HasExtra(
                request => request.Extra,
                (request, value) => request with { Extra = value },
                takesUnknown: false);
}
