namespace OpenAIImages;

/// <summary>Keeps files at a service: images for many edits, and the input and output files of batches.</summary>
/// <remarks>No call costs money. The client therefore repeats a call up to <see cref="ImageClientOptions.MaxRetries"/>
/// times, even after an attempt with an unknown outcome. A repeated upload may leave a second file.</remarks>
public interface IImageFileClient
{
    /// <summary>Uploads a file, which is read while it is sent.</summary>
    /// <param name="upload">The file and its purpose.</param>
    /// <param name="cancellationToken">Abandons the call. If the upload has not ended, no file exists.</param>
    /// <returns>The file, with the id for use in requests.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="upload"/> is <see langword="null"/>.</exception>
    /// <exception cref="ImageInputException">The file cannot be read, or has to be an image and is not one.</exception>
    /// <exception cref="ImageApiException">The service refused the call.</exception>
    /// <exception cref="ImageTransportException">No reply came, or not all of it.</exception>
    /// <exception cref="ImageDecodeException">The reply cannot be read.</exception>
    /// <exception cref="ImageConfigurationException">The options cannot be used.</exception>
    Task<ImageFile> UploadAsync(ImageUpload upload, CancellationToken cancellationToken = default);

    /// <summary>Lists the files of the key's project, the newest first, over all pages.</summary>
    /// <param name="purpose">The purpose of the files; all files when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Abandons the listing.</param>
    /// <returns>The files. The client asks for a page when the caller has taken the files before it.</returns>
    /// <exception cref="ImageApiException">The service refused the call.</exception>
    /// <exception cref="ImageTransportException">No reply came, or not all of it.</exception>
    /// <exception cref="ImageDecodeException">A reply cannot be read.</exception>
    /// <exception cref="ImageConfigurationException">The options cannot be used.</exception>
    IAsyncEnumerable<ImageFile> ListAsync(
        ImageFilePurpose? purpose = null, CancellationToken cancellationToken = default);

    /// <summary>Describes one file.</summary>
    /// <param name="id">The id of the file.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <exception cref="ImageApiException">The service refused the call; with status 404, the service has no such
    /// file.</exception>
    /// <inheritdoc cref="ListAsync" path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    Task<ImageFile> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Deletes a file.</summary>
    /// <param name="id">The id of the file.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>A task that ends when the service confirms the deletion.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <exception cref="ImageApiException">The service refused the call; with status 404, the service has no such file,
    /// for example after a repeated attempt.</exception>
    /// <inheritdoc cref="ListAsync" path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    Task DeleteAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Writes an image that the service keeps to a destination, in 64 KiB of memory.</summary>
    /// <param name="id">The id of the file.</param>
    /// <param name="destination">The destination of the image.</param>
    /// <param name="progress">Receives the progress of the download.</param>
    /// <param name="cancellationToken">Abandons the call; no part of a file is left behind.</param>
    /// <returns>The image without its bytes: <see cref="ImageOutput.SavedPath"/> holds the path of a file.</returns>
    /// <remarks>The client resumes a broken connection by a range request, or by skipping the bytes that have come.
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="destination"/> is <see langword="null"/>.</exception>
    /// <exception cref="ImageDestinationException">The image cannot be written.</exception>
    /// <inheritdoc cref="ListAsync" path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    Task<ImageOutput> DownloadAsync(
        string id,
        ImageDestination destination,
        IProgress<ImageProgress>? progress = null,
        CancellationToken cancellationToken = default);

    /// <summary>Writes any file that the service keeps to a stream, in 64 KiB of memory.</summary>
    /// <param name="id">The id of the file.</param>
    /// <param name="target">The stream, which stays open. Bytes that were written before a failure stay
    /// written.</param>
    /// <param name="progress">Receives the progress of the download.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>The number of bytes that were written.</returns>
    /// <remarks>The client resumes a broken connection by a range request, or by skipping the bytes that have come.
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank, or <paramref name="target"/> cannot be
    /// written to.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is <see langword="null"/>.</exception>
    /// <exception cref="ImageDestinationException">The stream cannot be written to.</exception>
    /// <inheritdoc cref="ListAsync" path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    Task<long> CopyToAsync(
        string id,
        Stream target,
        IProgress<ImageProgress>? progress = null,
        CancellationToken cancellationToken = default);

    /// <summary>Asks the service whether an image has the marks of images from models.</summary>
    /// <param name="image">The image: PNG, JPEG, WebP or GIF, but no link and no file id.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>The marks that the service found. The absence of marks proves nothing.</returns>
    /// <exception cref="ArgumentException"><paramref name="image"/> is a link or a file id.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> is <see langword="null"/>.</exception>
    /// <exception cref="ImageInputException">The image cannot be read, or is not an image.</exception>
    /// <inheritdoc cref="ListAsync" path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    Task<ImageProvenance> CheckProvenanceAsync(ImageInput image, CancellationToken cancellationToken = default);
}
