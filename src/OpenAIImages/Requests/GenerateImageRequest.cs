using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>A request to make images from words only.</summary>
/// <remarks>
/// <para>
/// A request is immutable and safe to share between threads. The client does not send a property that is
/// <see langword="null"/>, so the service's own default applies. Derive one request from another with <c>with</c>.
/// </para>
/// <para>Reference: https://platform.openai.com/docs/api-reference/images/create.</para>
/// </remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record GenerateImageRequest : PromptedImageRequest
{
    /// <summary>Asks for an image by a description.</summary>
    /// <param name="prompt">The description of the image. Up to 32,000 characters for GPT image models; the service
    /// checks.</param>
    /// <exception cref="ArgumentNullException"><paramref name="prompt"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="prompt"/> is blank, or holds half a surrogate pair, which no wire format can carry.
    /// </exception>
    public GenerateImageRequest(string prompt)
        : base(prompt)
    {
    }

    /// <summary>Gets the style (<c>style</c>), only for <c>dall-e-3</c>.</summary>
    /// <remarks>The style is deprecated at OpenAI, where that model is shut down. Use it for compatible
    /// servers.</remarks>
    public ImageStyle? Style { get; init => field = Given.OrNull(value); }
}
