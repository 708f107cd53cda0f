using System.Text.Json.Serialization;

namespace OpenAIImages.Tests.Values;

/// <summary>A context of a user's, made by the source generator in an assembly that is not ours.</summary>
[JsonSerializable(typeof(BoundValues))]
[JsonSerializable(typeof(Dictionary<ImageModel, ImageSize>))]
internal sealed partial class BoundValuesContext : JsonSerializerContext;
