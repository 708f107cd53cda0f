using System.Text.Json.Serialization;

namespace OpenAIImages.Benchmarks.Rivals;

internal sealed record HandReply([property: JsonPropertyName("data")] HandImage[] Data);
