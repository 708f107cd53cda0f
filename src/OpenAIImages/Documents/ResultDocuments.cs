using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OpenAIImages.Documents;

/// <summary>Lists the members of results as JSON documents. The members have the same names as in replies.</summary>
internal static class ResultDocuments
{
    private const string Bytes = "b64_json";
    private const string SavedPath = "path";
    private const string Length = "length";
    private const string MediaType = "media_type";

    public static DocumentConverter<ImageContentFilterResult> FilterResult { get; } =
        new DocumentConverter<ImageContentFilterResult>(draft => new(draft.Required<string>("category")))
            .Takes("category", Text, result => result.Category)
            .Has(
                "filtered",
                JsonMetadataServices.BooleanConverter,
                result => (bool?)result.IsFiltered,
                (result, value) => result with { IsFiltered = value })
            .HasText("severity", result => result.Severity, (result, value) => result with { Severity = value })
            .Has(
                "detected",
                JsonMetadataServices.BooleanConverter,
                result => result.IsDetected,
                (result, value) => result with { IsDetected = value });

    private static readonly ListConverter<ImageContentFilterResult> FilterResults = new(FilterResult);

    public static DocumentConverter<ImageOutput> Output { get; } =
        new DocumentConverter<ImageOutput>(CreateOutput)
            .Takes(
                Bytes,
                JsonMetadataServices.ReadOnlyMemoryByteConverter,
                image => image.Bytes.IsEmpty ? default(ReadOnlyMemory<byte>?) : image.Bytes)
            .Takes(SavedPath, Text, image => image.SavedPath)
            .Takes(
                Length,
                JsonMetadataServices.Int64Converter,
                image => image.Bytes.IsEmpty && image.Length > 0 ? image.Length : default(long?))
            .Takes(
                MediaType,
                new ImageValueJsonConverter<ImageMediaType>(),
                image => image.Bytes.IsEmpty && image.Length > 0 ? image.MediaType : default(ImageMediaType?))
            .Has("url", Address, image => image.Link, (image, value) => image with { Link = value })
            .HasText(
                "revised_prompt",
                image => image.RevisedPrompt,
                (image, value) => image with { RevisedPrompt = value })
            .Has(
                "content_filter_results",
                FilterResults,
                image => image.ContentFilterResults is { Count: > 0 } some ? some : null,
                (image, value) => image with { ContentFilterResults = value })
            .Has(
                "prompt_filter_results",
                FilterResults,
                image => image.PromptFilterResults is { Count: > 0 } some ? some : null,
                (image, value) => image with { PromptFilterResults = value })
            .HasExtra(image => image.Extra, (image, value) => image with { Extra = value });

    public static DocumentConverter<ImageResult> Result { get; } =
        new DocumentConverter<ImageResult>(draft => new(draft.Required<IReadOnlyList<ImageOutput>>("data")))
            .Has(
                "created",
                UnixTimeConverter.Instance,
                result => result.Created,
                (result, value) => result with { Created = value })
            .Takes("data", new ListConverter<ImageOutput>(Output), result => result.Images)
            .HasValue("background", result => result.Background, (result, value) => result with { Background = value })
            .HasValue(
                "output_format",
                result => result.OutputFormat,
                (result, value) => result with { OutputFormat = value })
            .HasValue("quality", result => result.Quality, (result, value) => result with { Quality = value })
            .HasValue("size", result => result.Size, (result, value) => result with { Size = value })
            .Has(
                "usage",
                UsageDocuments.Usage,
                result => result.Usage,
                (result, value) => result with { Usage = value })
            .Has(
                "svg_usage",
                UsageDocuments.SvgUsage,
                result => result.SvgUsage,
                (result, value) => result with { SvgUsage = value })
            .HasText(
                "safety_identifier",
                result => result.SafetyIdentifier,
                (result, value) => result with { SafetyIdentifier = value })
            .HasText("request_id", result => result.RequestId, (result, value) => result with { RequestId = value })
            .HasText(
                "client_request_id",
                result => result.ClientRequestId,
                (result, value) => result with { ClientRequestId = value })
            .HasNumber(
                "possibly_billed_attempts",
                result => (int?)result.PossiblyBilledAttempts,
                (result, value) => result with { PossiblyBilledAttempts = value })
            .Has(
                "rate_limits",
                UsageDocuments.Limits,
                result => result.RateLimits,
                (result, value) => result with { RateLimits = value })
            .HasExtra(result => result.Extra, (result, value) => result with { Extra = value });

    private static JsonConverter<Uri> Address => JsonMetadataServices.UriConverter!;

    private static JsonConverter<string> Text => JsonMetadataServices.StringConverter!;

    // Length and media type follow from the bytes. They are written only for images without bytes here.
    private static ImageOutput CreateOutput(Draft draft)
    {
        var path = draft.Get<string>(SavedPath);
        var length = draft.Get<long>(Length);
        var mediaType = draft.Get<ImageMediaType>(MediaType);
        if (draft.Has(Bytes))
        {
            foreach (var name in new[] { SavedPath, Length, MediaType })
            {
                if (draft.Has(name))
                {
                    throw draft.Fault(name, $"It cannot stand beside '{Bytes}', from which it follows.");
                }
            }

            var bytes = draft.Get<ReadOnlyMemory<byte>>(Bytes);

            return bytes.IsEmpty ? throw draft.Fault(Bytes, "It is empty.") : ImageOutput.FromBytes(bytes);
        }

        if (path is null && !draft.Has(Length) && !draft.Has(MediaType))
        {
            return new ImageOutput();
        }

        return draft.Required<long>(Length) < 1
            ? throw draft.Fault(Length, "It must be at least 1.")
            : path is null
                ? new ImageOutput { Length = length, MediaType = mediaType }
                : ImageOutput.FromSavedFile(path, length, mediaType);
    }
}
