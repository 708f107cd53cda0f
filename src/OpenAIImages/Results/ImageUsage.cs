using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The tokens of a call (<c>usage</c>).</summary>
/// <remarks>
/// The numbers are for the whole call, with all of its images. A number is <see langword="null"/> when the server did
/// not name it. If a server counts <c>prompt_tokens</c> and <c>completion_tokens</c>, they are read as input and output
/// tokens.
/// </remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record ImageUsage
{
    private readonly ExtraFields _extra = ExtraFields.Empty;

    /// <summary>Gets all tokens (<c>total_tokens</c>).</summary>
    public long? TotalTokens { get; init; }

    /// <summary>Gets the input tokens (<c>input_tokens</c>).</summary>
    public long? InputTokens { get; init; }

    /// <summary>Gets the output tokens (<c>output_tokens</c>).</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Gets the division of the input tokens (<c>input_tokens_details</c>).</summary>
    public ImageTokenDetails? InputDetails { get; init; }

    /// <summary>Gets the division of the output tokens (<c>output_tokens_details</c>).</summary>
    public ImageTokenDetails? OutputDetails { get; init; }

    /// <summary>Gets the members that this package has no property for, such as a cost.</summary>
    /// <value>Empty by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ExtraFields Extra
    {
        get => _extra;
        init => _extra = Guard.NotNull(value, nameof(Extra));
    }
}
