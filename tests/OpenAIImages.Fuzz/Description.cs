using System.Text.RegularExpressions;

namespace OpenAIImages.Fuzz;

/// <summary>Writes all values that a parser read as one text, so that a check can compare two readings.</summary>
internal static partial class Description
{
    public static string Of(ImageResult result)
        => $"{result.Created:O} {result.Size} {result.Quality} {result.Background} {result.OutputFormat} " +
            $"{result.SafetyIdentifier} {Of(result.Usage)} {Of(result.SvgUsage)} {Of(result.Extra)} " +
            string.Join(" | ", result.Images.Select(Of));

    public static string Of(ImageStreamEvent item) => item switch
    {
        PartialImageEvent partial =>
            $"partial {partial.PartialImageIndex} {partial.Created:O} {partial.Size} {partial.Quality} " +
            $"{partial.Background} " +
            $"{partial.OutputFormat} {Of(partial.Extra)} {Of(partial.Image)}",
        CompletedImageEvent completed =>
            $"completed {completed.Created:O} {completed.Size} {completed.Quality} {completed.Background} " +
            $"{completed.OutputFormat} {completed.SafetyIdentifier} {Of(completed.Usage)} {Of(completed.Extra)} " +
            Of(completed.Image),
        _ => item.GetType().Name,
    };

    /// <summary>Describes a failure without its numbers: the position of the fault can depend on the pieces.</summary>
    public static string Of(Exception e) => Digits().Replace(
        e switch
        {

            // A string with several faults can fail at any of them first.
            ImageDecodeException { Member: { } member } => $"{e.GetType().Name} {member}",
            ImageApiException refusal =>
                $"{e.GetType().Name} {refusal.Status} {refusal.Code} {refusal.Type} {refusal.Parameter} " +
                $"{refusal.BodyExcerpt}: {e.Message}",
            _ => $"{e.GetType().Name}: {e.Message}",
        },
        "#");

    private static string Of(ImageOutput image)
        => $"{Convert.ToBase64String(image.Bytes.Span)} {image.Length} {image.MediaType} " +
            $"{image.Link?.OriginalString} {image.RevisedPrompt} {string.Join(',', image.ContentFilterResults)} " +
            $"{string.Join(',', image.PromptFilterResults)} {Of(image.Extra)}";

    private static string Of(ImageUsage? usage)
        => usage is null
            ? "-"
            : $"{usage.TotalTokens}/{usage.InputTokens}/{usage.OutputTokens}/{Of(usage.InputDetails)}/" +
                $"{Of(usage.OutputDetails)}/{Of(usage.Extra)}";

    private static string Of(ImageTokenDetails? details)
        => details is null
            ? "-"
            : $"{details.TextTokens},{details.ImageTokens},{details.CachedTokens},{Of(details.Extra)}";

    private static string Of(ImageSvgUsage? usage)
        => usage is null ? "-" : $"{usage.Model}/{usage.TotalTokens}/{usage.ReasoningTokens}/{Of(usage.Extra)}";

    private static string Of(ExtraFields extra)
        => string.Join(';', extra.Select(field => $"{field.Key}={field.Value.GetRawText()}"));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
