using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>A request to make images that resemble an image.</summary>
/// <remarks>
/// <para><b>Retired at OpenAI</b>, which no longer answers such requests. Some compatible servers still answer them.
/// With OpenAI, use <see cref="EditImageRequest"/>.</para>
/// <para>A request is immutable. The client does not send a property that is <see langword="null"/>.</para>
/// <para>Reference: https://platform.openai.com/docs/api-reference/images/createVariation.</para>
/// </remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record CreateVariationRequest : ImageRequest
{
    /// <summary>Asks for images that resemble an image.</summary>
    /// <param name="image">The image, not a link: <c>dall-e-2</c> took a square PNG of less than 4 MB.</param>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> is <see langword="null"/>.</exception>
    public CreateVariationRequest(ImageInput image) => Image = Guard.NotNull(image);

    /// <summary>Gets the image (<c>image</c>).</summary>
    public ImageInput Image { get; internal init; }
}
