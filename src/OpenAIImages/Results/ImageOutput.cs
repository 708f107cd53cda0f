using System.Text.Json.Serialization;
using OpenAIImages.Bytes;
using OpenAIImages.Destinations;

namespace OpenAIImages;

/// <summary>One finished image: its bytes, a link to it, or where it was saved.</summary>
/// <remarks>
/// Immutable. Anyone may make one for a test, by <see cref="FromBytes"/>, <see cref="FromLink"/> or
/// <see cref="FromSavedFile"/>; the constructor makes an image that was withheld. <see cref="Length"/>,
/// <see cref="MediaType"/> and <see cref="IsWithheld"/> follow from these, so that they always agree.
/// </remarks>
[JsonConverter(typeof(ImageJsonConverterFactory))]
public sealed record ImageOutput
{
    private readonly ExtraFields _extra = ExtraFields.Empty;
    private readonly IReadOnlyList<ImageContentFilterResult> _contentFilterResults = [];
    private readonly IReadOnlyList<ImageContentFilterResult> _promptFilterResults = [];

    /// <summary>Gets the bytes of the image file. Empty when there is only a <see cref="Link"/>, or when the image went
    /// to a destination while it arrived.</summary>
    public ReadOnlyMemory<byte> Bytes { get; internal init; }

    /// <summary>Gets the length of the image file.</summary>
    /// <value>In bytes; 0 when there is only a <see cref="Link"/>.</value>
    public long Length { get; internal init; }

    /// <summary>Gets the link by which the image can be fetched, without a key and usually for an hour.</summary>
    /// <value><see langword="null"/> when the image came in the reply itself. Whoever has the link has the
    /// image.</value>
    public Uri? Link { get; init; }

    /// <summary>Gets the full path of the file that the image was saved to while it arrived, if it was.</summary>
    public string? SavedPath { get; internal init; }

    /// <summary>Gets the media type, found from the bytes and not from what the service says.</summary>
    public ImageMediaType MediaType { get; internal init; }

    /// <summary>Gets the prompt as the service rewrote it (<c>revised_prompt</c>), if it did.</summary>
    public string? RevisedPrompt { get; init; }

    /// <summary>Gets what Azure OpenAI's filters found in the image (<c>content_filter_results</c>).</summary>
    /// <value>Empty by default, and with other services.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyList<ImageContentFilterResult> ContentFilterResults
    {
        get => _contentFilterResults;
        init => _contentFilterResults = Guard.NotNull(value, nameof(ContentFilterResults));
    }

    /// <summary>Gets what Azure OpenAI's filters found in the prompt (<c>prompt_filter_results</c>).</summary>
    /// <value>Empty by default, and with other services.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyList<ImageContentFilterResult> PromptFilterResults
    {
        get => _promptFilterResults;
        init => _promptFilterResults = Guard.NotNull(value, nameof(PromptFilterResults));
    }

    /// <summary>Gets whether there is no image, since the service withheld it.</summary>
    /// <remarks>Some servers say why in <see cref="Extra"/>.</remarks>
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
    /// <param name="bytes">The image file, not to be changed afterwards. Its first bytes tell the media type.</param>
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

    /// <summary>Makes an image that can be fetched by a link.</summary>
    /// <param name="link">The absolute link to it.</param>
    /// <returns>The image, whose length and media type are not known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="link"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="link"/> is not absolute.</exception>
    public static ImageOutput FromLink(Uri link)
        => Guard.NotNull(link).IsAbsoluteUri
            ? new() { Link = link }
            : throw new ArgumentException("The link is not absolute.", nameof(link));

    /// <summary>Makes an image that was saved to a file while it arrived.</summary>
    /// <param name="path">The full path of the file. It is not read.</param>
    /// <param name="length">The length of the file: 1 byte or more.</param>
    /// <param name="mediaType">The media type of its bytes.</param>
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
    /// <param name="path">The file, in a directory that exists. A name that does not end in the extension of an image
    /// format gets the right one, and so does a name that ends in the extension of another format. A name that is taken
    /// is numbered: <c>cat-2.png</c>.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is left behind.</param>
    /// <returns>The full path of the file.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank.</exception>
    /// <exception cref="InvalidOperationException">The bytes are not here: the image is a link, was saved already, or
    /// was withheld.</exception>
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

    /// <summary>Opens the image for reading, without copying it.</summary>
    /// <returns>A stream that can be read and sought, and needs no disposing.</returns>
    /// <exception cref="InvalidOperationException">The bytes are not here.</exception>
    public Stream OpenRead()
    {
        EnsureBytes();

        return MemoryStreams.Over(Bytes);
    }

    /// <summary>Returns a text that may be logged. It holds no link, which may be signed, and no prompt.</summary>
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
