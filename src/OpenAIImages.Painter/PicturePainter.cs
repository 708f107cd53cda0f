using OpenAIImages.Painter.Editing;
using OpenAIImages.Painter.Editing.Recipes;

namespace OpenAIImages.Painter;

/// <summary>Paints storybook pictures from prompts, without a network and without a model.</summary>
/// <remarks>
/// Safe for concurrent use. A picture of 1,024 by 1,024 takes a fraction of a second. One of 3,840 by 2,160
/// takes one or two seconds, and some 230 megabytes while the painter works. A PNG file carries its prompt and its
/// edits in a text that viewers skip. The painter edits and varies a file with this text as a scene, other files as
/// pixels.
/// </remarks>
public sealed class PicturePainter : IPictureEngine
{
    /// <inheritdoc/>
    public Picture Paint(PictureRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();

        return OwnPicture.Paint(
            new Recipe([request.Prompt], request.Variant, request.Transparent), request, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="edit"/> has a mask and a markup.</exception>
    public Picture Edit(PictureEdit edit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        if (edit.Mask is not null && edit.Markup is not null)
        {
            throw new ArgumentException(
                "An edit has a Mask or a Markup, not both. Leave the Markup null where the Mask says what may " +
                "change, or leave the Mask null where marks show the places.", nameof(edit));
        }

        cancellationToken.ThrowIfCancellationRequested();

        return PictureEditor.Edit(edit, cancellationToken);
    }

    /// <inheritdoc/>
    public Picture Vary(
        ReadOnlyMemory<byte> source, PictureRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();

        return PictureVariation.Make(source, request, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="progress"/> is not between 0 and 1.</exception>
    /// <exception cref="FormatException"><paramref name="finished"/> cannot be read.</exception>
    public Picture Preview(Picture finished, double progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(finished);
        // Every comparison with NaN is false. The negation refuses NaN.
        if (!(progress > 0 && progress < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(progress), progress, "The progress is more than 0 and less than 1.");
        }

        cancellationToken.ThrowIfCancellationRequested();

        return PreviewMaker.Make(finished, (float)progress);
    }
}
