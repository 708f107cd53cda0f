namespace OpenAIImages;

/// <summary>What became of a piece of a large work.</summary>
/// <remarks>Immutable. What was paid for is here, whatever else failed.</remarks>
public sealed class ImageWorkResult
{
    /// <summary>States an outcome.</summary>
    /// <param name="item">The piece.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="images">The images that came, in order.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public ImageWorkResult(ImageWorkItem item, ImageWorkStatus status, IReadOnlyList<ImageOutput> images)
    {
        Item = Guard.NotNull(item);
        Status = status;
        Images = Guard.NotNull(images);
    }

    /// <summary>Gets the piece.</summary>
    public ImageWorkItem Item { get; }

    /// <summary>Gets how it ended.</summary>
    public ImageWorkStatus Status { get; }

    /// <summary>Gets the images that came, those of all its calls in order.</summary>
    public IReadOnlyList<ImageOutput> Images { get; }

    /// <summary>Gets the results of the calls that succeeded, in order.</summary>
    /// <value>One for a request that fits into one call; empty when none succeeded.</value>
    public IReadOnlyList<ImageResult> Results { get; init; } = [];

    /// <summary>Gets the fault that ended the piece; <see langword="null"/> when it is done.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Gets what the calls that succeeded cost, in dollars, those of earlier runs included.</summary>
    /// <value><see langword="null"/> without <see cref="ImageManyOptions.Prices"/>, or where a price or a count is not
    /// known.</value>
    public decimal? Cost { get; init; }

    /// <summary>Gets the sidecars that could not be written. Their images are there all the same.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<ImageSidecarException> SidecarFaults { get; init; } = [];

    /// <summary>Returns what may be logged.</summary>
    /// <returns>The name, how it ended, and how many images came.</returns>
    public override string ToString()
        => $"{nameof(ImageWorkResult)} {{ {Item.Id}, {Status}, {Images.Count} images }}";
}
