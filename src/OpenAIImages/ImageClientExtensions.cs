using System.Runtime.CompilerServices;
using OpenAIImages.Destinations;

namespace OpenAIImages;

/// <summary>Shorter forms of common calls. Each calls one operation of <see cref="IImageClient"/>.</summary>
/// <remarks>
/// The order is always description, images, destination, token. The forms without a request use the model of
/// <see cref="ImageClientOptions.Model"/>. For another model, send a request.
/// </remarks>
public static class ImageClientExtensions
{
    /// <inheritdoc cref="IImageClient.GenerateAsync" path="/*[not(self::param or self::example)]"/>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    [OverloadResolutionPriority(1)]
    public static Task<ImageResult> GenerateAsync(
        this IImageClient client, GenerateImageRequest request, CancellationToken cancellationToken = default)
        => Guard.NotNull(client).GenerateAsync(request, destination: null, cancellationToken);

    /// <summary>Makes an image from a description.</summary>
    /// <param name="client">The client.</param>
    /// <param name="prompt">The description of the image.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The images, once all are finished.</returns>
    /// <exception cref="ArgumentException"><paramref name="prompt"/> is blank.</exception>
    /// <inheritdoc cref="IImageClient.GenerateAsync"
    /// path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    public static Task<ImageResult> GenerateAsync(
        this IImageClient client,
        string prompt,
        CancellationToken cancellationToken = default)
        => Guard.NotNull(client).GenerateAsync(
            new GenerateImageRequest(prompt),
            destination: null,
            cancellationToken);

    /// <summary>Makes an image from a description, and writes it to a destination.</summary>
    /// <param name="client">The client.</param>
    /// <param name="prompt">The description of the image.</param>
    /// <param name="destination">Receives the image while it arrives, so that the image is never whole in memory;
    /// <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The images, once all are finished.</returns>
    /// <exception cref="ArgumentException"><paramref name="prompt"/> is blank.</exception>
    /// <inheritdoc cref="IImageClient.GenerateAsync"
    /// path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    public static Task<ImageResult> GenerateAsync(
        this IImageClient client,
        string prompt,
        ImageDestination? destination,
        CancellationToken cancellationToken = default)
        => Guard.NotNull(client).GenerateAsync(
            new GenerateImageRequest(prompt), destination, cancellationToken);

    /// <inheritdoc cref="IImageClient.EditAsync" path="/*[not(self::param or self::example)]"/>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    [OverloadResolutionPriority(1)]
    public static Task<ImageResult> EditAsync(
        this IImageClient client, EditImageRequest request, CancellationToken cancellationToken = default)
        => Guard.NotNull(client).EditAsync(request, destination: null, cancellationToken);

    /// <summary>Changes an image by a description.</summary>
    /// <param name="client">The client.</param>
    /// <param name="prompt">The description of the change.</param>
    /// <param name="image">The image to change.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The images, once all are finished.</returns>
    /// <exception cref="ArgumentException"><paramref name="prompt"/> is blank.</exception>
    /// <inheritdoc cref="IImageClient.EditAsync"
    /// path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    public static Task<ImageResult> EditAsync(
        this IImageClient client,
        string prompt,
        ImageInput image,
        CancellationToken cancellationToken = default)
        => Guard.NotNull(client).EditAsync(
            new EditImageRequest(prompt, image),
            destination: null,
            cancellationToken);

    /// <summary>Changes an image by a description, and writes it to a destination.</summary>
    /// <param name="client">The client.</param>
    /// <param name="prompt">The description of the change.</param>
    /// <param name="image">The image to change.</param>
    /// <param name="destination">Receives the image while it arrives, so that the image is never whole in memory;
    /// <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The images, once all are finished.</returns>
    /// <exception cref="ArgumentException"><paramref name="prompt"/> is blank.</exception>
    /// <inheritdoc cref="IImageClient.EditAsync"
    /// path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    public static Task<ImageResult> EditAsync(
        this IImageClient client,
        string prompt,
        ImageInput image,
        ImageDestination? destination,
        CancellationToken cancellationToken = default)
        => Guard.NotNull(client).EditAsync(
            new EditImageRequest(prompt, image), destination, cancellationToken);

    /// <summary>Makes an image of several others by a description.</summary>
    /// <param name="client">The client.</param>
    /// <param name="prompt">The description of the change.</param>
    /// <param name="images">The 1 to 16 images to work on, in order.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The images, once all are finished.</returns>
    /// <exception cref="ArgumentException"><paramref name="prompt"/> is blank, or there are no images, more than 16,
    /// or a <see langword="null"/> among them.</exception>
    /// <inheritdoc cref="IImageClient.EditAsync"
    /// path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    public static Task<ImageResult> EditAsync(
        this IImageClient client,
        string prompt,
        IEnumerable<ImageInput> images,
        CancellationToken cancellationToken = default)
        => Guard.NotNull(client).EditAsync(
            new EditImageRequest(prompt, images),
            destination: null,
            cancellationToken);

    /// <summary>Makes an image of several others by a description, and writes it to a destination.</summary>
    /// <param name="client">The client.</param>
    /// <param name="prompt">The description of the change.</param>
    /// <param name="images">The 1 to 16 images to work on, in order.</param>
    /// <param name="destination">Receives the image while it arrives, so that the image is never whole in memory;
    /// <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The images, once all are finished.</returns>
    /// <exception cref="ArgumentException"><paramref name="prompt"/> is blank, or there are no images, more than 16,
    /// or a <see langword="null"/> among them.</exception>
    /// <inheritdoc cref="IImageClient.EditAsync"
    /// path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    public static Task<ImageResult> EditAsync(
        this IImageClient client,
        string prompt,
        IEnumerable<ImageInput> images,
        ImageDestination? destination,
        CancellationToken cancellationToken = default)
        => Guard.NotNull(client).EditAsync(
            new EditImageRequest(prompt, images), destination, cancellationToken);

    /// <inheritdoc cref="IImageClient.CreateVariationAsync" path="/*[not(self::param or self::example)]"/>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    [OverloadResolutionPriority(1)]
    public static Task<ImageResult> CreateVariationAsync(
        this IImageClient client, CreateVariationRequest request, CancellationToken cancellationToken = default)
        => Guard.NotNull(client).CreateVariationAsync(request, destination: null, cancellationToken);

    /// <inheritdoc cref="IImageClient.GenerateStreamingAsync" path="/*[not(self::param or self::example)]"/>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    [OverloadResolutionPriority(1)]
    public static IAsyncEnumerable<ImageStreamEvent> GenerateStreamingAsync(
        this IImageClient client, GenerateImageRequest request, CancellationToken cancellationToken = default)
        => Guard.NotNull(client).GenerateStreamingAsync(request, destination: null, cancellationToken);

    /// <summary>Makes an image from a description, and returns its events.</summary>
    /// <param name="client">The client.</param>
    /// <param name="prompt">The description of the image.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The images as they come.</returns>
    /// <exception cref="ArgumentException"><paramref name="prompt"/> is blank.</exception>
    /// <inheritdoc cref="IImageClient.GenerateStreamingAsync"
    /// path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    public static IAsyncEnumerable<ImageStreamEvent> GenerateStreamingAsync(
        this IImageClient client,
        string prompt,
        CancellationToken cancellationToken = default)
        => Guard.NotNull(client).GenerateStreamingAsync(
            new GenerateImageRequest(prompt),
            destination: null,
            cancellationToken);

    /// <summary>Makes an image from a description, writes it to a destination, and returns its events.</summary>
    /// <param name="client">The client.</param>
    /// <param name="prompt">The description of the image.</param>
    /// <param name="destination">Receives the image while it arrives, so that the image is never whole in memory;
    /// <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The images as they come.</returns>
    /// <exception cref="ArgumentException"><paramref name="prompt"/> is blank.</exception>
    /// <inheritdoc cref="IImageClient.GenerateStreamingAsync"
    /// path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    public static IAsyncEnumerable<ImageStreamEvent> GenerateStreamingAsync(
        this IImageClient client,
        string prompt,
        ImageDestination? destination,
        CancellationToken cancellationToken = default)
        => Guard.NotNull(client).GenerateStreamingAsync(
            new GenerateImageRequest(prompt), destination, cancellationToken);

    /// <inheritdoc cref="IImageClient.EditStreamingAsync" path="/*[not(self::param or self::example)]"/>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    [OverloadResolutionPriority(1)]
    public static IAsyncEnumerable<ImageStreamEvent> EditStreamingAsync(
        this IImageClient client, EditImageRequest request, CancellationToken cancellationToken = default)
        => Guard.NotNull(client).EditStreamingAsync(request, destination: null, cancellationToken);

    /// <summary>Changes an image by a description, and returns its events.</summary>
    /// <param name="client">The client.</param>
    /// <param name="prompt">The description of the change.</param>
    /// <param name="image">The image to change.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The images as they come.</returns>
    /// <exception cref="ArgumentException"><paramref name="prompt"/> is blank.</exception>
    /// <inheritdoc cref="IImageClient.EditStreamingAsync"
    /// path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    public static IAsyncEnumerable<ImageStreamEvent> EditStreamingAsync(
        this IImageClient client,
        string prompt,
        ImageInput image,
        CancellationToken cancellationToken = default)
        => Guard.NotNull(client).EditStreamingAsync(
            new EditImageRequest(prompt, image),
            destination: null,
            cancellationToken);

    /// <summary>Changes an image by a description, writes it to a destination, and returns its events.</summary>
    /// <param name="client">The client.</param>
    /// <param name="prompt">The description of the change.</param>
    /// <param name="image">The image to change.</param>
    /// <param name="destination">Receives the image while it arrives, so that the image is never whole in memory;
    /// <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The images as they come.</returns>
    /// <exception cref="ArgumentException"><paramref name="prompt"/> is blank.</exception>
    /// <inheritdoc cref="IImageClient.EditStreamingAsync"
    /// path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    public static IAsyncEnumerable<ImageStreamEvent> EditStreamingAsync(
        this IImageClient client,
        string prompt,
        ImageInput image,
        ImageDestination? destination,
        CancellationToken cancellationToken = default)
        => Guard.NotNull(client).EditStreamingAsync(
            new EditImageRequest(prompt, image), destination, cancellationToken);

    /// <summary>Makes an image of several others by a description, and returns its events.</summary>
    /// <param name="client">The client.</param>
    /// <param name="prompt">The description of the change.</param>
    /// <param name="images">The 1 to 16 images to work on, in order.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The images as they come.</returns>
    /// <exception cref="ArgumentException"><paramref name="prompt"/> is blank, or there are no images, more than 16,
    /// or a <see langword="null"/> among them.</exception>
    /// <inheritdoc cref="IImageClient.EditStreamingAsync"
    /// path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    public static IAsyncEnumerable<ImageStreamEvent> EditStreamingAsync(
        this IImageClient client,
        string prompt,
        IEnumerable<ImageInput> images,
        CancellationToken cancellationToken = default)
        => Guard.NotNull(client).EditStreamingAsync(
            new EditImageRequest(prompt, images),
            destination: null,
            cancellationToken);

    /// <summary>Makes an image of several others by a description, writes it to a destination, and
    /// returns its events.</summary>
    /// <param name="client">The client.</param>
    /// <param name="prompt">The description of the change.</param>
    /// <param name="images">The 1 to 16 images to work on, in order.</param>
    /// <param name="destination">Receives the image while it arrives, so that the image is never whole in memory;
    /// <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The images as they come.</returns>
    /// <exception cref="ArgumentException"><paramref name="prompt"/> is blank, or there are no images, more than 16,
    /// or a <see langword="null"/> among them.</exception>
    /// <inheritdoc cref="IImageClient.EditStreamingAsync"
    /// path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    public static IAsyncEnumerable<ImageStreamEvent> EditStreamingAsync(
        this IImageClient client,
        string prompt,
        IEnumerable<ImageInput> images,
        ImageDestination? destination,
        CancellationToken cancellationToken = default)
        => Guard.NotNull(client).EditStreamingAsync(
            new EditImageRequest(prompt, images), destination, cancellationToken);

    /// <summary>Fetches an image that came as a link and writes it to a stream.</summary>
    /// <param name="client">The client.</param>
    /// <param name="image">The image. An image that has its bytes is written without a download.</param>
    /// <param name="destination">The stream, which is left open. Bytes written before a failure stay written.</param>
    /// <param name="progress">Takes reports about the progress of the download.</param>
    /// <param name="cancellationToken">Abandons the download.</param>
    /// <returns>The image without its bytes.</returns>
    /// <exception cref="ArgumentException"><paramref name="destination"/> cannot be written to.</exception>
    /// <inheritdoc cref="IImageClient.DownloadAsync"
    /// path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    public static Task<ImageOutput> DownloadAsync(
        this IImageClient client,
        ImageOutput image,
        Stream destination,
        IProgress<ImageProgress>? progress = null,
        CancellationToken cancellationToken = default)
        => Guard.NotNull(client).DownloadAsync(
            image, ImageDestination.Stream(destination), progress, cancellationToken);

    /// <summary>Saves all images of a result to a directory.</summary>
    /// <param name="result">The result.</param>
    /// <param name="directory">The directory; made if it does not exist.</param>
    /// <param name="name">The name of the files, followed by <c>-1</c>, <c>-2</c> and so on (<c>-01</c> where there are
    /// ten or more) and the extension. Characters that are not allowed in names become <c>_</c>. A name that exists
    /// already gets a number.
    /// </param>
    /// <param name="cancellationToken">Stops the writing; files already written stay.</param>
    /// <returns>The full paths, one for each image in the order of the images; <see langword="null"/> in the place of
    /// an image that was withheld.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="directory"/> or <paramref name="name"/> is
    /// blank.</exception>
    /// <exception cref="InvalidOperationException">An image is a link, or was saved already. Then no file is
    /// written.</exception>
    /// <exception cref="ImageDestinationException">A file cannot be written.</exception>
    /// <example>
    /// <code>
    /// var result = await client.GenerateAsync(new GenerateImageRequest("a red fox in the snow") { Count = 3 });
    /// var paths = await result.SaveAllAsync("foxes", "fox");
    /// </code>
    /// </example>
    public static async Task<IReadOnlyList<string?>> SaveAllAsync(
        this ImageResult result, string directory, string name = "image", CancellationToken cancellationToken = default)
    {
        var images = Guard.NotNull(result).Images;
        var files = DirectoryDestination.Numbered(Guard.NotBlank(directory), Guard.NotBlank(name), images.Count);
        foreach (var image in images.Where(image => !image.IsWithheld))
        {
            image.EnsureBytes();
        }

        var paths = new string?[images.Count];
        for (var i = 0; i < paths.Length; i++)
        {
            if (!images[i].IsWithheld)
            {
                var saved = await files.WriteAsync(images[i].Bytes, i, cancellationToken).ConfigureAwait(false);
                paths[i] = saved.SavedPath;
            }
        }

        return paths;
    }
}
