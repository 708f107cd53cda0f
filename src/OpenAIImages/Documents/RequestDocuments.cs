using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OpenAIImages.Documents;

/// <summary>Says how requests are written: by the names of the fields that are sent for them.</summary>
/// <remarks>Headers and time limit are the call's and not the request's; they are never written.</remarks>
internal static class RequestDocuments
{
    public static DocumentConverter<ImageSvgOptions> Svg { get; } =
        new DocumentConverter<ImageSvgOptions>(_ => new())
            .Has("model", Text, svg => svg.Model, (svg, value) => svg with { Model = value })
            .Has(
                "reasoning_effort",
                new ImageValueJsonConverter<ImageReasoningEffort>(),
                svg => svg.ReasoningEffort,
                (svg, value) => svg with { ReasoningEffort = value });

    public static DocumentConverter<GenerateImageRequest> Generate { get; } =
        Shared(Prompted(new DocumentConverter<GenerateImageRequest>(draft => new(draft.Required<string>("prompt")))))
            .Has(
                "style",
                new ImageValueJsonConverter<ImageStyle>(),
                request => request.Style,
                (request, value) => request with { Style = value });

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
            .Has(
                "input_fidelity",
                new ImageValueJsonConverter<ImageInputFidelity>(),
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
            .Has(
                "quality",
                new ImageValueJsonConverter<ImageQuality>(),
                request => request.Quality,
                (request, value) => request with { Quality = value })
            .Has(
                "background",
                new ImageValueJsonConverter<ImageBackground>(),
                request => request.Background,
                (request, value) => request with { Background = value })
            .Has(
                "complexity",
                new ImageValueJsonConverter<ImageComplexity>(),
                request => request.Complexity,
                (request, value) => request with { Complexity = value })
            .Has(
                "output_format",
                new ImageValueJsonConverter<ImageFileFormat>(),
                request => request.OutputFormat,
                (request, value) => request with { OutputFormat = value })
            .Has(
                "output_compression",
                JsonMetadataServices.Int32Converter,
                request => request.OutputCompression,
                (request, value) => request with { OutputCompression = value })
            .Has(
                "frame_count",
                JsonMetadataServices.Int32Converter,
                request => request.FrameCount,
                (request, value) => request with { FrameCount = value })
            .Has(
                "frame_duration_ms",
                MillisecondsConverter.Instance,
                request => request.FrameDuration,
                (request, value) => request with { FrameDuration = value })
            .Has("svg", Svg, request => request.Svg, (request, value) => request with { Svg = value })
            .Has(
                "moderation",
                new ImageValueJsonConverter<ImageModeration>(),
                request => request.Moderation,
                (request, value) => request with { Moderation = value })
            .Has(
                "partial_images",
                JsonMetadataServices.Int32Converter,
                request => request.PartialImages,
                (request, value) => request with { PartialImages = value })
            .Has(
                "safety_identifier",
                Text,
                request => request.SafetyIdentifier,
                (request, value) => request with { SafetyIdentifier = value });

    private static DocumentConverter<T> Shared<T>(DocumentConverter<T> document)
        where T : ImageRequest
        => document
            .Has(
                "model",
                new ImageValueJsonConverter<ImageModel>(),
                request => request.Model,
                (request, value) => request with { Model = value })
            .Has(
                "n",
                JsonMetadataServices.Int32Converter,
                request => request.Count,
                (request, value) => request with { Count = value })
            .Has(
                "size",
                new ImageValueJsonConverter<ImageSize>(),
                request => request.Size,
                (request, value) => request with { Size = value })
            .Has(
                "response_format",
                new ImageValueJsonConverter<ImageDelivery>(),
                request => request.Delivery,
                (request, value) => request with { Delivery = value })
            .Has("user", Text, request => request.User, (request, value) => request with { User = value })
            .HasExtra(
                request => request.Extra,
                (request, value) => request with { Extra = value },
                takesUnknown: false);
}
