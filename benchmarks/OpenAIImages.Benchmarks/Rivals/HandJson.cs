using System.Text.Json.Serialization;

namespace OpenAIImages.Benchmarks.Rivals;

/// <summary>How <see cref="ByHand"/> reads and writes JSON: by generated code.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HandRequest))]
[JsonSerializable(typeof(HandReply))]
[JsonSerializable(typeof(HandImage))]
internal sealed partial class HandJson : JsonSerializerContext;
