using System.Text.Json.Serialization;

namespace OpenAIImages.Benchmarks.Rivals;

/// <summary>The generated code with which <see cref="ByHand"/> reads and writes JSON.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HandRequest))]
[JsonSerializable(typeof(HandReply))]
[JsonSerializable(typeof(HandImage))]
internal sealed partial class HandJson : JsonSerializerContext;
