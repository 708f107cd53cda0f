namespace OpenAIImages.Painter;

/// <summary>A picture to change, and the words that say how.</summary>
public sealed record PictureEdit
{
    /// <summary>Asks to change pictures.</summary>
    /// <param name="request">What to make of them, in which size and format.</param>
    /// <param name="sources">The files, PNG, JPEG or WebP; the first is the one that is changed.</param>
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

    /// <summary>Gets what to make of the pictures, in which size and format.</summary>
    public PictureRequest Request { get; }

    /// <summary>Gets the files. The first is changed; the others show things to put into it.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Sources { get; }

    /// <summary>Gets a PNG of the first picture's size, transparent where the picture may change.</summary>
    /// <value><see langword="null"/>, the default, when all of it may.</value>
    public ReadOnlyMemory<byte>? Mask { get; init; }

    /// <summary>Gets a PNG of the first picture's size with marks that say where to change it; transparent elsewhere.
    /// </summary>
    /// <value><see langword="null"/> by default. Not together with <see cref="Mask"/>.</value>
    public ReadOnlyMemory<byte>? Markup { get; init; }
}
