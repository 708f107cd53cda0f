using System.Text.Json.Serialization;

namespace OpenAIImages.Benchmarks.Rivals;

internal sealed record HandRequest(
    [property: JsonPropertyName("prompt")] string Prompt,
    [property: JsonPropertyName("model")] string? Model,
    [property: JsonPropertyName("n")] int? Count,
    [property: JsonPropertyName("size")] string? Size = null,
    [property: JsonPropertyName("quality")] string? Quality = null);
