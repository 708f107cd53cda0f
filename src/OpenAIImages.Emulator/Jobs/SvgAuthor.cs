using System.Text.Json;
using OpenAIImages.Emulator.Models;
using OpenAIImages.Emulator.Parameters;

namespace OpenAIImages.Emulator.Jobs;

/// <summary>The made-up language model that writes an SVG, and its made-up cost.</summary>
/// <param name="Model">The name of the model.</param>
/// <param name="Effort">The effort of its reasoning.</param>
/// <remarks>The painter writes the file. The sums of the cost add up, and more effort costs more.</remarks>
internal sealed record SvgAuthor(string Model, string Effort)
{
    private const int BytesOfToken = 3;

    public static SvgAuthor Usual { get; } = new("gpt-5.4-mini", "medium");

    public static SvgAuthor Read(ParameterSet fields)
        => fields.Object("svg") is not { } svg ? Usual : new SvgAuthor(
            svg.Text("model") ?? Usual.Model, svg.Object("reasoning")?.Text("effort") ?? Usual.Effort);

    /// <summary>Writes <c>svg_usage</c>.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="prompt">The prompt.</param>
    /// <param name="length">The length of the file, in bytes.</param>
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
