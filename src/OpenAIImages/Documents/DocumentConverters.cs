using System.Text.Json.Serialization;

namespace OpenAIImages.Documents;

/// <summary>Finds the converter of each type that can be written as a JSON document.</summary>
internal static class DocumentConverters
{
    private static readonly Dictionary<Type, JsonConverter> Converters = new()
    {
        [typeof(ImageRequest)] = new RequestConverter<ImageRequest>(),
        [typeof(PromptedImageRequest)] = new RequestConverter<PromptedImageRequest>(),
        [typeof(GenerateImageRequest)] = RequestDocuments.Generate,
        [typeof(EditImageRequest)] = RequestDocuments.Edit,
        [typeof(CreateVariationRequest)] = RequestDocuments.Vary,
        [typeof(ImageSvgOptions)] = RequestDocuments.Svg,
        [typeof(ImageInput)] = InputDocuments.Input,
        [typeof(ExtraFields)] = ExtraFieldsConverter.Instance,
        [typeof(ImageResult)] = ResultDocuments.Result,
        [typeof(ImageOutput)] = ResultDocuments.Output,
        [typeof(ImageContentFilterResult)] = ResultDocuments.FilterResult,
        [typeof(ImageUsage)] = UsageDocuments.Usage,
        [typeof(ImageTokenDetails)] = UsageDocuments.Details,
        [typeof(ImageSvgUsage)] = UsageDocuments.SvgUsage,
        [typeof(ImageRateLimit)] = UsageDocuments.Limit,
        [typeof(ImageRateLimits)] = UsageDocuments.Limits,
        [typeof(ImageStreamEvent)] = new EventConverter(),
        [typeof(PartialImageEvent)] = EventDocuments.Partial,
        [typeof(CompletedImageEvent)] = EventDocuments.Completed,
    };

    /// <summary>Returns the converter of a type, or <see langword="null"/> when the type has no converter.</summary>
    public static JsonConverter? Of(Type type) => Converters.TryGetValue(type, out var converter) ? converter : null;
}
