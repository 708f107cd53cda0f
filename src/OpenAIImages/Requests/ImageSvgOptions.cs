using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>Which model writes an SVG drawing, and how hard it thinks (<c>svg</c> on the wire).</summary>
/// <remarks>
/// Leave <see cref="PromptedImageRequest.Svg"/> out unless the project may choose this model. The tokens of the model
/// are billed apart and reported in <see cref="ImageResult.SvgUsage"/>.
/// </remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record ImageSvgOptions
{
    /// <summary>Gets the model that writes the drawing (<c>svg.model</c>), for example <c>gpt-5.4-mini</c>.</summary>
    public string? Model { get; init; }

    /// <summary>Gets how hard the model thinks (<c>svg.reasoning.effort</c>).</summary>
    public ImageReasoningEffort? ReasoningEffort { get; init => field = Given.OrNull(value); }
}
