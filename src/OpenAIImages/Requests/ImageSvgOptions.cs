using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The model that writes an SVG drawing, and its reasoning effort (<c>svg</c> on the wire).</summary>
/// <remarks>
/// Leave <see cref="PromptedImageRequest.Svg"/> out unless the project may choose this model. The service bills the
/// tokens of the model separately, and reports them in <see cref="ImageResult.SvgUsage"/>.
/// </remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record ImageSvgOptions
{
    /// <summary>Gets the model that writes the drawing (<c>svg.model</c>), for example <c>gpt-5.4-mini</c>.</summary>
    public string? Model { get; init; }

    /// <summary>Gets the reasoning effort of the model (<c>svg.reasoning.effort</c>).</summary>
    public ImageReasoningEffort? ReasoningEffort { get; init => field = Given.OrNull(value); }
}
