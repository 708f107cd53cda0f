using OpenAIImages.Inputs;

namespace OpenAIImages;

/// <summary>A file for an upload to the service.</summary>
/// <remarks>Immutable. The file is read while it is sent, and is never whole in memory.</remarks>
public sealed record ImageUpload
{
    /// <summary>Takes an image, so that edits can name it by its file id.</summary>
    /// <param name="image">The image, but no link and no file id. Its media type is always sent, since the service
    /// relies on it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="image"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="image"/> is a link or a file id.</exception>
    public ImageUpload(ImageInput image)
        : this(
            Guard.NotNull(image).Source
                ?? throw new ArgumentException("A link or a file id has nothing to upload.", nameof(image)),
            image.FileName,
            image,
            ImageFilePurpose.Vision)
    {
    }

    /// <summary>Takes any stream, which stays open.</summary>
    /// <param name="content">The stream, read from its current position. A stream that cannot seek is valid for one
    /// call, which the client sends only once.</param>
    /// <param name="fileName">The name of the file. Only the last part of a path is sent.</param>
    /// <param name="purpose">The purpose of the file.</param>
    /// <exception cref="ArgumentNullException"><paramref name="content"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="content"/> cannot be read, or <paramref name="fileName"/> or
    /// <paramref name="purpose"/> is blank.</exception>
    public ImageUpload(Stream content, string fileName, ImageFilePurpose purpose)
        : this(
            Guard.NotNull(content).CanRead
                ? new StreamSource(content)
                : throw new ArgumentException("The stream cannot be read.", nameof(content)),
            Path.GetFileName(Guard.NotBlank(fileName).Replace('\\', '/')),
            image: null,
            purpose)
    {
    }

    private ImageUpload(InputSource source, string fileName, ImageInput? image, ImageFilePurpose purpose)
    {
        Source = source;
        FileName = fileName;
        Image = image;
        Purpose = purpose;
    }

    /// <summary>Gets the purpose of the file (<c>purpose</c>).</summary>
    /// <value><see cref="ImageFilePurpose.Vision"/> for an image by default.</value>
    /// <exception cref="ArgumentException">The value is not given.</exception>
    public ImageFilePurpose Purpose
    {
        get;
        init => field = value != default
            ? value
            : throw new ArgumentException("The purpose is not given.", nameof(Purpose));
    }

    /// <summary>Gets the time after the upload at which the service deletes the file (<c>expires_after</c>).</summary>
    /// <value>The value is sent in whole seconds. OpenAI accepts an hour to 30 days, and the service checks the value.
    /// By default no value is sent: the file stays, but the service deletes a file for a batch after 30 days.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than a second.</exception>
    public TimeSpan? ExpiresAfter
    {
        get;
        init => field = value is null || value >= TimeSpan.FromSeconds(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(ExpiresAfter), value, "The time is less than a second.");
    }

    /// <summary>Gets the name of the file in the upload.</summary>
    internal string FileName { get; }

    internal InputSource Source { get; }

    /// <summary>Gets the image, if the file is one.</summary>
    internal ImageInput? Image { get; }

    /// <summary>Takes any file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="purpose">The purpose of the file.</param>
    /// <returns>The upload, which can be sent again.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> or <paramref name="purpose"/> is blank.</exception>
    public static ImageUpload FromFile(string path, ImageFilePurpose purpose)
        => new(new FileSource(Guard.NotBlank(path)), Path.GetFileName(path), image: null, purpose);

    /// <summary>Returns a text that may be logged, without path and content.</summary>
    /// <returns>The purpose of the file.</returns>
    public override string ToString() => $"{nameof(ImageUpload)} {{ {Purpose} }}";
}
