using System.Buffers;
using OpenAIImages.Destinations;

namespace OpenAIImages;

/// <summary>The place to which images are written while they arrive, so that no image is ever whole in
/// memory.</summary>
/// <remarks>
/// <para>Files appear whole or not at all. When a call fails or is cancelled, no part of a file is left behind.</para>
/// <para>The clients of this library write to a destination by themselves. A fake or a decorator calls <see
/// cref="WriteAsync"/> or <see cref="CopyFromAsync"/>, and returns the image that this call gives.</para>
/// <para>Before the client sends a request, it tests whether it can write a file, so that a wrong path costs
/// nothing.</para>
/// </remarks>
public abstract class ImageDestination
{
    private const int BufferSize = 64 * 1024;

    private protected ImageDestination()
    {
    }

    /// <summary>Saves the image to a file.</summary>
    /// <param name="path">
    /// The file, in a directory that exists. A name without the extension of an image format gets the right extension.
    /// If the image has another format than the name says, it gets the extension of its format. With <c>.jpg</c> or
    /// <c>.jpeg</c> the client asks OpenAI and Azure OpenAI for JPEG, and with <c>.webp</c> it asks OpenAI for WebP,
    /// when the request names no format and wants no transparency.
    /// </param>
    /// <param name="existing">
    /// The action when the file exists already. By default the call is refused before anything is sent. A paid image is
    /// never lost: a second image, or an image whose name is taken in the meantime, is saved to <c>cat-2.png</c>, and
    /// so on. <see cref="ImageOutput.SavedPath"/> holds the path.
    /// </param>
    /// <returns>The destination.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank or holds a NUL.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="existing"/> is not a known value.</exception>
    /// <example>
    /// <code>
    /// var result = await client.GenerateAsync("a red fox in the snow", ImageDestination.File("fox.png"));
    ///
    /// Console.WriteLine(result.Images[0].SavedPath);
    /// </code>
    /// </example>
    public static ImageDestination File(string path, ExistingFile existing = ExistingFile.Refuse)
        => Guard.NotBlank(path).Contains('\0')
            ? throw new ArgumentException("The path holds a NUL.", nameof(path))
            : existing is ExistingFile.Refuse or ExistingFile.Number or ExistingFile.Replace
            ? new FileDestination(path, existing)
            : throw new ArgumentOutOfRangeException(nameof(existing), existing, "The value is not known.");

    /// <summary>Saves images to a directory.</summary>
    /// <param name="path">The directory. It is created if it does not exist.</param>
    /// <param name="name">
    /// The function that returns the name of each file in the directory. A name without the extension of an image
    /// format gets the right extension, and a taken name gets a number. The default name is
    /// <c>image-20260214-093000-1f3a5b7c9d0e-01</c>: the time in UTC, random digits of the call, and the number of the
    /// image. The client calls the function for the first name before it sends anything. If the function then throws,
    /// or returns an empty name or a path to another directory, the call is refused. Later no image is lost: characters
    /// that a name may not have become <c>_</c>, and if the function throws, the image gets its default name.
    /// </param>
    /// <returns>The destination.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank.</exception>
    /// <example>
    /// <code>
    /// var folder = ImageDestination.Directory("posters", image =&gt; $"poster-{image.Index + 1}");
    /// var request = new GenerateImageRequest("a poster for a jazz night") { Count = 2 };
    ///
    /// await client.GenerateAsync(request, folder);
    /// </code>
    /// </example>
    public static ImageDestination Directory(string path, Func<ImageArrival, string>? name = null)
        => new DirectoryDestination(Guard.NotBlank(path), name);

    /// <summary>Writes the image to a stream, which stays open.</summary>
    /// <param name="stream">The stream. Bytes that were written before a call failed stay written.</param>
    /// <returns>The destination, valid for one call for one image.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="stream"/> cannot be written to.</exception>
    public static ImageDestination Stream(Stream stream)
        => Guard.NotNull(stream).CanWrite
            ? new StreamDestination((_, _) => new ValueTask<Stream>(stream), takesMany: false, leaveOpen: true)
            : throw new ArgumentException("The stream cannot be written to.", nameof(stream));

    /// <summary>Writes each image to a stream that a function opens.</summary>
    /// <param name="open">The function that opens a stream when the first bytes have come. The stream is closed when
    /// the image is whole.</param>
    /// <returns>The destination.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="open"/> is <see langword="null"/>.</exception>
    public static ImageDestination Create(Func<ImageArrival, CancellationToken, ValueTask<Stream>> open)
        => new StreamDestination(Guard.NotNull(open), takesMany: true, leaveOpen: false);

    /// <summary>Gets whether the client may write an incomplete image again from its beginning.</summary>
    internal virtual bool CanStartOver => true;

    /// <summary>Writes one image that is in memory.</summary>
    /// <param name="bytes">The image file. Its first bytes determine the media type.</param>
    /// <param name="index">The index of the image among the images of the call, from 0.</param>
    /// <param name="cancellationToken">Stops the writing; no part of a file is left behind.</param>
    /// <returns>The image without its bytes: <see cref="ImageOutput.SavedPath"/> holds the path of a file.</returns>
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
        var arrival = new ImageArrival(index, mediaType) { Length = bytes.Length };
        using var entry = await OpenAsync(arrival, cancellationToken).ConfigureAwait(false);
        await entry.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        await entry.CommitAsync(cancellationToken).ConfigureAwait(false);

        return new() { Length = bytes.Length, MediaType = mediaType, SavedPath = entry.SavedPath };
    }

    /// <summary>Writes one image from a stream in parts, in 64 KiB of memory.</summary>
    /// <param name="source">The stream of the image file. It is read to its end and stays open.</param>
    /// <param name="index">The index of the image among the images of the call, from 0.</param>
    /// <param name="cancellationToken">Stops the writing; no part of a file is left behind.</param>
    /// <returns>The image without its bytes: <see cref="ImageOutput.SavedPath"/> holds the path of a file.</returns>
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

    /// <summary>Finds out, before anything is sent, whether the images of a call can be written.</summary>
    /// <param name="request">The request.</param>
    /// <param name="callLog">The log, if there is one.</param>
    /// <returns>The destination for the images of this call alone.</returns>
    /// <exception cref="ImageDestinationException">The images cannot be written.</exception>
    internal abstract ImageDestination Prepare(ImageRequest request, IDestinationLog? callLog);

    /// <summary>Opens the entry of one image.</summary>
    internal abstract ValueTask<DestinationEntry> OpenAsync(ImageArrival arrival, CancellationToken cancellationToken);

    // Each part fills the buffer, so that the media type is found from as many bytes as possible.
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
