using System.Text.Json.Serialization;

namespace OpenAIImages.Benchmarks.Rivals;

internal sealed record HandImage([property: JsonPropertyName("b64_json")] byte[] Picture);
