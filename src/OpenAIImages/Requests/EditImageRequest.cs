using System.Text.Json.Serialization;

namespace OpenAIImages;

/// <summary>A request to make images from images and words.</summary>
/// <remarks>
/// <para>
/// Immutable and safe to share between threads, as far as its inputs are. A property left <see langword="null"/> is not
/// sent, so the service's own default applies. Derive one request from another with <c>with</c>.
/// </para>
/// <para>
/// Files, bytes and streams are sent as a form, and read while they are sent. Where any input is a link or a file id,
/// the request is sent as JSON, and the other inputs become part of the JSON, up to the size that the service accepts.
/// </para>
/// <para>Reference: https://platform.openai.com/docs/api-reference/images/createEdit.</para>
/// </remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record EditImageRequest : PromptedImageRequest
{
    /// <summary>How many images an edit takes at most: 16.</summary>
    public const int MaxImages = 16;

    /// <summary>Asks to change an image as <paramref name="prompt"/> says.</summary>
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

    /// <summary>Asks to make an image of several images as <paramref name="prompt"/> says.</summary>
    /// <param name="prompt">The image to make of them. Up to 32,000 characters for GPT image models; the service
    /// checks.
    /// </param>
    /// <param name="images">1 to 16 images, in order: the first is the one that a mask or markup applies to.</param>
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

    /// <summary>Gets a PNG of the first image's size, transparent where it may change (<c>mask</c>).</summary>
    /// <value>By default none, and all of the image may change. See <see cref="ImageMask"/>.</value>
    public ImageInput? Mask { get; init; }

    /// <summary>Gets a PNG of the first image's size that is laid over it to guide the edit
    /// (<c>markup</c>).</summary>
    /// <value>By default none. Transparent but for the marks; not together with <see cref="Mask"/>.</value>
    public ImageInput? Markup { get; init; }

    /// <summary>Gets how closely to keep to the images (<c>input_fidelity</c>); <c>low</c> when
    /// <see langword="null"/>. Leave it out for <c>gpt-image-2</c> and later.</summary>
    public ImageInputFidelity? InputFidelity { get; init => field = Given.OrNull(value); }

    /// <summary>Gets whether the images were given as a list. On the wire a list differs from a single image.</summary>
    internal bool IsList { get; }
}
