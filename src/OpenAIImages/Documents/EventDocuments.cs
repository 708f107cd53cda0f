using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OpenAIImages.Documents;

/// <summary>Says how the events of a stream are written: with their kind, and by the names of the wire.</summary>
internal static class EventDocuments
{
    public const string Kind = "type";
    public const string PartialKind = "partial_image";
    public const string CompletedKind = "completed";

    public static DocumentConverter<PartialImageEvent> Partial { get; } =
        Shared(
            new DocumentConverter<PartialImageEvent>(draft => new(draft.Required<ImageOutput>("image"))), PartialKind)
            .Takes("image", ResultDocuments.Output, item => item.Image)
            .Has(
                "partial_image_index",
                JsonMetadataServices.Int32Converter,
                item => (int?)item.PartialImageIndex,
                (item, value) => item with { PartialImageIndex = value })
            .Has(
                "created_at",
                UnixTimeConverter.Instance,
                item => item.Created,
                (item, value) => item with { Created = value })
            .Has(
                "size",
                new ImageValueJsonConverter<ImageSize>(),
                item => item.Size,
                (item, value) => item with { Size = value })
            .Has(
                "quality",
                new ImageValueJsonConverter<ImageQuality>(),
                item => item.Quality,
                (item, value) => item with { Quality = value })
            .Has(
                "background",
                new ImageValueJsonConverter<ImageBackground>(),
                item => item.Background,
                (item, value) => item with { Background = value })
            .Has(
                "output_format",
                new ImageValueJsonConverter<ImageFileFormat>(),
                item => item.OutputFormat,
                (item, value) => item with { OutputFormat = value });

    public static DocumentConverter<CompletedImageEvent> Completed { get; } =
        Shared(
            new DocumentConverter<CompletedImageEvent>(draft => new(draft.Required<ImageOutput>("image"))),
            CompletedKind)
            .Takes("image", ResultDocuments.Output, item => item.Image)
            .Has("usage", UsageDocuments.Usage, item => item.Usage, (item, value) => item with { Usage = value })
            .Has(
                "created_at",
                UnixTimeConverter.Instance,
                item => item.Created,
                (item, value) => item with { Created = value })
            .Has(
                "size",
                new ImageValueJsonConverter<ImageSize>(),
                item => item.Size,
                (item, value) => item with { Size = value })
            .Has(
                "quality",
                new ImageValueJsonConverter<ImageQuality>(),
                item => item.Quality,
                (item, value) => item with { Quality = value })
            .Has(
                "background",
                new ImageValueJsonConverter<ImageBackground>(),
                item => item.Background,
                (item, value) => item with { Background = value })
            .Has(
                "output_format",
                new ImageValueJsonConverter<ImageFileFormat>(),
                item => item.OutputFormat,
                (item, value) => item with { OutputFormat = value })
            .Has(
                "safety_identifier",
                Text,
                item => item.SafetyIdentifier,
                (item, value) => item with { SafetyIdentifier = value });

    private static JsonConverter<string> Text => JsonMetadataServices.StringConverter!;

    private static DocumentConverter<T> Shared<T>(DocumentConverter<T> document, string kind)
        where T : ImageStreamEvent
        => document
            .Has(
                Kind,
                Text,
                _ => kind,
                (item, value) => value == kind ? item : throw new JsonException($"It is not '{kind}'."))
            .Has(
                "image_index",
                JsonMetadataServices.Int32Converter,
                item => (int?)item.ImageIndex,
                (item, value) => item with { ImageIndex = value })
            .Has("request_id", Text, item => item.RequestId, (item, value) => item with { RequestId = value })
            .Has(
                "client_request_id",
                Text,
                item => item.ClientRequestId,
                (item, value) => item with { ClientRequestId = value })
            .Has(
                "possibly_billed_attempts",
                JsonMetadataServices.Int32Converter,
                item => (int?)item.PossiblyBilledAttempts,
                (item, value) => item with { PossiblyBilledAttempts = value })
            .Has(
                "rate_limits",
                UsageDocuments.Limits,
                item => item.RateLimits,
                (item, value) => item with { RateLimits = value })
            .HasExtra(item => item.Extra, (item, value) => item with { Extra = value });
}
