using System.Text.Json.Serialization;
using OpenAIImages.Bytes;
using OpenAIImages.Destinations;

namespace OpenAIImages;

/// <summary>One finished image: its bytes, a link to it, or the path of its file.</summary>
/// <remarks>
/// Immutable. Anyone may create one for a test, with <see cref="FromBytes"/>, <see cref="FromLink"/> or <see
/// cref="FromSavedFile"/>. The constructor makes an image that was withheld. These methods determine <see
/// cref="Length"/>, <see cref="MediaType"/> and <see cref="IsWithheld"/>, so that the values always agree.
/// </remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record ImageOutput
{
    private readonly ExtraFields _extra = ExtraFields.Empty;
    private readonly IReadOnlyList<ImageContentFilterResult> _contentFilterResults = [];
    private readonly IReadOnlyList<ImageContentFilterResult> _promptFilterResults = [];

    /// <summary>Gets the bytes of the image file. They are empty when there is only a <see cref="Link"/>, or when the
    /// image went to a destination while it arrived.</summary>
    public ReadOnlyMemory<byte> Bytes { get; internal init; }

    /// <summary>Gets the length of the image file.</summary>
    /// <value>In bytes; 0 when there is only a <see cref="Link"/>.</value>
    public long Length { get; internal init; }

    /// <summary>Gets the link for a download of the image, valid without a key and usually for an hour.</summary>
    /// <value><see langword="null"/> when the image came in the reply itself. Anyone with the link can fetch the
    /// image.</value>
    public Uri? Link { get; init; }

    /// <summary>Gets the full path of the file that the image was saved to while it arrived, if it was.</summary>
    public string? SavedPath { get; internal init; }

    /// <summary>Gets the media type. It is found from the bytes, and not from the reply of the service.</summary>
    public ImageMediaType MediaType { get; internal init; }

    /// <summary>Gets the rewritten prompt of the service (<c>revised_prompt</c>), if there is one.</summary>
    public string? RevisedPrompt { get; init; }

    /// <summary>Gets the findings of Azure OpenAI's filters in the image (<c>content_filter_results</c>).</summary>
    /// <value>Empty by default, and with other services.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyList<ImageContentFilterResult> ContentFilterResults
    {
        get => _contentFilterResults;
        init => _contentFilterResults = Guard.NotNull(value, nameof(ContentFilterResults));
    }

    /// <summary>Gets the findings of Azure OpenAI's filters in the prompt (<c>prompt_filter_results</c>).</summary>
    /// <value>Empty by default, and with other services.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyList<ImageContentFilterResult> PromptFilterResults
    {
        get => _promptFilterResults;
        init => _promptFilterResults = Guard.NotNull(value, nameof(PromptFilterResults));
    }

    /// <summary>Gets whether the service withheld the image, so that there is no image.</summary>
    /// <remarks>Some servers give the reason in <see cref="Extra"/>.</remarks>
    public bool IsWithheld => Length == 0 && Link is null;

    /// <summary>Gets the members of the reply that this package has no property for.</summary>
    /// <value>Empty by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public ExtraFields Extra
    {
        get => _extra;
        init => _extra = Guard.NotNull(value, nameof(Extra));
    }

    /// <summary>Makes an image from its bytes.</summary>
    /// <param name="bytes">The image file. Do not change it afterwards. Its first bytes determine the media
    /// type.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is empty.</exception>
    public static ImageOutput FromBytes(ReadOnlyMemory<byte> bytes)
        => bytes.IsEmpty
            ? throw new ArgumentException(
                $"The image is empty. For one that was withheld, write 'new {nameof(ImageOutput)}()'.", nameof(bytes))
            : new()
            {
                Bytes = bytes,
                Length = bytes.Length,
                MediaType = ImageMediaType.Detect(bytes.Span),
            };

    /// <summary>Makes an image that is available under a link.</summary>
    /// <param name="link">The absolute link to the image.</param>
    /// <returns>The image. Its length and media type are not known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="link"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="link"/> is not absolute.</exception>
    public static ImageOutput FromLink(Uri link)
        => Guard.NotNull(link).IsAbsoluteUri
            ? new() { Link = link }
            : throw new ArgumentException("The link is not absolute.", nameof(link));

    /// <summary>Makes an image that was saved to a file while it arrived.</summary>
    /// <param name="path">The full path of the file. The file is not read.</param>
    /// <param name="length">The length of the file: 1 byte or more.</param>
    /// <param name="mediaType">The media type of the bytes of the file.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is less than 1.</exception>
    public static ImageOutput FromSavedFile(string path, long length, ImageMediaType mediaType)
    {
        Guard.NotBlank(path);

        return length > 0
            ? new() { SavedPath = path, Length = length, MediaType = mediaType }
            : throw new ArgumentOutOfRangeException(nameof(length), length, "The value must be at least 1.");
    }

    /// <summary>Saves the image to a file, which appears whole or not at all.</summary>
    /// <param name="path">The file, in a directory that exists. A name without the extension of an image format gets
    /// the right extension, and so does a name with the extension of another format. If the name is taken, the file
    /// gets a number: <c>cat-2.png</c>.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is left behind.</param>
    /// <returns>The full path of the file.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank.</exception>
    /// <exception cref="InvalidOperationException">The image has no bytes here: it is a link, was saved already, or was
    /// withheld.</exception>
    /// <exception cref="ImageDestinationException">The file cannot be written.</exception>
    /// <example>
    /// <code>
    /// var result = await client.GenerateAsync("a red fox in the snow");
    /// var path = await result.Images[0].SaveAsync("fox");
    /// </code>
    /// </example>
    public async Task<string> SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        EnsureBytes();
        using var file = AtomicFile.Create(FileTarget.FromPath(Guard.NotBlank(path), MediaType));
        await file.WriteAsync(Bytes, cancellationToken).ConfigureAwait(false);

        return file.Commit();
    }

    /// <summary>Opens the image for reading, without a copy.</summary>
    /// <returns>A stream that can read and seek, and that you need not dispose of.</returns>
    /// <exception cref="InvalidOperationException">The image has no bytes here.</exception>
    public Stream OpenRead()
    {
        EnsureBytes();

        return MemoryStreams.Over(Bytes);
    }

    /// <summary>Returns a text that may be logged. It holds no prompt, and no link, since a link may be
    /// signed.</summary>
    /// <returns>The media type, the length, and the path or the host of the link.</returns>
    public override string ToString()
    {
        var place = SavedPath is not null ? $", saved to {SavedPath}" : Link is not null ? $", at {Link.Host}" : "";

        return $"{nameof(ImageOutput)} {{ {MediaType}, {Length} bytes{place} }}";
    }

    internal void EnsureBytes()
    {
        if (Bytes.IsEmpty)
        {
            throw new InvalidOperationException(
                SavedPath is not null ? $"The image went to {SavedPath} while it arrived; read it from there."
                : Link is not null ? "The image is a link; download it first."
                : "There are no bytes: the image went to a destination, or the service withheld it.");
        }
    }
}
