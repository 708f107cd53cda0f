namespace OpenAIImages;

/// <summary>What became of one request of a batch.</summary>
/// <remarks>Immutable. A failure is a result and no exception, so that nothing that was paid for is lost. Anyone may
/// create one, for example for a fake.</remarks>
public sealed class ImageBatchResult
{
    /// <summary>States a success.</summary>
    /// <param name="id">The id of the piece.</param>
    /// <param name="result">What the request gave.</param>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is <see langword="null"/>.</exception>
    public ImageBatchResult(string? id, ImageResult result)
    {
        Id = id;
        Result = Guard.NotNull(result);
        Images = result.Images;
    }

    /// <summary>States a failure.</summary>
    /// <param name="id">The id of the piece; <see langword="null"/> when its line is too broken to hold one.</param>
    /// <param name="exception">The fault, of the type that a single call would have thrown.</param>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is <see langword="null"/>.</exception>
    public ImageBatchResult(string? id, ImageClientException exception)
    {
        Id = id;
        Exception = Guard.NotNull(exception);
        Images = exception.Received;
    }

    /// <summary>Gets the id of the piece (<c>custom_id</c>).</summary>
    /// <value><see langword="null"/> only when its line is too broken to hold one.</value>
    public string? Id { get; }

    /// <summary>Gets what the request gave; <see langword="null"/> when it failed.</summary>
    public ImageResult? Result { get; }

    /// <summary>Gets the images that came, also those that came before a fault.</summary>
    public IReadOnlyList<ImageOutput> Images { get; }

    /// <summary>Gets the fault, of the type that a single call would have thrown; <see langword="null"/> when the
    /// request succeeded.</summary>
    public ImageClientException? Exception { get; }

    /// <summary>Gets the number of its line in its file, from 1; 0 by default.</summary>
    public int Line { get; init; }

    /// <summary>Gets what the request cost at the price of batches, in dollars.</summary>
    /// <value><see langword="null"/> without <see cref="ImageBatchReadOptions.Prices"/>, for a failure, or where a
    /// price or a count is not known.</value>
    public decimal? Cost { get; init; }

    /// <summary>Returns a text that may be logged.</summary>
    /// <returns>The id, whether it failed, and how many images came.</returns>
    public override string ToString()
        => $"{nameof(ImageBatchResult)} {{ {Id ?? "no id"}, " +
            $"{(Exception is null ? "done" : Exception.GetType().Name)}, {Images.Count} images }}";
}
