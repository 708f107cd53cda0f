using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>A request to make images from images and words.</summary>
/// <remarks>
/// <para>
/// A request is immutable, and safe to share between threads if its inputs are. The client does not send a property
/// that is <see langword="null"/>, so the service's own default applies. Derive one request from another with
/// <c>with</c>.
/// </para>
/// <para>
/// The client sends files, bytes and streams as a form, and reads them while it sends them. If any input is a link or a
/// file id, the client sends the request as JSON. Then the other inputs become part of the JSON, up to the size that
/// the service accepts.
/// </para>
/// <para>Reference: https://platform.openai.com/docs/api-reference/images/createEdit.</para>
/// </remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record EditImageRequest : PromptedImageRequest
{
    /// <summary>The largest number of images of an edit: 16.</summary>
    public const int MaxImages = 16;

    /// <summary>Asks for a change of an image by a description.</summary>
    /// <param name="prompt">The change. Up to 32,000 characters for GPT image models; the service
    /// checks.</param>
    /// <param name="image">The image.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="prompt"/> is blank, or holds half a surrogate pair, which no wire format can carry.
    /// </exception>
    public EditImageRequest(string prompt, ImageInput image)
        : this(prompt, [Guard.NotNull(image)], isList: false)
    {
    }

    /// <summary>Asks for an image that is made of several images by a description.</summary>
    /// <param name="prompt">The image to make of them. Up to 32,000 characters for GPT image models; the service
    /// checks.
    /// </param>
    /// <param name="images">1 to 16 images, in order. A mask or markup applies to the first image.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="prompt"/> is blank or holds half a surrogate pair; or there are no images, more than 16, or a
    /// <see langword="null"/> among them.
    /// </exception>
    public EditImageRequest(string prompt, IEnumerable<ImageInput> images)
        : this(prompt, [.. Guard.NotNull(images)], isList: true)
    {
    }

    private EditImageRequest(string prompt, ImageInput[] images, bool isList)
        : base(prompt)
    {
        if (images.Length is 0 or > MaxImages || Array.IndexOf(images, null) >= 0)
        {
            throw new ArgumentException(
                $"An edit takes 1 to {MaxImages} images, none of them null; these are {images.Length}.",
                nameof(images));
        }

        Images = images;
        IsList = isList;
    }

    /// <summary>Gets the images, in order (<c>image</c>, or <c>image[]</c> for a list).</summary>
    public IReadOnlyList<ImageInput> Images { get; internal init; }

    /// <summary>Gets a PNG of the first image's size, transparent where the image may change (<c>mask</c>).</summary>
    /// <value>By default none, and all of the image may change. See <see cref="ImageMask"/>.</value>
    public ImageInput? Mask { get; init; }

    /// <summary>Gets a PNG of the first image's size, an overlay of marks that guides the edit
    /// (<c>markup</c>).</summary>
    /// <value>By default none. The PNG is transparent outside the marks. Do not set it together with
    /// <see cref="Mask"/>.</value>
    public ImageInput? Markup { get; init; }

    /// <summary>Gets the fidelity of the result to the images (<c>input_fidelity</c>); <c>low</c> when
    /// <see langword="null"/>. Leave it out for <c>gpt-image-2</c> and later.</summary>
    public ImageInputFidelity? InputFidelity { get; init => field = Given.OrNull(value); }

    /// <summary>Gets whether the images were given as a list. A list and a single image have different forms in the
    /// request.</summary>
    internal bool IsList { get; }
}
