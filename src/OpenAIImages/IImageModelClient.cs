namespace OpenAIImages;

/// <summary>Lists the models of a service, and their shutdown dates.</summary>
/// <remarks>A call costs nothing, so the client repeats it up to <see cref="ImageClientOptions.MaxRetries"/> times,
/// also after an attempt whose outcome is unknown.</remarks>
public interface IImageModelClient
{
    /// <summary>Lists the models that the key may use.</summary>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>Every model in the order of the service, also models that make no images.
    /// <see cref="ImageModelCatalog"/> knows the image models.</returns>
    /// <exception cref="ImageApiException">The service refused the call.</exception>
    /// <exception cref="ImageTransportException">No reply came, or not all of it.</exception>
    /// <exception cref="ImageDecodeException">The reply cannot be read.</exception>
    /// <exception cref="ImageConfigurationException">The options cannot be used.</exception>
    Task<IReadOnlyList<ImageServiceModel>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Describes one model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException"><paramref name="model"/> is empty, or is not the name of a
    /// model.</exception>
    /// <exception cref="ImageApiException">The service refused the call. Status 404 means that the service has no such
    /// model, or not for this key.</exception>
    /// <inheritdoc cref="ListAsync" path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    Task<ImageServiceModel> GetAsync(ImageModel model, CancellationToken cancellationToken = default);
}
