using System.Text.Json.Serialization;

namespace OpenAIImages.Tests.Documents;

/// <summary>A context of a user; the source generator makes it in another assembly than the client's.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseUpper)]
[JsonSerializable(typeof(Archive))]
[JsonSerializable(typeof(ImageOutput))]
[JsonSerializable(typeof(ImageInput))]
[JsonSerializable(typeof(PartialImageEvent))]
[JsonSerializable(typeof(CompletedImageEvent))]
internal sealed partial class ArchiveContext : JsonSerializerContext;
