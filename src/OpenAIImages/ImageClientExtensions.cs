namespace OpenAIImages;

/// <summary>Shorter ways to say common things.</summary>
public static class ImageClientExtensions
{
    /// <summary>Makes one image from words alone, with <see cref="ImageModel.GptImage2"/> and its default settings.
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="prompt">What to draw.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="prompt"/> is blank.</exception>
    /// <exception cref="ImageApiException">The service refused the request.</exception>
    /// <exception cref="ImageTransportException">No reply came, or not all of it.</exception>
    /// <exception cref="ImageDecodeException">The reply cannot be read.</exception>
    /// <remarks>
    /// The model is named because the service asks for one; for another model, or a deployment of your own, send a
    /// <see cref="GenerateImageRequest"/>.
    /// </remarks>
    public static Task<ImageResult> GenerateAsync(
        this IImageClient client, string prompt, CancellationToken cancellationToken = default)
        => Guard.NotNull(client).GenerateAsync(
            new GenerateImageRequest(prompt) { Model = ImageModel.GptImage2 }, cancellationToken);
}
