namespace OpenAIImages.Painter;

/// <summary>Makes pictures from prompts.</summary>
/// <remarks>
/// <see cref="PicturePainter"/> comes with the package. Implement this interface to put a model of your own behind
/// the offline service. Implementations are safe for concurrent use, and the same request gives the same bytes.
/// </remarks>
public interface IPictureEngine
{
    /// <summary>Paints one picture.</summary>
    /// <param name="request">The prompt, the size and the format.</param>
    /// <param name="cancellationToken">Stops the work between two of its stages.</param>
    /// <returns>The finished file.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Picture Paint(PictureRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes a picture as a prompt asks.</summary>
    /// <param name="edit">The pictures and the prompt.</param>
    /// <param name="cancellationToken">Stops the work between two of its stages.</param>
    /// <returns>The changed picture. The part that a mask protects is unchanged.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="edit"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">A picture cannot be read. The message names it.</exception>
    /// <exception cref="NotSupportedException">This engine does not edit.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Picture Edit(PictureEdit edit, CancellationToken cancellationToken = default)
        => throw new NotSupportedException("This engine does not edit pictures.");

    /// <summary>Makes a variation of a picture.</summary>
    /// <param name="source">The file to vary: PNG, JPEG or WebP.</param>
    /// <param name="request">The size, format and variant of the result. The prompt has no effect.</param>
    /// <param name="cancellationToken">Stops the work between two of its stages.</param>
    /// <returns>The variation. The source stays recognisable in it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The picture cannot be read.</exception>
    /// <exception cref="NotSupportedException">This engine does not vary.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Picture Vary(
        ReadOnlyMemory<byte> source, PictureRequest request, CancellationToken cancellationToken = default)
        => throw new NotSupportedException("This engine does not vary pictures.");

    /// <summary>Makes a preview: the finished picture as it could have looked during the work.</summary>
    /// <param name="finished">The finished picture.</param>
    /// <param name="progress">The share of the work that is done: more than 0 and less than 1.</param>
    /// <param name="cancellationToken">Stops the work between two of its stages.</param>
    /// <returns>A picture of the same size and format; by default <paramref name="finished"/> itself.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="finished"/> is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Picture Preview(Picture finished, double progress, CancellationToken cancellationToken = default) => finished;
}
