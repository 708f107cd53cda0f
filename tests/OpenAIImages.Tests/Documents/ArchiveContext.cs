using System.Text.Json.Serialization;

namespace OpenAIImages.Tests.Documents;

/// <summary>A context of a user's, made by the source generator in an assembly that is not ours.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseUpper)]
[JsonSerializable(typeof(Archive))]
[JsonSerializable(typeof(ImageOutput))]
[JsonSerializable(typeof(ImageInput))]
[JsonSerializable(typeof(PartialImageEvent))]
[JsonSerializable(typeof(CompletedImageEvent))]
internal sealed partial class ArchiveContext : JsonSerializerContext;
