using System.Text.Json;

namespace OpenAIImages.Documents;

/// <summary>Lists the members of events as JSON documents. They are the kind, and the members with the names of the
/// stream.</summary>
internal static class EventDocuments
{
    public const string Kind = "type";
    public const string PartialKind = "partial_image";
    public const string CompletedKind = "completed";

    public static DocumentConverter<PartialImageEvent> Partial { get; } =
        Shared(
            new DocumentConverter<PartialImageEvent>(draft => new(draft.Required<ImageOutput>("image"))), PartialKind)
            .Takes("image", ResultDocuments.Output, item => item.Image)
            .HasNumber(
                "partial_image_index",
                item => (int?)item.PartialImageIndex,
                (item, value) => item with { PartialImageIndex = value })
            .Has(
                "created_at",
                UnixTimeConverter.Instance,
                item => item.Created,
                (item, value) => item with { Created = value })
            .HasValue("size", item => item.Size, (item, value) => item with { Size = value })
            .HasValue("quality", item => item.Quality, (item, value) => item with { Quality = value })
            .HasValue("background", item => item.Background, (item, value) => item with { Background = value })
            .HasValue("output_format", item => item.OutputFormat, (item, value) => item with { OutputFormat = value });

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
            .HasValue("size", item => item.Size, (item, value) => item with { Size = value })
            .HasValue("quality", item => item.Quality, (item, value) => item with { Quality = value })
            .HasValue("background", item => item.Background, (item, value) => item with { Background = value })
            .HasValue("output_format", item => item.OutputFormat, (item, value) => item with { OutputFormat = value })
            .HasText(
                "safety_identifier",
                item => item.SafetyIdentifier,
                (item, value) => item with { SafetyIdentifier = value });

    private static DocumentConverter<T> Shared<T>(DocumentConverter<T> document, string kind)
        where T : ImageStreamEvent
        => document
            .HasText(
                Kind,
                _ => kind,
                (item, value) => value == kind ? item : throw new JsonException($"It is not '{kind}'."))
            .HasNumber("image_index", item => (int?)item.ImageIndex, (item, value) => item with { ImageIndex = value })
            .HasText("request_id", item => item.RequestId, (item, value) => item with { RequestId = value })
            .HasText(
                "client_request_id",
                item => item.ClientRequestId,
                (item, value) => item with { ClientRequestId = value })
            .HasNumber(
                "possibly_billed_attempts",
                item => (int?)item.PossiblyBilledAttempts,
                (item, value) => item with { PossiblyBilledAttempts = value })
            .Has(
                "rate_limits",
                UsageDocuments.Limits,
                item => item.RateLimits,
                (item, value) => item with { RateLimits = value })
            .HasExtra(item => item.Extra, (item, value) => item with { Extra = value });
}
