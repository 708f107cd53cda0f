using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>The division of input or output tokens into text and images.</summary>
/// <remarks>A number is <see langword="null"/> when the server did not name it.</remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record ImageTokenDetails
{
    private readonly ExtraFields _extra = ExtraFields.Empty;

    /// <summary>Gets the tokens of text (<c>text_tokens</c>).</summary>
    public long? TextTokens { get; init; }

    /// <summary>Gets the tokens of images (<c>image_tokens</c>).</summary>
    public long? ImageTokens { get; init; }

    /// <summary>Gets the tokens that came from a cache, at a lower price (<c>cached_tokens</c>).</summary>
    public long? CachedTokens { get; init; }

    /// <summary>Gets the members that this package has no property for.</summary>
    /// <value>Empty by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ExtraFields Extra
    {
        get => _extra;
        init => _extra = Guard.NotNull(value, nameof(Extra));
    }
}
