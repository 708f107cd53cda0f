using OpenAIImages.Destinations;

namespace OpenAIImages;

/// <summary>Where images go while they arrive, so that none is ever whole in memory.</summary>
/// <remarks>
/// <para>Files appear whole or not at all: when the call fails or is cancelled, nothing of it is left behind.</para>
/// <para>Places on the disk are tried before the request is sent, so that a wrong one costs nothing.</para>
/// </remarks>
public abstract class ImageDestination
{
    private protected ImageDestination()
    {
    }

    /// <summary>Puts the image in a file.</summary>
    /// <param name="path">
    /// The file, in a directory that exists. A name without an extension gets the right one; an existing file is
    /// replaced. Of several images, the second goes to <c>name-2</c>, and so on.
    /// </param>
    /// <returns>The destination.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank.</exception>
    public static ImageDestination File(string path) => new FileDestination(Guard.NotBlank(path));

    /// <summary>Puts images in a directory.</summary>
    /// <param name="path">The directory; made if it does not exist.</param>
    /// <param name="name">
    /// Names each file; it may not leave the directory. A name without an extension gets the right one. By default
    /// <c>image-20260214-093000-1f3a5b7c9d0e-1</c>: the time in UTC, random digits, and the place in the reply.
    /// </param>
    /// <returns>The destination.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank.</exception>
    public static ImageDestination Directory(string path, Func<ImageArrival, string>? name = null)
        => new DirectoryDestination(Guard.NotBlank(path), name);

    /// <summary>Writes the image to a stream, which is left open.</summary>
    /// <param name="stream">The stream. What was written before a call failed stays written.</param>
    /// <returns>The destination, good for one call of one image.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="stream"/> cannot be written to.</exception>
    public static ImageDestination Stream(Stream stream)
        => Guard.NotNull(stream).CanWrite
            ? new StreamDestination((_, _) => new ValueTask<Stream>(stream), takesMany: false, leaveOpen: true)
            : throw new ArgumentException("The stream cannot be written to.", nameof(stream));

    /// <summary>Writes each image to a stream that a function opens.</summary>
    /// <param name="open">Opens a stream when the first bytes have come; it is closed when the image is whole.</param>
    /// <returns>The destination.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="open"/> is <see langword="null"/>.</exception>
    public static ImageDestination Create(Func<ImageArrival, CancellationToken, ValueTask<Stream>> open)
        => new StreamDestination(Guard.NotNull(open), takesMany: true, leaveOpen: false);

    /// <summary>Gets whether an image of which part has been written may be written again from its beginning.</summary>
    internal virtual bool CanStartOver => true;

    /// <summary>Finds out, before anything is sent, whether the images can go there.</summary>
    /// <param name="count">How many images are asked for.</param>
    /// <exception cref="ImageDestinationException">They cannot.</exception>
    internal abstract void Try(int count);

    /// <summary>Opens the place of one image.</summary>
    internal abstract ValueTask<DestinationEntry> OpenAsync(ImageArrival arrival, CancellationToken cancellationToken);
}
