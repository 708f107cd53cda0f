using OpenAIImages.Masks;

namespace OpenAIImages.Encoders;

/// <summary>The images of an edit, which are checked before the client sends anything.</summary>
/// <remarks>
/// The check <b>fails</b> with an <see cref="ImageInputException"/> or <see cref="ArgumentException"/> that names the
/// input, if the service would refuse it after the upload. It ignores links and file ids.
/// </remarks>
internal sealed class EditInputs
{
    private EditInputs(EditImageRequest request) => Request = request;

    public EditImageRequest Request { get; }

    /// <summary>Gets the images in order; <see langword="null"/> in the place of a link or a file id.</summary>
    public IReadOnlyList<CheckedInput?> Images { get; private set; } = [];

    public CheckedInput? Mask { get; private set; }

    public CheckedInput? Markup { get; private set; }

    /// <summary>Gets whether any input is a link or an id, which only JSON can hold.</summary>
    public bool ContainReference => All.Any(input => input.Reference is not null);

    private IEnumerable<ImageInput> All
        => Request.Images.Append(Request.Mask).Append(Request.Markup).OfType<ImageInput>();

    public static async ValueTask<EditInputs> CheckAsync(EditImageRequest request, CancellationToken cancellationToken)
    {
        if (request is { Mask: not null, Markup: not null })
        {
            throw new ArgumentException(
                $"An edit takes either {nameof(request.Mask)} or {nameof(request.Markup)}, not both.");
        }

        var inputs = new EditInputs(request);
        var images = new CheckedInput?[request.Images.Count];
        for (var i = 0; i < images.Length; i++)
        {
            // Masks and markup must have the size of the first image.
            var measure = i == 0 && (request.Mask ?? request.Markup) is not null;
            images[i] = await CheckAsync(request.Images[i], $"image[{i}]", measure, cancellationToken)
                .ConfigureAwait(false);
        }

        inputs.Images = images;
        inputs.Mask = await CheckAsync(request.Mask, "mask", true, cancellationToken).ConfigureAwait(false);
        inputs.Markup = await CheckAsync(request.Markup, "markup", true, cancellationToken).ConfigureAwait(false);
        CheckOverlay(inputs.Mask, images[0], "mask");
        CheckOverlay(inputs.Markup, images[0], "markup");
        await EnsureNotOpaqueAsync(inputs.Mask, cancellationToken).ConfigureAwait(false);

        return inputs;
    }

    private static async ValueTask<CheckedInput?> CheckAsync(
        ImageInput? input, string name, bool measure, CancellationToken cancellationToken)
        => input?.Source is null
            ? null
            : await CheckedInput.CheckAsync(input, name, measure, cancellationToken).ConfigureAwait(false);

    private static void CheckOverlay(CheckedInput? overlay, CheckedInput? image, string name)
    {
        if (overlay is null)
        {
            return;
        }

        if (overlay.MediaType != ImageMediaType.Png)
        {
            throw new ImageInputException(name, overlay.Input, $"it must be a PNG, and is {overlay.MediaType}.");
        }

        if (overlay is { Dimensions: not null, HasAlpha: false })
        {
            throw new ImageInputException(
                name,
                overlay.Input,
                $"it has no transparency to say where the image may change. {nameof(ImageMask)} makes one.");
        }

        if (overlay.Dimensions is { } own && image?.Dimensions is { } its && own != its)
        {
            throw new ImageInputException(
                name,
                overlay.Input,
                $"it is {own.Width}x{own.Height}, and the first image is {its.Width}x{its.Height}.");
        }
    }

    // The service accepts a mask that is opaque everywhere, makes the edit, and bills it.
    private static async ValueTask EnsureNotOpaqueAsync(CheckedInput? mask, CancellationToken cancellationToken)
    {
        if (mask is { HasAlpha: true, Source.CanReopen: true }
            && await PngOpacity.IsOpaqueAsync(mask.Source, cancellationToken).ConfigureAwait(false))
        {
            throw new ImageInputException(
                "mask",
                mask.Input,
                $"all of it is opaque, so that nothing may change. {nameof(ImageMask)} makes one that is transparent " +
                "where the image may.");
        }
    }
}
