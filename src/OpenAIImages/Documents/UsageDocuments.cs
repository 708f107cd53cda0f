using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OpenAIImages.Documents;

/// <summary>Lists the members of token counts and rate limits as JSON documents.</summary>
internal static class UsageDocuments
{
    public static DocumentConverter<ImageTokenDetails> Details { get; } =
        new DocumentConverter<ImageTokenDetails>(_ => new())
            .HasNumber(
                "text_tokens",
                details => details.TextTokens,
                (details, value) => details with { TextTokens = value })
            .HasNumber(
                "image_tokens",
                details => details.ImageTokens,
                (details, value) => details with { ImageTokens = value })
            .HasNumber(
                "cached_tokens",
                details => details.CachedTokens,
                (details, value) => details with { CachedTokens = value })
            .HasExtra(details => details.Extra, (details, value) => details with { Extra = value });

    public static DocumentConverter<ImageUsage> Usage { get; } =
        new DocumentConverter<ImageUsage>(_ => new())
            .HasNumber("total_tokens", usage => usage.TotalTokens, (usage, value) => usage with { TotalTokens = value })
            .HasNumber("input_tokens", usage => usage.InputTokens, (usage, value) => usage with { InputTokens = value })
            .HasNumber(
                "output_tokens",
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
            .HasText("model", usage => usage.Model, (usage, value) => usage with { Model = value })
            .HasNumber("total_tokens", usage => usage.TotalTokens, (usage, value) => usage with { TotalTokens = value })
            .HasNumber("input_tokens", usage => usage.InputTokens, (usage, value) => usage with { InputTokens = value })
            .HasNumber(
                "output_tokens",
                usage => usage.OutputTokens,
                (usage, value) => usage with { OutputTokens = value })
            .HasNumber(
                "reasoning_tokens",
                usage => usage.ReasoningTokens,
                (usage, value) => usage with { ReasoningTokens = value })
            .HasExtra(usage => usage.Extra, (usage, value) => usage with { Extra = value });

    public static DocumentConverter<ImageRateLimit> Limit { get; } =
        new DocumentConverter<ImageRateLimit>(draft => new(draft.Required<string>("dimension")))
            .Takes("dimension", Text, limit => limit.Dimension)
            .HasNumber("limit", limit => limit.Limit, (limit, value) => limit with { Limit = value })
            .HasNumber("remaining", limit => limit.Remaining, (limit, value) => limit with { Remaining = value })
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
