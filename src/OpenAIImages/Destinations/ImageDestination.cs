using System.Buffers;
using OpenAIImages.Destinations;

namespace OpenAIImages;

/// <summary>Where images go while they arrive, so that none is ever whole in memory.</summary>
/// <remarks>
/// <para>Files appear whole or not at all: when the call fails or is cancelled, nothing of it is left behind.</para>
/// <para>A client of the library's own writes here by itself; a fake or a decorator writes by
/// <see cref="WriteAsync"/> or <see cref="CopyFromAsync"/> and returns the image that those give.</para>
/// <para>Places on the disk are tried before the request is sent, so that a wrong one costs nothing.</para>
/// </remarks>
public abstract class ImageDestination
{
    private const int BufferSize = 64 * 1024;

    private protected ImageDestination()
    {
    }

    /// <summary>Puts the image in a file.</summary>
    /// <param name="path">
    /// The file, in a directory that exists. A name that does not end in the extension of an image format gets the
    /// right one; an image of another kind than the name says is saved under its own extension. With <c>.jpg</c>,
    /// <c>.jpeg</c> or
    /// <c>.webp</c>, OpenAI and Azure OpenAI are asked for that format where the request names none and wants no
    /// transparency (<c>.webp</c> at OpenAI alone).
    /// </param>
    /// <param name="existing">
    /// The answer to a file that is there already: by default the call is refused before anything is sent. Whatever it
    /// is, an image that is paid for is numbered rather than lost: a second one, or one whose name is taken meanwhile,
    /// goes to
    /// <c>cat-2.png</c>, and so on. <see cref="ImageOutput.SavedPath"/> says where.
    /// </param>
    /// <returns>The destination.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank or holds a NUL.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="existing"/> is no known value.</exception>
    public static ImageDestination File(string path, ExistingFile existing = ExistingFile.Refuse)
        => Guard.NotBlank(path).Contains('\0')
            ? throw new ArgumentException("The path holds a NUL.", nameof(path))
            : existing is ExistingFile.Refuse or ExistingFile.Number or ExistingFile.Replace
            ? new FileDestination(path, existing)
            : throw new ArgumentOutOfRangeException(nameof(existing), existing, "The value is not known.");

    /// <summary>Puts images in a directory.</summary>
    /// <param name="path">The directory; made if it does not exist.</param>
    /// <param name="name">
    /// Names each file in the directory. A name that does not end in the extension of an image format gets the right
    /// one; one that is taken is numbered. By default <c>image-20260214-093000-1f3a5b7c9d0e-01</c>: the time in UTC,
    /// random digits of the call, and the place in the reply. It is asked for the first name before anything is sent:
    /// where it throws then, or gives an empty name or one that leads elsewhere, the call is refused. Later it loses
    /// no image: characters that no name may have become <c>_</c>, and where it throws, the default name stands in.
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

    /// <summary>Writes one image that is in memory.</summary>
    /// <param name="bytes">The image file. Its first bytes tell the media type.</param>
    /// <param name="index">Its place among the images of the call, from 0.</param>
    /// <param name="cancellationToken">Stops the writing; no part of a file is left behind.</param>
    /// <returns>The image without its bytes: <see cref="ImageOutput.SavedPath"/> tells where a file is.</returns>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    /// <exception cref="ImageDestinationException">The image cannot be written.</exception>
    public async Task<ImageOutput> WriteAsync(
        ReadOnlyMemory<byte> bytes, int index = 0, CancellationToken cancellationToken = default)
    {
        if (bytes.IsEmpty)
        {
            throw new ArgumentException("The image is empty.", nameof(bytes));
        }

        var mediaType = ImageMediaType.Detect(bytes.Span);
        using var entry = await OpenAsync(new ImageArrival(index, mediaType), cancellationToken).ConfigureAwait(false);
        await entry.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        await entry.CommitAsync(cancellationToken).ConfigureAwait(false);

        return new() { Length = bytes.Length, MediaType = mediaType, SavedPath = entry.SavedPath };
    }

    /// <summary>Writes one image from a stream, piece by piece, in 64 KiB of memory.</summary>
    /// <param name="source">The image file, read to its end and left open.</param>
    /// <param name="index">Its place among the images of the call, from 0.</param>
    /// <param name="cancellationToken">Stops the writing; no part of a file is left behind.</param>
    /// <returns>The image without its bytes: <see cref="ImageOutput.SavedPath"/> tells where a file is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="source"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    /// <exception cref="ImageDestinationException">The image cannot be written.</exception>
    public async Task<ImageOutput> CopyFromAsync(
        Stream source, int index = 0, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(source);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var count = await FillAsync(source, buffer, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                throw new ArgumentException("The stream is empty.", nameof(source));
            }

            var mediaType = ImageMediaType.Detect(buffer.AsSpan(0, count));
            using var entry = await OpenAsync(new ImageArrival(index, mediaType), cancellationToken)
                .ConfigureAwait(false);
            var length = 0L;
            for (; count > 0; count = await FillAsync(source, buffer, cancellationToken).ConfigureAwait(false))
            {
                await entry.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                length += count;
            }

            await entry.CommitAsync(cancellationToken).ConfigureAwait(false);

            return new() { Length = length, MediaType = mediaType, SavedPath = entry.SavedPath };
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Begins a call: finds out, before anything is sent, whether its images can go there.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="callLog">The log, if there is one.</param>
    /// <returns>The destination for the images of this call alone.</returns>
    /// <exception cref="ImageDestinationException">They cannot.</exception>
    internal abstract ImageDestination Begin(ImageRequest request, IDestinationLog? callLog);

    /// <summary>Opens the place of one image.</summary>
    internal abstract ValueTask<DestinationEntry> OpenAsync(ImageArrival arrival, CancellationToken cancellationToken);

    // Full pieces, so that the media type is told from as much as there is.
    private static async ValueTask<int> FillAsync(Stream source, byte[] buffer, CancellationToken cancellationToken)
    {
        var count = 0;
        while (count < buffer.Length)
        {
            var read = await source.ReadAsync(buffer.AsMemory(count), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            count += read;
        }

        return count;
    }
}
