namespace OpenAIImages;

/// <summary>Keeps files at a service: images that many edits use, and what goes into batches and comes out of
/// them.</summary>
/// <remarks>No call costs money. So the client repeats it up to <see cref="ImageClientOptions.MaxRetries"/> times, also
/// after an attempt whose outcome is unknown: an upload that is repeated may leave a second file.</remarks>
public interface IImageFileClient
{
    /// <summary>Uploads a file, read while it is sent.</summary>
    /// <param name="upload">The file, and what it is for.</param>
    /// <param name="cancellationToken">Abandons the call. No file exists when it is abandoned while it is
    /// sent.</param>
    /// <returns>The file, with the id that requests name it by.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="upload"/> is <see langword="null"/>.</exception>
    /// <exception cref="ImageInputException">The file cannot be read, or is to be an image and is none.</exception>
    /// <exception cref="ImageApiException">The service refused the call.</exception>
    /// <exception cref="ImageTransportException">No reply came, or not all of it.</exception>
    /// <exception cref="ImageDecodeException">The reply cannot be read.</exception>
    /// <exception cref="ImageConfigurationException">The options cannot be used.</exception>
    Task<ImageFile> UploadAsync(ImageUpload upload, CancellationToken cancellationToken = default);

    /// <summary>Lists the files of the key's project, the newest first, over all pages.</summary>
    /// <param name="purpose">Which files; all when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Abandons the listing.</param>
    /// <returns>The files. The client asks for a page when the caller has taken the files before it.</returns>
    /// <exception cref="ImageApiException">The service refused the call.</exception>
    /// <exception cref="ImageTransportException">No reply came, or not all of it.</exception>
    /// <exception cref="ImageDecodeException">A reply cannot be read.</exception>
    /// <exception cref="ImageConfigurationException">The options cannot be used.</exception>
    IAsyncEnumerable<ImageFile> ListAsync(
        ImageFilePurpose? purpose = null, CancellationToken cancellationToken = default);

    /// <summary>Describes one file.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <exception cref="ImageApiException">The service refused the call; with status 404 it has no such file.
    /// </exception>
    /// <inheritdoc cref="ListAsync" path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    Task<ImageFile> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Deletes a file.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>When the service says that the file is gone.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <exception cref="ImageApiException">The service refused the call; with status 404 it has no such file, as after
    /// an attempt that was repeated.</exception>
    /// <inheritdoc cref="ListAsync" path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    Task DeleteAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Writes an image that the service keeps to a destination, in 64 KiB of memory.</summary>
    /// <param name="id">The id of the file.</param>
    /// <param name="destination">Where the image goes.</param>
    /// <param name="progress">Receives the progress of the download.</param>
    /// <param name="cancellationToken">Abandons the call; no part of a file is left behind.</param>
    /// <returns>The image without its bytes: <see cref="ImageOutput.SavedPath"/> tells where a file is.</returns>
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
    /// <param name="target">The stream, which is left open. What was written before a failure stays written.</param>
    /// <param name="progress">Receives the progress of the download.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>How many bytes were written.</returns>
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

    /// <summary>Asks the service whether an image bears the marks of images that models make.</summary>
    /// <param name="image">The image: PNG, JPEG, WebP or GIF; no link and no file id.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>What the service found. That nothing was found proves nothing.</returns>
    /// <exception cref="ArgumentException"><paramref name="image"/> is a link or a file id.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> is <see langword="null"/>.</exception>
    /// <exception cref="ImageInputException">The image cannot be read, or is no image.</exception>
    /// <inheritdoc cref="ListAsync" path="/*[not(self::summary or self::param or self::returns or self::example)]"/>
    Task<ImageProvenance> CheckProvenanceAsync(ImageInput image, CancellationToken cancellationToken = default);
}
