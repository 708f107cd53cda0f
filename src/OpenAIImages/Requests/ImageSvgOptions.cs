using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>Who writes an SVG drawing, and how (<c>svg</c> on the wire).</summary>
/// <remarks>
/// Leave <see cref="PromptedImageRequest.Svg"/> out altogether unless the project may choose the author model.
/// Its tokens are billed apart and reported in <see cref="ImageResult.SvgUsage"/>.
/// </remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record ImageSvgOptions
{
    /// <summary>Gets the model that writes the drawing (<c>svg.model</c>), for example <c>gpt-5.4-mini</c>.</summary>
    public string? Model { get; init; }

    /// <summary>Gets how hard it thinks (<c>svg.reasoning.effort</c>).</summary>
    public ImageReasoningEffort? ReasoningEffort { get; init => field = Given.OrNull(value); }
}
