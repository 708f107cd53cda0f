namespace OpenAIImages;

/// <summary>Short forms of <see cref="IImageFileClient"/>.</summary>
public static class ImageFileExtensions
{
    /// <summary>Uploads an image, so that edits can name it by its file id.</summary>
    /// <param name="client">The client.</param>
    /// <param name="image">The image, but no link and no file id.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>The file. <see cref="ToImageInput"/> makes an input of the file.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="image"/> is a link or a file id.</exception>
    /// <exception cref="ImageInputException">The image cannot be read, or is not an image.</exception>
    /// <exception cref="ImageApiException">The service refused the call.</exception>
    /// <exception cref="ImageTransportException">No reply came, or not all of it.</exception>
    public static Task<ImageFile> UploadAsync(
        this IImageFileClient client, ImageInput image, CancellationToken cancellationToken = default)
        => Guard.NotNull(client).UploadAsync(new ImageUpload(image), cancellationToken);

    /// <summary>Makes an input of a file that was uploaded.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The input. A request with such an input is sent as JSON.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is <see langword="null"/>.</exception>
    public static ImageInput ToImageInput(this ImageFile file) => ImageInput.FromFileId(Guard.NotNull(file).Id);
}
