namespace OpenAIImages;

/// <summary>Makes images with the OpenAI Images API.</summary>
/// <remarks>
/// <para>Implementations are safe for concurrent use; keep one for the life of the application.</para>
/// <para>
/// The interface grows only in a major version, since an added member breaks those who implement it. New parameters
/// go on the request types, new conveniences are extension methods.
/// </para>
/// <para>
/// Every operation fails with <see cref="ImageApiException"/> when the service refuses, with
/// <see cref="ImageTransportException"/> when it cannot be reached, with <see cref="ImageDecodeException"/> when its
/// reply cannot be read, with <see cref="ImageDestinationException"/> when an image cannot be put where it should go,
/// and with <see cref="OperationCanceledException"/> when the token is cancelled.
/// </para>
/// </remarks>
public interface IImageClient
{
    /// <summary>Makes images from a description.</summary>
    /// <param name="request">What to make.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The images, once all are finished.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A property of the request cannot be sent.</exception>
    /// <exception cref="ImageApiException">The service refused the request.</exception>
    /// <exception cref="ImageTransportException">No reply came, or not all of it.</exception>
    /// <exception cref="ImageDecodeException">The reply cannot be read.</exception>
    Task<ImageResult> GenerateAsync(GenerateImageRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes images from a description and puts each where it belongs while it arrives.</summary>
    /// <param name="request">What to make.</param>
    /// <param name="destination">Where the images go. They are never whole in memory.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>
    /// The images without their bytes: <see cref="ImageOutput.SavedPath"/> tells where a file is. An image that the
    /// service delivers as a link is fetched; if that fails it stays a link, with <see cref="ImageOutput.Length"/> 0,
    /// since it may yet be fetched by <c>DownloadAsync</c>.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A property of the request cannot be sent.</exception>
    /// <exception cref="ImageApiException">The service refused the request.</exception>
    /// <exception cref="ImageTransportException">No reply came, or not all of it.</exception>
    /// <exception cref="ImageDecodeException">The reply cannot be read.</exception>
    /// <exception cref="ImageDestinationException">An image cannot be put where it should go.</exception>
    Task<ImageResult> GenerateAsync(
        GenerateImageRequest request, ImageDestination destination, CancellationToken cancellationToken = default);

    /// <summary>Makes images from pictures and a description.</summary>
    /// <param name="request">What to make, and of which pictures.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The images, once all are finished.</returns>
    /// <remarks>
    /// Pictures are read while they are sent. A request with a stream that cannot seek is sent once and never
    /// repeated.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A property of the request cannot be sent.</exception>
    /// <exception cref="ImageInputException">A picture cannot be read, or cannot be sent as it is.</exception>
    /// <exception cref="ImageApiException">The service refused the request.</exception>
    /// <exception cref="ImageTransportException">No reply came, or not all of it.</exception>
    /// <exception cref="ImageDecodeException">The reply cannot be read.</exception>
    Task<ImageResult> EditAsync(EditImageRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes images from pictures and a description and puts each where it belongs while it arrives.</summary>
    /// <param name="request">What to make, and of which pictures.</param>
    /// <param name="destination">Where the images go. They are never whole in memory.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The images without their bytes.</returns>
    /// <exception cref="ImageDestinationException">An image cannot be put where it should go.</exception>
    /// <inheritdoc cref="EditAsync(EditImageRequest, CancellationToken)"/>
    Task<ImageResult> EditAsync(
        EditImageRequest request, ImageDestination destination, CancellationToken cancellationToken = default);

    /// <summary>Makes images like a picture.</summary>
    /// <param name="request">What to vary.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The images, once all are finished.</returns>
    /// <remarks><b>Retired at OpenAI</b>, which answers it no more; for compatible servers that do.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A property of the request cannot be sent.</exception>
    /// <exception cref="ImageInputException">The picture cannot be read, or is a link or a file id.</exception>
    /// <exception cref="ImageApiException">The service refused the request.</exception>
    /// <exception cref="ImageTransportException">No reply came, or not all of it.</exception>
    /// <exception cref="ImageDecodeException">The reply cannot be read.</exception>
    Task<ImageResult> CreateVariationAsync(
        CreateVariationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes images like a picture and puts each where it belongs while it arrives.</summary>
    /// <param name="request">What to vary.</param>
    /// <param name="destination">Where the images go. They are never whole in memory.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The images without their bytes.</returns>
    /// <exception cref="ImageDestinationException">An image cannot be put where it should go.</exception>
    /// <inheritdoc cref="CreateVariationAsync(CreateVariationRequest, CancellationToken)"/>
    Task<ImageResult> CreateVariationAsync(
        CreateVariationRequest request, ImageDestination destination, CancellationToken cancellationToken = default);

    /// <summary>Makes images from a description and tells how they come along.</summary>
    /// <param name="request">What to make. <see cref="PromptedImageRequest.PartialImages"/> says how many to show
    /// before each is finished; none by default.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>
    /// A <see cref="StartedImageEvent"/>, then the images as they come. Nothing is sent before the enumeration begins;
    /// each enumeration is a call of its own. Leaving it early abandons the call.
    /// </returns>
    /// <remarks>
    /// The exceptions below come out of the enumeration, those for arguments that are <see langword="null"/> apart. A
    /// server that knows nothing of streaming is understood as well: its images come all at once.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A property of the request cannot be sent.</exception>
    /// <exception cref="ImageApiException">The service refused the request, be it after the stream began.</exception>
    /// <exception cref="ImageTransportException">No reply came, or not all of it.</exception>
    /// <exception cref="ImageDecodeException">The reply cannot be read, or ended before any image was
    /// complete.</exception>
    IAsyncEnumerable<ImageStreamEvent> GenerateStreamingAsync(
        GenerateImageRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes images from a description, tells how they come along, and puts each finished one where it belongs
    /// while it arrives.</summary>
    /// <param name="request">What to make.</param>
    /// <param name="destination">Where the finished images go. They are never whole in memory; partial images
    /// are.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>
    /// The events. When a <see cref="CompletedImageEvent"/> comes, its image is where it belongs, and stays there
    /// whatever happens to the rest of the stream.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A property of the request cannot be sent.</exception>
    /// <exception cref="ImageApiException">The service refused the request, be it after the stream began.</exception>
    /// <exception cref="ImageTransportException">No reply came, or not all of it.</exception>
    /// <exception cref="ImageDecodeException">The reply cannot be read, or ended before any image was
    /// complete.</exception>
    /// <exception cref="ImageDestinationException">An image cannot be put where it should go.</exception>
    IAsyncEnumerable<ImageStreamEvent> GenerateStreamingAsync(
        GenerateImageRequest request, ImageDestination destination, CancellationToken cancellationToken = default);

    /// <summary>Makes images from pictures and a description and tells how they come along.</summary>
    /// <param name="request">What to make, and of which pictures.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The events, as of a generation.</returns>
    /// <exception cref="ImageInputException">A picture cannot be read, or cannot be sent as it is.</exception>
    /// <inheritdoc cref="GenerateStreamingAsync(GenerateImageRequest, CancellationToken)"/>
    IAsyncEnumerable<ImageStreamEvent> EditStreamingAsync(
        EditImageRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes images from pictures and a description, tells how they come along, and puts each finished one
    /// where it belongs while it arrives.</summary>
    /// <param name="request">What to make, and of which pictures.</param>
    /// <param name="destination">Where the finished images go. They are never whole in memory.</param>
    /// <param name="cancellationToken">Abandons the call. Work the service has begun may still be billed.</param>
    /// <returns>The events, as of a generation.</returns>
    /// <exception cref="ImageInputException">A picture cannot be read, or cannot be sent as it is.</exception>
    /// <inheritdoc cref="GenerateStreamingAsync(GenerateImageRequest, ImageDestination, CancellationToken)"/>
    IAsyncEnumerable<ImageStreamEvent> EditStreamingAsync(
        EditImageRequest request, ImageDestination destination, CancellationToken cancellationToken = default);

    /// <summary>Fetches an image that came as a link and writes it to a stream.</summary>
    /// <param name="image">The image. One whose bytes are here is simply written.</param>
    /// <param name="destination">The stream, which is left open. What was written before a failure stays
    /// written.</param>
    /// <param name="progress">Is told how far it has come.</param>
    /// <param name="cancellationToken">Abandons the download.</param>
    /// <returns>A task that ends when the image is written.</returns>
    /// <remarks>
    /// The key never goes to a link, nor does any header of ours. Links are followed over https, to public addresses:
    /// see <see cref="ImageClientOptions.AllowPlainHttp"/>, <see cref="ImageLinkOptions.AllowPrivateAddresses"/>
    /// and <see cref="ImageLinkOptions.MaxBytes"/>. A download that breaks off goes on where it stopped, up to three
    /// times, if the link's host can do that.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="destination"/> cannot be written to.</exception>
    /// <exception cref="InvalidOperationException">There is no image: it was saved already, or was
    /// withheld.</exception>
    /// <exception cref="ImageLinkExpiredException">The link leads nowhere any more.</exception>
    /// <exception cref="ImageTransportException">The link may not be followed, or its host did not give the
    /// image.</exception>
    /// <exception cref="ImageDecodeException">The link leads to something else than an image.</exception>
    /// <exception cref="ImageDestinationException">The image cannot be written.</exception>
    Task DownloadAsync(
        ImageOutput image,
        Stream destination,
        IProgress<ImageProgress>? progress = null,
        CancellationToken cancellationToken = default);

    /// <summary>Fetches an image that came as a link and puts it where it belongs.</summary>
    /// <param name="image">The image. One whose bytes are here is simply written.</param>
    /// <param name="destination">Where it goes. It is never whole in memory, and names from the link's host are never
    /// used.</param>
    /// <param name="progress">Is told how far it has come.</param>
    /// <param name="cancellationToken">Abandons the download.</param>
    /// <returns>The image without its bytes: <see cref="ImageOutput.SavedPath"/> tells where a file is.</returns>
    /// <remarks>As with a stream; a file can also be fetched anew where the link's host cannot resume.</remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">There is no image: it was saved already, or was
    /// withheld.</exception>
    /// <exception cref="ImageLinkExpiredException">The link leads nowhere any more.</exception>
    /// <exception cref="ImageTransportException">The link may not be followed, or its host did not give the
    /// image.</exception>
    /// <exception cref="ImageDecodeException">The link leads to something else than an image.</exception>
    /// <exception cref="ImageDestinationException">The image cannot be written.</exception>
    Task<ImageOutput> DownloadAsync(
        ImageOutput image,
        ImageDestination destination,
        IProgress<ImageProgress>? progress = null,
        CancellationToken cancellationToken = default);
}
