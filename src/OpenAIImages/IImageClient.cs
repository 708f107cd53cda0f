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
    /// service delivers as a link stays a link.
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
}
