namespace OpenAIImages;

/// <summary>The outcome of one request of a batch.</summary>
/// <remarks>Immutable. A failure is a result and throws no exception, so that no paid image is lost. Anyone may create
/// one, for example for a fake.</remarks>
public sealed class ImageBatchResult
{
    /// <summary>Creates the result of a success.</summary>
    /// <param name="id">The id of the piece.</param>
    /// <param name="result">The result of the request.</param>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is <see langword="null"/>.</exception>
    public ImageBatchResult(string? id, ImageResult result)
    {
        Id = id;
        Result = Guard.NotNull(result);
        Images = result.Images;
    }

    /// <summary>Creates the result of a failure.</summary>
    /// <param name="id">The id of the piece; <see langword="null"/> when its line is too broken to hold an id.</param>
    /// <param name="exception">The exception, of the type that a single call would have thrown.</param>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is <see langword="null"/>.</exception>
    public ImageBatchResult(string? id, ImageClientException exception)
    {
        Id = id;
        Exception = Guard.NotNull(exception);
        Images = exception.Received;
    }

    /// <summary>Gets the id of the piece (<c>custom_id</c>).</summary>
    /// <value><see langword="null"/> only when its line is too broken to hold an id.</value>
    public string? Id { get; }

    /// <summary>Gets the result of the request; <see langword="null"/> when it failed.</summary>
    public ImageResult? Result { get; }

    /// <summary>Gets the images that came, including images that came before a fault.</summary>
    public IReadOnlyList<ImageOutput> Images { get; }

    /// <summary>Gets the exception, of the type that a single call would have thrown; <see langword="null"/> when the
    /// request succeeded.</summary>
    public ImageClientException? Exception { get; }

    /// <summary>Gets the number of its line in its file, from 1; 0 by default.</summary>
    public int Line { get; init; }

    /// <summary>Gets the cost of the request at the price of batches, in dollars.</summary>
    /// <value><see langword="null"/> without <see cref="ImageBatchReadOptions.Prices"/>, for a failure, or if a price
    /// or a count is not known.</value>
    public decimal? Cost { get; init; }

    /// <summary>Returns a text that may be logged.</summary>
    /// <returns>The id, the kind of failure or <c>done</c>, and the number of images.</returns>
    public override string ToString()
        => $"{nameof(ImageBatchResult)} {{ {Id ?? "no id"}, " +
            $"{(Exception is null ? "done" : Exception.GetType().Name)}, {Images.Count} images }}";
}
