using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OpenAIImages.Documents;

/// <summary>Says how tokens and limits are written.</summary>
internal static class UsageDocuments
{
    public static DocumentConverter<ImageTokenDetails> Details { get; } =
        new DocumentConverter<ImageTokenDetails>(_ => new())
            .Has(
                "text_tokens",
                JsonMetadataServices.Int64Converter,
                details => details.TextTokens,
                (details, value) => details with { TextTokens = value })
            .Has(
                "image_tokens",
                JsonMetadataServices.Int64Converter,
                details => details.ImageTokens,
                (details, value) => details with { ImageTokens = value })
            .Has(
                "cached_tokens",
                JsonMetadataServices.Int64Converter,
                details => details.CachedTokens,
                (details, value) => details with { CachedTokens = value })
            .HasExtra(details => details.Extra, (details, value) => details with { Extra = value });

    public static DocumentConverter<ImageUsage> Usage { get; } =
        new DocumentConverter<ImageUsage>(_ => new())
            .Has(
                "total_tokens",
                JsonMetadataServices.Int64Converter,
                usage => usage.TotalTokens,
                (usage, value) => usage with { TotalTokens = value })
            .Has(
                "input_tokens",
                JsonMetadataServices.Int64Converter,
                usage => usage.InputTokens,
                (usage, value) => usage with { InputTokens = value })
            .Has(
                "output_tokens",
                JsonMetadataServices.Int64Converter,
                usage => usage.OutputTokens,
                (usage, value) => usage with { OutputTokens = value })
            .Has(
                "input_tokens_details",
                Details,
                usage => usage.InputDetails,
                (usage, value) => usage with { InputDetails = value })
            .Has(
                "output_tokens_details",
                Details,
                usage => usage.OutputDetails,
                (usage, value) => usage with { OutputDetails = value })
            .HasExtra(usage => usage.Extra, (usage, value) => usage with { Extra = value });

    public static DocumentConverter<ImageSvgUsage> SvgUsage { get; } =
        new DocumentConverter<ImageSvgUsage>(_ => new())
            .Has(
                "model",
                Text,
                usage => usage.Model,
                (usage, value) => usage with { Model = value })
            .Has(
                "total_tokens",
                JsonMetadataServices.Int64Converter,
                usage => usage.TotalTokens,
                (usage, value) => usage with { TotalTokens = value })
            .Has(
                "input_tokens",
                JsonMetadataServices.Int64Converter,
                usage => usage.InputTokens,
                (usage, value) => usage with { InputTokens = value })
            .Has(
                "output_tokens",
                JsonMetadataServices.Int64Converter,
                usage => usage.OutputTokens,
                (usage, value) => usage with { OutputTokens = value })
            .Has(
                "reasoning_tokens",
                JsonMetadataServices.Int64Converter,
                usage => usage.ReasoningTokens,
                (usage, value) => usage with { ReasoningTokens = value })
            .HasExtra(usage => usage.Extra, (usage, value) => usage with { Extra = value });

    public static DocumentConverter<ImageRateLimit> Limit { get; } =
        new DocumentConverter<ImageRateLimit>(draft => new(draft.Required<string>("dimension")))
            .Takes("dimension", Text, limit => limit.Dimension)
            .Has(
                "limit",
                JsonMetadataServices.Int64Converter,
                limit => limit.Limit,
                (limit, value) => limit with { Limit = value })
            .Has(
                "remaining",
                JsonMetadataServices.Int64Converter,
                limit => limit.Remaining,
                (limit, value) => limit with { Remaining = value })
            .Has(
                "reset_after_ms",
                MillisecondsConverter.Instance,
                limit => limit.ResetAfter,
                (limit, value) => limit with { ResetAfter = value });

    public static DocumentConverter<ImageRateLimits> Limits { get; } =
        new DocumentConverter<ImageRateLimits>(
            draft => new(draft.Required<IReadOnlyList<ImageRateLimit>>("dimensions")))
            .Takes("dimensions", new ListConverter<ImageRateLimit>(Limit), limits => limits.Dimensions);

    private static JsonConverter<string> Text => JsonMetadataServices.StringConverter!;
}
