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

    /// <summary>Changes one picture as words say, with <see cref="ImageModel.GptImage2"/> and its default settings.
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="path">The picture: a PNG, JPEG or WebP file.</param>
    /// <param name="prompt">What to make of it.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The changed picture.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> or <paramref name="prompt"/> is blank.</exception>
    /// <exception cref="ImageInputException">The file cannot be read, or is no picture.</exception>
    /// <exception cref="ImageApiException">The service refused the request.</exception>
    /// <exception cref="ImageTransportException">No reply came, or not all of it.</exception>
    /// <exception cref="ImageDecodeException">The reply cannot be read.</exception>
    public static Task<ImageResult> EditAsync(
        this IImageClient client, string path, string prompt, CancellationToken cancellationToken = default)
        => Guard.NotNull(client).EditAsync(
            new EditImageRequest(prompt, ImageInput.FromFile(path)) { Model = ImageModel.GptImage2 },
            cancellationToken);

    /// <summary>Saves all images of a result to a directory.</summary>
    /// <param name="result">The result.</param>
    /// <param name="directory">The directory; made if it does not exist.</param>
    /// <param name="name">The name of the files, followed by <c>-1</c>, <c>-2</c> and so on, and the extension.</param>
    /// <param name="cancellationToken">Stops the writing; files already written stay.</param>
    /// <returns>The full paths, in the order of the images. Images that were withheld have none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="directory"/> or <paramref name="name"/> is
    /// blank.</exception>
    /// <exception cref="InvalidOperationException">An image is a link, or was saved already.</exception>
    /// <exception cref="ImageDestinationException">A file cannot be written.</exception>
    public static async Task<IReadOnlyList<string>> SaveAllAsync(
        this ImageResult result, string directory, string name = "image", CancellationToken cancellationToken = default)
    {
        var images = Guard.NotNull(result).Images;
        ImageDestination.Directory(Guard.NotBlank(directory)).Try(images.Count);
        Guard.NotBlank(name);
        var paths = new List<string>(images.Count);
        for (var i = 0; i < images.Count; i++)
        {
            if (!images[i].IsWithheld)
            {
                var path = Path.Combine(directory, $"{name}-{i + 1}{images[i].MediaType.FileExtension}");
                paths.Add(await images[i].SaveAsync(path, cancellationToken).ConfigureAwait(false));
            }
        }

        return paths;
    }
}
