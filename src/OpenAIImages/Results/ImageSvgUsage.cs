using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The tokens of the model that wrote an SVG drawing (<c>svg_usage</c>), billed at that model's
/// rates.</summary>
/// <remarks>A number is <see langword="null"/> when the server did not name it.</remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record ImageSvgUsage
{
    private readonly ExtraFields _extra = ExtraFields.Empty;

    /// <summary>Gets the model that wrote the drawing (<c>model</c>).</summary>
    public string? Model { get; init; }

    /// <summary>Gets all tokens (<c>total_tokens</c>).</summary>
    public long? TotalTokens { get; init; }

    /// <summary>Gets the input tokens (<c>input_tokens</c>).</summary>
    public long? InputTokens { get; init; }

    /// <summary>Gets the output tokens (<c>output_tokens</c>).</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Gets the tokens of the model's reasoning, which are part of the output tokens
    /// (<c>reasoning_tokens</c>).</summary>
    public long? ReasoningTokens { get; init; }

    /// <summary>Gets the members that this package has no property for.</summary>
    /// <value>Empty by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ExtraFields Extra
    {
        get => _extra;
        init => _extra = Guard.NotNull(value, nameof(Extra));
    }
}
