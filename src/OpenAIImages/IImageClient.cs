namespace OpenAIImages;

/// <summary>Makes images with the OpenAI Images API.</summary>
/// <remarks>
/// <para>Implementations are safe for concurrent use; keep one for the life of the application.</para>
/// <para>
/// The interface has these six members and grows only in a major version, since an added member breaks each class that
/// implements it. New parameters become properties of the request types. Shorter forms are extension methods of
/// <see cref="ImageClientExtensions"/>, which all call one of these members, so a fake needs only these six.
/// <see cref="DelegatingImageClient"/> is the base for fakes and decorators.
/// </para>
/// <para>
/// Every operation fails with <see cref="ImageApiException"/> when the service refuses, with
/// <see cref="ImageTransportException"/> when the service cannot be reached, with <see cref="ImageDecodeException"/>
/// when the reply cannot be read, with <see cref="ImageDestinationException"/> when an image cannot be written to its
/// destination, and with <see cref="OperationCanceledException"/> when the token is cancelled.
/// </para>
/// </remarks>
public interface IImageClient
{
    /// <summary>Makes images from a description.</summary>
    /// <param name="request">The description, and the settings for the images.</param>
    /// <param name="destination">Receives each image while it arrives, so that no image is ever whole in memory. By
    /// default none, and the images come with their bytes.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>
    /// The images, once all are finished. Images that went to a destination have no bytes:
    /// <see cref="ImageOutput.SavedPath"/> is the path of a file. With a destination, the client fetches an image that
    /// the service delivers as a link. If this fails, the image stays a link, with <see cref="ImageOutput.Length"/> 0,
    /// and <see cref="DownloadAsync"/> may still fetch it.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A property of the request cannot be sent.</exception>
    /// <exception cref="ImageApiException">The service refused the request.</exception>
    /// <exception cref="ImageTransportException">No reply came, or not all of it.</exception>
    /// <exception cref="ImageDecodeException">The reply cannot be read.</exception>
    /// <exception cref="ImageDestinationException">An image cannot be written to its destination.</exception>
    /// <example>
    /// <code>
    /// var request = new GenerateImageRequest("a poster for a jazz night")
    /// {
    ///     Model = ImageModel.GptImage26Flare,
    ///     Size = new ImageSize(1024, 1536),
    ///     Quality = ImageQuality.High,
    ///     OutputFormat = ImageFileFormat.WebP,
    /// };
    /// var result = await client.GenerateAsync(request);
    /// </code>
    /// </example>
    Task<ImageResult> GenerateAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default);

    /// <summary>Makes images from other images and a description.</summary>
    /// <param name="request">The description, and the images to work on.</param>
    /// <param name="destination">Receives each image while it arrives, so that no image is ever whole in memory. By
    /// default none, and the images come with their bytes.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <remarks>
    /// The client reads input images while it sends them. A request with a stream that cannot seek is sent once and
    /// never repeated.
    /// </remarks>
    /// <exception cref="ImageInputException">An input image cannot be read, or cannot be sent as it is.</exception>
    /// <inheritdoc cref="GenerateAsync"
    /// path="/*[not(self::summary or self::param or self::remarks or self::example)]"/>
    /// <example>
    /// <code>
    /// var request = new EditImageRequest(
    ///     "put the hat of the second image onto the cat of the first",
    ///     [ImageInput.FromFile("cat.png"), ImageInput.FromFile("hat.png")])
    /// {
    ///     Quality = ImageQuality.High,
    /// };
    /// var result = await client.EditAsync(request);
    /// </code>
    /// </example>
    Task<ImageResult> EditAsync(
        EditImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default);

    /// <summary>Makes images like another image.</summary>
    /// <param name="request">The image to vary.</param>
    /// <param name="destination">Receives each image while it arrives, so that no image is ever whole in memory. By
    /// default none, and the images come with their bytes.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <remarks><b>Retired at OpenAI</b>, which no longer answers such requests. Some compatible servers still answer
    /// them.</remarks>
    /// <exception cref="ImageInputException">The input image cannot be read, or is a link or a file id.</exception>
    /// <inheritdoc cref="GenerateAsync"
    /// path="/*[not(self::summary or self::param or self::remarks or self::example)]"/>
    Task<ImageResult> CreateVariationAsync(
        CreateVariationRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default);

    /// <summary>Makes images from a description, and returns partial and finished images as they come.</summary>
    /// <param name="request">The description. <see cref="PromptedImageRequest.PartialImages"/> says how many partial
    /// images come before each finished image; none by default.</param>
    /// <param name="destination">Receives each finished image while it arrives. Partial images stay in memory. By
    /// default none, and the images come with their bytes.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>
    /// The images as they come. The client sends nothing before the enumeration begins. Each enumeration is a call of
    /// its own. Leaving the enumeration early abandons the call. When a <see cref="CompletedImageEvent"/> comes, its
    /// image has been written to the destination, and stays there whatever happens to the rest of the stream.
    /// </returns>
    /// <remarks>
    /// The enumeration throws the exceptions below. Only the exceptions about <see langword="null"/> arguments come
    /// earlier. A server that does not stream works, too: its images come all at once.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A property of the request cannot be sent.</exception>
    /// <exception cref="ImageApiException">The service refused the request, possibly after the stream
    /// began.</exception>
    /// <exception cref="ImageTransportException">No reply came, or not all of it.</exception>
    /// <exception cref="ImageDecodeException">The reply cannot be read, or ended before any image was
    /// complete.</exception>
    /// <exception cref="ImageDestinationException">An image cannot be written to its destination.</exception>
    /// <example>
    /// <code>
    /// var request = new GenerateImageRequest("a lighthouse on a cliff at night") { PartialImages = 2 };
    ///
    /// await foreach (var item in client.GenerateStreamingAsync(request))
    /// {
    ///     switch (item)
    ///     {
    ///         case PartialImageEvent partial:
    ///             await partial.Image.SaveAsync($"preview-{partial.PartialImageIndex + 1}");
    ///             break;
    ///         case CompletedImageEvent completed:
    ///             await completed.Image.SaveAsync("lighthouse");
    ///             break;
    ///     }
    /// }
    /// </code>
    /// </example>
    IAsyncEnumerable<ImageStreamEvent> GenerateStreamingAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default);

    /// <summary>Makes images from other images and a description, and returns partial and finished images as they
    /// come.</summary>
    /// <param name="request">The description, and the images to work on.</param>
    /// <param name="destination">Receives each finished image while it arrives. Partial images stay in memory. By
    /// default none, and the images come with their bytes.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <exception cref="ImageInputException">An input image cannot be read, or cannot be sent as it is.</exception>
    /// <inheritdoc cref="GenerateStreamingAsync" path="/*[not(self::summary or self::param or self::example)]"/>
    IAsyncEnumerable<ImageStreamEvent> EditStreamingAsync(
        EditImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default);

    /// <summary>Fetches an image that came as a link and writes it to a destination.</summary>
    /// <param name="image">The image. An image that has its bytes is written without a download.</param>
    /// <param name="destination">Receives the image. The image is never whole in memory, and the client never
    /// uses names from the link's host.</param>
    /// <param name="progress">Takes reports about the progress of the download.</param>
    /// <param name="cancellationToken">Abandons the download.</param>
    /// <returns>The image without its bytes: <see cref="ImageOutput.SavedPath"/> is the path of a file.</returns>
    /// <remarks>
    /// The client sends neither the key nor any of its own headers to a link. It follows links over https, to public
    /// addresses: see <see cref="ImageClientOptions.AllowPlainHttp"/>,
    /// <see cref="ImageLinkOptions.AllowPrivateAddresses"/> and <see cref="ImageLinkOptions.MaxBytes"/>. The client
    /// resumes a download that breaks off, up to three times, if the link's host supports that. Otherwise it fetches a
    /// file again from its beginning.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> or <paramref name="destination"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no image: it was saved already, or was
    /// withheld.</exception>
    /// <exception cref="ImageLinkExpiredException">The link has expired.</exception>
    /// <exception cref="ImageTransportException">The link may not be followed, or its host did not give the
    /// image.</exception>
    /// <exception cref="ImageDecodeException">The link leads to something other than an image.</exception>
    /// <exception cref="ImageDestinationException">The image cannot be written.</exception>
    /// <example>
    /// <code>
    /// var image = result.Images[0];
    /// if (image.Link is not null)
    /// {
    ///     image = await client.DownloadAsync(image, ImageDestination.File("linked"));
    /// }
    /// </code>
    /// </example>
    Task<ImageOutput> DownloadAsync(
        ImageOutput image,
        ImageDestination destination,
        IProgress<ImageProgress>? progress = null,
        CancellationToken cancellationToken = default);
}
