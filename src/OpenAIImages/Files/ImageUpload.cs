using OpenAIImages.Inputs;

namespace OpenAIImages;

/// <summary>A file to give to the service.</summary>
/// <remarks>Immutable. It is read while it is sent, and never whole in memory.</remarks>
public sealed record ImageUpload
{
    /// <summary>Takes an image, for edits to name by its file id.</summary>
    /// <param name="image">The image, no link and no file id. Its media type is always sent, since the service goes by
    /// it.</param>
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

    /// <summary>Takes any stream, which is left open.</summary>
    /// <param name="content">The stream, read from where it stands. One that cannot seek is good for one call, which is
    /// then sent once.</param>
    /// <param name="fileName">The name of the file, of which only the last part is sent.</param>
    /// <param name="purpose">What the file is for.</param>
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

    /// <summary>Gets what the file is for (<c>purpose</c>).</summary>
    /// <value><see cref="ImageFilePurpose.Vision"/> for an image by default.</value>
    /// <exception cref="ArgumentException">The value is not given.</exception>
    public ImageFilePurpose Purpose
    {
        get;
        init => field = value != default
            ? value
            : throw new ArgumentException("The purpose is not given.", nameof(Purpose));
    }

    /// <summary>Gets how long after the upload the service deletes the file (<c>expires_after</c>).</summary>
    /// <value>Sent in whole seconds; OpenAI takes an hour to 30 days, which the service checks. By default none is
    /// sent: the file stays, and one for a batch is deleted after 30 days.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than a second.</exception>
    public TimeSpan? ExpiresAfter
    {
        get;
        init => field = value is null || value >= TimeSpan.FromSeconds(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(ExpiresAfter), value, "The time is less than a second.");
    }

    /// <summary>Gets the name that the file is sent under.</summary>
    internal string FileName { get; }

    internal InputSource Source { get; }

    /// <summary>Gets the image, if the file is one.</summary>
    internal ImageInput? Image { get; }

    /// <summary>Takes any file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="purpose">What it is for.</param>
    /// <returns>The upload, which can be sent again.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> or <paramref name="purpose"/> is blank.</exception>
    public static ImageUpload FromFile(string path, ImageFilePurpose purpose)
        => new(new FileSource(Guard.NotBlank(path)), Path.GetFileName(path), image: null, purpose);

    /// <summary>Returns what may be logged: neither a path nor content.</summary>
    /// <returns>What the file is for.</returns>
    public override string ToString() => $"{nameof(ImageUpload)} {{ {Purpose} }}";
}
