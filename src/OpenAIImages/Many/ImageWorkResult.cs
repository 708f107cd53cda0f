namespace OpenAIImages;

/// <summary>The outcome of one piece of a large job.</summary>
/// <remarks>Immutable. It holds every paid image, whatever else failed.</remarks>
public sealed class ImageWorkResult
{
    /// <summary>Creates an outcome.</summary>
    /// <param name="item">The piece.</param>
    /// <param name="status">The status of the piece at its end.</param>
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

    /// <summary>Gets the status of the piece at its end.</summary>
    public ImageWorkStatus Status { get; }

    /// <summary>Gets the images that came from all calls of the piece, in order.</summary>
    public IReadOnlyList<ImageOutput> Images { get; }

    /// <summary>Gets the results of the calls that succeeded, in order.</summary>
    /// <value>One result for a request that fits into one call; empty when no call succeeded.</value>
    public IReadOnlyList<ImageResult> Results { get; init; } = [];

    /// <summary>Gets the fault that ended the piece; <see langword="null"/> when it is done.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Gets the cost of the calls that succeeded, in dollars, including calls of earlier runs.</summary>
    /// <value><see langword="null"/> without <see cref="ImageManyOptions.Prices"/>, or where a price or a count is not
    /// known.</value>
    public decimal? Cost { get; init; }

    /// <summary>Gets the sidecars that could not be written. Their images are not lost.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<ImageSidecarException> SidecarFaults { get; init; } = [];

    /// <summary>Returns a text that may be logged.</summary>
    /// <returns>The name, the status, and the number of images.</returns>
    public override string ToString()
        => $"{nameof(ImageWorkResult)} {{ {Item.Id}, {Status}, {Images.Count} images }}";
}
