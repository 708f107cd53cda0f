namespace OpenAIImages.Painter;

/// <summary>A picture to change, and the prompt that says how.</summary>
public sealed record PictureEdit
{
    /// <summary>Describes a change of a picture.</summary>
    /// <param name="request">The prompt, and the size and format of the result.</param>
    /// <param name="sources">The PNG, JPEG or WebP files. The engine changes the first one.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="sources"/> is empty.</exception>
    public PictureEdit(PictureRequest request, IReadOnlyList<ReadOnlyMemory<byte>> sources)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(sources);
        if (sources.Count == 0)
        {
            throw new ArgumentException("There is no picture to change.", nameof(sources));
        }

        Request = request;
        Sources = [.. sources];
    }

    /// <summary>Gets the prompt, and the size and format of the result.</summary>
    public PictureRequest Request { get; }

    /// <summary>Gets the files: the first is the picture to change, the others show things to put into it.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Sources { get; }

    /// <summary>Gets a PNG of the first picture's size that is transparent where the picture may change.</summary>
    /// <value><see langword="null"/>, the default, when the whole picture may change.</value>
    public ReadOnlyMemory<byte>? Mask { get; init; }

    /// <summary>Gets a PNG of the first picture's size with marks on the places to change.</summary>
    /// <value>
    /// Transparent where there is no mark. <see langword="null"/> by default. <see cref="PicturePainter"/>
    /// refuses it together with <see cref="Mask"/>.
    /// </value>
    public ReadOnlyMemory<byte>? Markup { get; init; }
}
