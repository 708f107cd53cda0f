using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>A request to make images from words alone.</summary>
/// <remarks>
/// <para>
/// Immutable and safe to share between threads. A property left <see langword="null"/> is not sent, so the service's
/// own default applies. Derive one request from another with <c>with</c>.
/// </para>
/// <para>Reference: https://platform.openai.com/docs/api-reference/images/create.</para>
/// </remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record GenerateImageRequest : PromptedImageRequest
{
    /// <summary>Asks for an image of what <paramref name="prompt"/> describes.</summary>
    /// <param name="prompt">What to draw. Up to 32,000 characters for GPT image models; the service checks.</param>
    /// <exception cref="ArgumentNullException"><paramref name="prompt"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="prompt"/> is blank, or holds half a surrogate pair, which no wire format can carry.
    /// </exception>
    public GenerateImageRequest(string prompt)
        : base(prompt)
    {
    }

    /// <summary>Gets the style (<c>style</c>), of <c>dall-e-3</c> only.</summary>
    /// <remarks>Deprecated at OpenAI, where that model is shut down. For compatible servers.</remarks>
    public ImageStyle? Style { get; init => field = Given.OrNull(value); }
}
