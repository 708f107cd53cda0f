using OpenAIImages.Batches.Running;
using OpenAIImages.Many.Running;

namespace OpenAIImages;

/// <summary>Short forms of <see cref="IImageBatchClient"/>, and a method that creates, waits and reads in one
/// loop.</summary>
public static class ImageBatchExtensions
{
    /// <summary>Makes the images of many pieces in batches, with outcomes as from <see cref="ImageManyExtensions"/>:
    /// creates as many batches as the pieces need, waits for each batch, and reads its results.</summary>
    /// <param name="client">The client.</param>
    /// <param name="items">The pieces, which stay in memory until their outcomes come.</param>
    /// <param name="options">Destination, prices, total and progress; the defaults when <see langword="null"/>. Costs
    /// are the costs of batches.</param>
    /// <param name="cancellationToken">Ends the wait. The batches continue, and <see
    /// cref="IImageBatchClient.ListAsync"/> finds them.</param>
    /// <returns>The outcome of each piece, in the order of the service.</returns>
    /// <remarks>The process has to run until the batches end, up to a day. A program that may stop earlier keeps the id
    /// of the batch: <see cref="IImageBatchClient.CreateAsync"/>, <see cref="IImageBatchClient.WaitAsync"/>, <see
    /// cref="IImageBatchClient.ReadResultsAsync"/>.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="items"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The options ask for something that a batch cannot do: an order, a journal, a
    /// repetition of possibly billed calls, or sidecars.</exception>
    /// <exception cref="ImageBatchException">While the job runs: a piece cannot go into a batch. Batches that were
    /// created before continue.</exception>
    public static IAsyncEnumerable<ImageWorkResult> GenerateManyAsync(
        this IImageBatchClient client,
        IEnumerable<ImageWorkItem> items,
        ImageManyOptions? options = null,
        CancellationToken cancellationToken = default)
        => new BatchRun(Guard.NotNull(client), options ?? new())
            .RunAsync(ItemSequence.From(Guard.NotNull(items)), cancellationToken);

    /// <summary>Makes the images of many pieces in batches: creates as many batches as the pieces need, waits for each
    /// batch, and reads its results.</summary>
    /// <param name="client">The client.</param>
    /// <param name="items">The pieces, which stay in memory until their outcomes come.</param>
    /// <param name="options">Destination, prices, total and progress; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the wait. The batches continue.</param>
    /// <returns>The outcome of each piece, in the order of the service.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="items"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The options ask for something that a batch cannot do: an order, a journal, a
    /// repetition of possibly billed calls, or sidecars.</exception>
    /// <exception cref="ImageBatchException">While the job runs: a piece cannot go into a batch.</exception>
    public static IAsyncEnumerable<ImageWorkResult> GenerateManyAsync(
        this IImageBatchClient client,
        IAsyncEnumerable<ImageWorkItem> items,
        ImageManyOptions? options = null,
        CancellationToken cancellationToken = default)
        => new BatchRun(Guard.NotNull(client), options ?? new()).RunAsync(Guard.NotNull(items), cancellationToken);

    /// <summary>Creates a batch of pieces from a collection or another synchronous sequence.</summary>
    /// <param name="client">The client.</param>
    /// <param name="items">The pieces. If they are a list, the client may repeat the upload.</param>
    /// <param name="options">The settings; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>The batch. The service begins to check it.</returns>
    /// <inheritdoc cref="IImageBatchClient.CreateAsync" path="/*[self::remarks or self::exception]"/>
    public static Task<ImageBatch> CreateAsync(
        this IImageBatchClient client,
        IEnumerable<ImageWorkItem> items,
        ImageBatchOptions? options = null,
        CancellationToken cancellationToken = default)
        => Guard.NotNull(client).CreateAsync(ItemSequence.From(Guard.NotNull(items)), options, cancellationToken);

    /// <summary>Creates as many batches as the pieces need.</summary>
    /// <param name="client">The client.</param>
    /// <param name="items">The pieces. If they are a list, the client may repeat an upload.</param>
    /// <param name="options">The settings; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the creation: no further batch is created.</param>
    /// <returns>The batches, each as soon as it is created.</returns>
    /// <inheritdoc cref="IImageBatchClient.CreateManyAsync" path="/*[self::remarks or self::exception]"/>
    public static IAsyncEnumerable<ImageBatch> CreateManyAsync(
        this IImageBatchClient client,
        IEnumerable<ImageWorkItem> items,
        ImageBatchOptions? options = null,
        CancellationToken cancellationToken = default)
        => Guard.NotNull(client).CreateManyAsync(ItemSequence.From(Guard.NotNull(items)), options, cancellationToken);

    /// <summary>Waits until a batch has ended, with or without success.</summary>
    /// <param name="client">The client.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="options">The settings; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the wait. The batch continues.</param>
    /// <returns>The batch that has ended, with the model of <paramref name="batch"/> if the service names no
    /// model.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="batch"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ImageApiException">The service refused the call.</exception>
    /// <exception cref="ImageTransportException">The service gave no usable answer for longer than <see
    /// cref="ImageBatchWaitOptions.OutageTimeout"/>.</exception>
    public static async Task<ImageBatch> WaitAsync(
        this IImageBatchClient client,
        ImageBatch batch,
        ImageBatchWaitOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var ended = await Guard.NotNull(client)
            .WaitAsync(Guard.NotNull(batch).Id, options, cancellationToken).ConfigureAwait(false);

        return ended with { Model = ended.Model ?? batch.Model };
    }

    /// <summary>Reads the outcome of each request of a batch, and writes the images directly to their
    /// destinations.</summary>
    /// <param name="client">The client.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="destination">Returns the destination of the images of a piece, by its id. The ids come from the
    /// service: <see cref="ImageDestination.Directory"/> refuses an id that would lead to another directory.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <returns>The results, in the order of the service.</returns>
    /// <inheritdoc cref="IImageBatchClient.ReadResultsAsync" path="/*[self::remarks or self::exception]"/>
    public static IAsyncEnumerable<ImageBatchResult> ReadResultsAsync(
        this IImageBatchClient client,
        ImageBatch batch,
        Func<string, ImageDestination?> destination,
        CancellationToken cancellationToken = default)
        => Guard.NotNull(client).ReadResultsAsync(
            batch, new ImageBatchReadOptions { Destination = Guard.NotNull(destination) }, cancellationToken);

    /// <summary>Estimates the cost of pieces in a batch, before the batch is created.</summary>
    /// <param name="items">The pieces.</param>
    /// <param name="prices">The prices of single calls. The estimate multiplies them by <see
    /// cref="ImagePriceList.BatchFactor"/>.</param>
    /// <param name="options">The facts that the requests do not state; none by default.</param>
    /// <returns>The low, likely and high cost of all pieces. A figure is <see langword="null"/> if no published facts
    /// give it for a piece.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or <paramref name="prices"/> is
    /// <see langword="null"/>.</exception>
    public static ImageEstimate EstimateBatch(
        this IEnumerable<ImageWorkItem> items, ImagePriceList prices, ImageEstimateOptions? options = null)
        => BatchEstimate.Of(Guard.NotNull(items), Guard.NotNull(prices).ForBatches(), options);
}
