using OpenAIImages.Batches.Running;
using OpenAIImages.Many.Running;

namespace OpenAIImages;

/// <summary>Short forms of <see cref="IImageBatchClient"/>, and the loop that does all of it.</summary>
public static class ImageBatchExtensions
{
    /// <summary>Makes the images of many pieces by batches, with the outcomes of <see cref="ImageManyExtensions"/>:
    /// creates as many batches as are needed, waits for each, and reads its results.</summary>
    /// <param name="client">The client.</param>
    /// <param name="items">The pieces, which stay in memory until their outcomes come.</param>
    /// <param name="options">Destination, prices, total and progress; the defaults when <see langword="null"/>. Costs
    /// are those of batches.</param>
    /// <param name="cancellationToken">Ends the waiting. The batches go on, and
    /// <see cref="IImageBatchClient.ListAsync"/> finds them.</param>
    /// <returns>An outcome for each piece, in the order of the service.</returns>
    /// <remarks>The process has to stay for as long as the batches take, up to a day. Work that outlives its process
    /// keeps the id of the batch: <see cref="IImageBatchClient.CreateAsync"/>,
    /// <see cref="IImageBatchClient.WaitAsync"/>, <see cref="IImageBatchClient.ReadResultsAsync"/>.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="items"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The options ask for what a batch cannot do: an order, a journal or
    /// sidecars.</exception>
    /// <exception cref="ImageBatchException">While it runs: a piece cannot go into a batch. Batches created before it
    /// go on.</exception>
    public static IAsyncEnumerable<ImageWorkResult> GenerateManyAsync(
        this IImageBatchClient client,
        IEnumerable<ImageWorkItem> items,
        ImageManyOptions? options = null,
        CancellationToken cancellationToken = default)
        => new BatchRun(Guard.NotNull(client), options ?? new())
            .RunAsync(ItemSequence.From(Guard.NotNull(items)), cancellationToken);

    /// <summary>Makes the images of many pieces by batches: creates as many as are needed, waits for each, and reads
    /// its results.</summary>
    /// <param name="client">The client.</param>
    /// <param name="items">The pieces, which stay in memory until their outcomes come.</param>
    /// <param name="options">Destination, prices, total and progress; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the waiting. The batches go on.</param>
    /// <returns>An outcome for each piece, in the order of the service.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="items"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The options ask for what a batch cannot do: an order, a journal or
    /// sidecars.</exception>
    /// <exception cref="ImageBatchException">While it runs: a piece cannot go into a batch.</exception>
    public static IAsyncEnumerable<ImageWorkResult> GenerateManyAsync(
        this IImageBatchClient client,
        IAsyncEnumerable<ImageWorkItem> items,
        ImageManyOptions? options = null,
        CancellationToken cancellationToken = default)
        => new BatchRun(Guard.NotNull(client), options ?? new()).RunAsync(Guard.NotNull(items), cancellationToken);

    /// <summary>Creates a batch of pieces that are at hand.</summary>
    /// <param name="client">The client.</param>
    /// <param name="items">The pieces. Of a list the upload may be repeated.</param>
    /// <param name="options">The settings; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>The batch, which the service begins to check.</returns>
    /// <inheritdoc cref="IImageBatchClient.CreateAsync" path="/*[self::remarks or self::exception]"/>
    public static Task<ImageBatch> CreateAsync(
        this IImageBatchClient client,
        IEnumerable<ImageWorkItem> items,
        ImageBatchOptions? options = null,
        CancellationToken cancellationToken = default)
        => Guard.NotNull(client).CreateAsync(ItemSequence.From(Guard.NotNull(items)), options, cancellationToken);

    /// <summary>Creates as many batches as the pieces need.</summary>
    /// <param name="client">The client.</param>
    /// <param name="items">The pieces. Of a list an upload may be repeated.</param>
    /// <param name="options">The settings; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the creation: no further batch is created.</param>
    /// <returns>The batches, each when it was created.</returns>
    /// <inheritdoc cref="IImageBatchClient.CreateManyAsync" path="/*[self::remarks or self::exception]"/>
    public static IAsyncEnumerable<ImageBatch> CreateManyAsync(
        this IImageBatchClient client,
        IEnumerable<ImageWorkItem> items,
        ImageBatchOptions? options = null,
        CancellationToken cancellationToken = default)
        => Guard.NotNull(client).CreateManyAsync(ItemSequence.From(Guard.NotNull(items)), options, cancellationToken);

    /// <summary>Waits until a batch has ended, in whichever way.</summary>
    /// <param name="client">The client.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="options">The settings; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the waiting. The batch goes on.</param>
    /// <returns>The batch at its end, with the model of <paramref name="batch"/> where the service names
    /// none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="batch"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ImageApiException">The service refused the call.</exception>
    /// <exception cref="ImageTransportException">The service could not be asked for longer than
    /// <see cref="ImageBatchWaitOptions.OutageTimeout"/>.</exception>
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

    /// <summary>Reads what became of each request of a batch, its images straight to where they belong.</summary>
    /// <param name="client">The client.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="destination">Returns where the images of a piece go, by its id. Ids come back from the service:
    /// <see cref="ImageDestination.Directory"/> refuses one that would lead to another directory.</param>
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

    /// <summary>Estimates what pieces will cost in a batch, before it is created.</summary>
    /// <param name="items">The pieces.</param>
    /// <param name="prices">The prices of single calls. The share of <see cref="ImagePriceList.BatchFactor"/> is taken
    /// of them.</param>
    /// <param name="options">What the requests do not say; by default nothing.</param>
    /// <returns>Low, likely and high of all of them, each <see langword="null"/> as soon as nothing is published to go
    /// by for one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or <paramref name="prices"/> is
    /// <see langword="null"/>.</exception>
    public static ImageEstimate EstimateBatch(
        this IEnumerable<ImageWorkItem> items, ImagePriceList prices, ImageEstimateOptions? options = null)
        => BatchEstimate.Of(Guard.NotNull(items), Guard.NotNull(prices).ForBatches(), options);
}
