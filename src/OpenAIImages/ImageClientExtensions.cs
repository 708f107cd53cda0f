namespace OpenAIImages;

/// <summary>Shorter ways to say common things.</summary>
public static class ImageClientExtensions
{
    /// <summary>Makes one image from words alone, with the service's default model and settings.</summary>
    /// <param name="client">The client.</param>
    /// <param name="prompt">What to draw.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="prompt"/> is blank.</exception>
    /// <inheritdoc cref="IImageClient.GenerateAsync(GenerateImageRequest, CancellationToken)" path="/exception[contains(@cref, 'Image')]"/>
    public static Task<ImageResult> GenerateAsync(
        this IImageClient client, string prompt, CancellationToken cancellationToken = default)
        => Guard.NotNull(client).GenerateAsync(new GenerateImageRequest(prompt), cancellationToken);
}
