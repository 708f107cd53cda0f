using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OpenAIImages.Documents;

namespace OpenAIImages.Many.Sidecars;

/// <summary>Lists the members of a sidecar as a JSON document.</summary>
internal static class SidecarDocument
{
    public static DocumentConverter<ImageSidecar> Sidecar { get; } =
        new DocumentConverter<ImageSidecar>(draft => new(
            draft.Required<ImageRequest>("request"),
            draft.Required<string>("sha256"),
            draft.Required<long>("length")))
            .Has(
                "time",
                JsonMetadataServices.DateTimeOffsetConverter,
                sidecar => (DateTimeOffset?)sidecar.Time,
                (sidecar, value) => sidecar with { Time = value })
            .Takes("sha256", Text, sidecar => sidecar.Sha256)
            .Takes("length", JsonMetadataServices.Int64Converter, sidecar => (long?)sidecar.Length)
            .HasValue(
                "media_type", sidecar => sidecar.MediaType, (sidecar, value) => sidecar with { MediaType = value })
            .HasValue("model", sidecar => sidecar.Model, (sidecar, value) => sidecar with { Model = value })
            .HasText("request_id", sidecar => sidecar.RequestId, (sidecar, value) => sidecar with { RequestId = value })
            .HasText(
                "client_request_id",
                sidecar => sidecar.ClientRequestId,
                (sidecar, value) => sidecar with { ClientRequestId = value })
            .HasNumber(
                "images_of_call",
                sidecar => (int?)sidecar.ImagesOfCall,
                (sidecar, value) => sidecar with { ImagesOfCall = value })
            .Has(
                "cost",
                JsonMetadataServices.DecimalConverter,
                sidecar => sidecar.Cost,
                (sidecar, value) => sidecar with { Cost = value })
            .Has(
                "usage",
                UsageDocuments.Usage,
                sidecar => sidecar.Usage,
                (sidecar, value) => sidecar with { Usage = value })
            .Has(
                "svg_usage",
                UsageDocuments.SvgUsage,
                sidecar => sidecar.SvgUsage,
                (sidecar, value) => sidecar with { SvgUsage = value })
            .HasText(
                "revised_prompt",
                sidecar => sidecar.RevisedPrompt,
                (sidecar, value) => sidecar with { RevisedPrompt = value })
            .Takes("request", new RequestConverter<ImageRequest>(), sidecar => sidecar.Request);

    private static JsonConverter<string> Text => JsonMetadataServices.StringConverter!;
}
