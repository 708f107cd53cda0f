namespace OpenAIImages.Painter;

/// <summary>Makes a picture of what a prompt says.</summary>
/// <remarks>
/// <see cref="PicturePainter"/> is the one that comes with the package. Implement it to put a model of your own behind
/// the offline service. Implementations are safe for concurrent use, and the same request gives the same bytes.
/// </remarks>
public interface IPictureEngine
{
    /// <summary>Paints one picture.</summary>
    /// <param name="request">What to paint, and in which size and format.</param>
    /// <param name="cancellationToken">Stops the work between two of its stages.</param>
    /// <returns>The finished file.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Picture Paint(PictureRequest request, CancellationToken cancellationToken = default);
}
