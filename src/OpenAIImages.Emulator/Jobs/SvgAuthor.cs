using System.Text.Json;
using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Parameters;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>The language model that is said to write an SVG, and what it is said to cost.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Effort">How long it thinks.</param>
/// <remarks>All of it is made up: the painter writes the file. The sums add up, and more effort costs more.</remarks>
internal sealed record SvgAuthor(string Model, string Effort)
{
    private const int BytesOfToken = 3;

    public static SvgAuthor Usual { get; } = new("gpt-5.4-mini", "medium");

    public static SvgAuthor Read(ParameterSet fields)
        => fields.Object("svg") is not { } svg ? Usual : new SvgAuthor(
            svg.Text("model") ?? Usual.Model, svg.Object("reasoning")?.Text("effort") ?? Usual.Effort);

    /// <summary>Writes <c>svg_usage</c>.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="prompt">What was asked.</param>
    /// <param name="length">How many bytes the file has.</param>
    public void WriteUsage(Utf8JsonWriter json, string prompt, int length)
    {
        var input = PromptTokens.Count(prompt) + PromptTokens.Around;
        var reasoning = Effort switch
        {
            "none" => 0,
            "minimal" => 64,
            "low" => 256,
            "high" => 4_096,
            "xhigh" => 8_192,
            "max" => 16_384,
            _ => 1_024,
        };
        var output = length / BytesOfToken + reasoning;
        json.WriteStartObject("svg_usage");
        json.WriteString("model", Model);
        json.WriteNumber("input_tokens", input);
        json.WriteNumber("output_tokens", output);
        json.WriteNumber("reasoning_tokens", reasoning);
        json.WriteNumber("total_tokens", input + output);
        json.WriteEndObject();
    }
}
