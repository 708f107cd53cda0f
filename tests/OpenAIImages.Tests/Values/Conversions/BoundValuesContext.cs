using System.Text.Json.Serialization;

namespace OpenAIImages.Tests.Values;

/// <summary>A context of a user; the source generator makes it in another assembly than the client's.</summary>
[JsonSerializable(typeof(BoundValues))]
[JsonSerializable(typeof(Dictionary<ImageModel, ImageSize>))]
internal sealed partial class BoundValuesContext : JsonSerializerContext;
