using System.Text.Json.Serialization;
using OpenAIImages.Inputs;

namespace OpenAIImages;

/// <summary>An image to send: from a file, bytes or a stream, or an image that the service fetches itself.</summary>
/// <remarks>
/// An input is immutable. The media type comes from the caller or from the first bytes. The client always sends it,
/// since the service relies on it. The client sends only the file name of a path, never its folders. An input as JSON
/// is a link, a file id, bytes or a path, but not a stream. JSON with a path opens a file on the machine that reads the
/// JSON, so do not read inputs of strangers.
/// </remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed class ImageInput
{
    private ImageInput(InputSource? source, ImageReference? reference, string fileName, ImageMediaType? mediaType)
    {
        Source = source;
        Reference = reference;
        FileName = fileName;
        MediaType = Given.OrNull(mediaType);
    }

    /// <summary>Gets the file name of the image in the request, without a path.</summary>
    public string FileName { get; }

    /// <summary>Gets the media type that the caller gave. When <see langword="null"/>, the client finds it from the
    /// bytes.</summary>
    public ImageMediaType? MediaType { get; }

    /// <summary>Gets a value indicating whether the image can be read again, so that a call may be
    /// repeated.</summary>
    /// <value><see langword="false"/> for a stream that cannot seek: the client sends such a call once.</value>
    public bool CanBeSentAgain => Source?.CanReopen ?? true;

    internal InputSource? Source { get; }

    internal ImageReference? Reference { get; }

    /// <summary>Takes an image from a file, which the client reads while it sends it.</summary>
    /// <param name="path">The file: PNG, JPEG or WebP.</param>
    /// <param name="mediaType">The kind of the file; found from its first bytes when <see langword="null"/>.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank.</exception>
    public static ImageInput FromFile(string path, ImageMediaType? mediaType = null)
        => new(new FileSource(Guard.NotBlank(path)), null, Path.GetFileName(path), mediaType);

    /// <summary>Takes an image from memory.</summary>
    /// <param name="bytes">The file's bytes. Do not change them until the call is over.</param>
    /// <param name="fileName">The name to send it under; <c>image</c> and its extension when <see langword="null"/>.
    /// </param>
    /// <param name="mediaType">The kind of the file; found from its first bytes when <see langword="null"/>.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is empty.</exception>
    public static ImageInput FromBytes(
        ReadOnlyMemory<byte> bytes, string? fileName = null, ImageMediaType? mediaType = null)
        => bytes.IsEmpty
            ? throw new ArgumentException("The image is empty.", nameof(bytes))
            : new(new MemorySource(bytes), null, BaseName(fileName), mediaType);

    /// <summary>Takes an image from a stream, which is left open.</summary>
    /// <param name="stream">The stream, which the client reads from its current position. A stream that cannot seek
    /// serves one call.</param>
    /// <param name="fileName">The name to send it under; <c>image</c> and its extension when <see langword="null"/>.
    /// </param>
    /// <param name="mediaType">The kind of the file; found from its first bytes when <see langword="null"/>.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="stream"/> cannot be read.</exception>
    public static ImageInput FromStream(Stream stream, string? fileName = null, ImageMediaType? mediaType = null)
        => Guard.NotNull(stream).CanRead
            ? new(new StreamSource(stream), null, BaseName(fileName), mediaType)
            : throw new ArgumentException("The stream cannot be read.", nameof(stream));

    /// <summary>Refers to an image that the service fetches by a link, or that is in the link (<c>data:</c>).</summary>
    /// <param name="link">An absolute <c>https</c> or <c>data</c> link.</param>
    /// <returns>The image. A request that holds one is sent as JSON.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="link"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="link"/> is not such a link, or holds half a surrogate
    /// pair.</exception>
    public static ImageInput FromLink(Uri link)
        => Guard.NotNull(link) is { IsAbsoluteUri: true, Scheme: "https" or "data" }
            ? new(null, new ImageReference("image_url", Guard.WellFormed(link.OriginalString, nameof(link))), "", null)
            : throw new ArgumentException("The link is not an absolute https or data link.", nameof(link));

    /// <summary>Refers to an image that was uploaded before.</summary>
    /// <param name="id">Its identifier, for example <c>file-abc123</c>.</param>
    /// <returns>The image. A request that holds one is sent as JSON.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank or holds half a surrogate pair.</exception>
    public static ImageInput FromFileId(string id)
        => new(null, new ImageReference("file_id", Guard.WellFormed(Guard.NotBlank(id), nameof(id))), "", null);

    /// <summary>Returns a text that may be logged. It holds neither a path nor a link.</summary>
    /// <returns>The kind of input.</returns>
    public override string ToString() => $"{nameof(ImageInput)} {{ {Reference?.Field ?? "file"} }}";

    private static string BaseName(string? name)
        => string.IsNullOrWhiteSpace(name) ? "" : Path.GetFileName(name!.Replace('\\', '/'));
}
