namespace OpenAIImages;

/// <summary>Makes images by batches: within a day, at half the price, tens of thousands at once.</summary>
/// <remarks>
/// <para>The pieces are those of <see cref="ImageManyExtensions"/>. <see cref="ImageBatchExtensions"/> has the short
/// forms, and one that does all of it in one loop.</para>
/// <para>Only the creation of a batch costs money. It is never sent again when its outcome is unknown.</para>
/// </remarks>
public interface IImageBatchClient
{
    /// <summary>Writes pieces straight into an upload, and creates a batch of it.</summary>
    /// <param name="items">The pieces: all of one model, and all to generate or all to edit. The sequence may be lazy;
    /// no more than one piece is in memory. An edit names its images by file id or link, or carries them as
    /// base64.</param>
    /// <param name="options">The settings; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>The batch, which the service begins to check.</returns>
    /// <remarks>
    /// <para>The limits of a batch are held while it is sent: a piece that must not be in it breaks the upload off, so
    /// that neither a file nor a batch exists.</para>
    /// <para>An upload is repeated after a failure when the pieces are a list. A lazy sequence is sent once.</para>
    /// <para>A batch whose creation has an unknown outcome is looked for by its file, three times within 30 seconds,
    /// and never created again.</para>
    /// <para>The destination of a piece decides about its file format, as in a single call; the images themselves come
    /// when the results are read.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A piece is <see langword="null"/>, or a property of a request cannot be
    /// sent.</exception>
    /// <exception cref="ImageBatchException">There is no piece; or an id occurs twice, a piece cannot be in a batch, or
    /// there are too many, and the upload was broken off; or it is not known whether the batch was created.</exception>
    /// <exception cref="ImageInputException">An image of a piece cannot be sent.</exception>
    /// <exception cref="ImageModelException">Published facts speak against a request, and the options refuse such
    /// requests.</exception>
    /// <exception cref="ImageApiException">The service refused the upload or the batch.</exception>
    /// <exception cref="ImageTransportException">No reply came to the upload.</exception>
    /// <exception cref="ImageDecodeException">A reply cannot be read.</exception>
    /// <exception cref="ImageConfigurationException">The options cannot be used.</exception>
    /// <exception cref="ImageCallCanceledException">The caller cancelled after the creation was sent.</exception>
    Task<ImageBatch> CreateAsync(
        IAsyncEnumerable<ImageWorkItem> items,
        ImageBatchOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Creates as many batches as the pieces need.</summary>
    /// <param name="items">The pieces. A new batch begins whenever the one before is full, and when a piece has another
    /// model or another kind of request than the one before it: pieces that are sorted need the fewest.</param>
    /// <param name="options">The settings; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the creation: no further batch is created.</param>
    /// <returns>The batches, each when it was created. A fault comes behind those that were created before
    /// it.</returns>
    /// <inheritdoc cref="CreateAsync" path="/*[not(self::summary or self::param or self::returns or self::remarks)]"/>
    IAsyncEnumerable<ImageBatch> CreateManyAsync(
        IAsyncEnumerable<ImageWorkItem> items,
        ImageBatchOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Asks how far a batch is.</summary>
    /// <param name="id">The id of the batch.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>The batch as it is now.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <exception cref="ImageApiException">The service refused the call; with status 404 it has no such batch.
    /// </exception>
    /// <exception cref="ImageTransportException">No reply came, or not all of it.</exception>
    /// <exception cref="ImageDecodeException">The reply cannot be read.</exception>
    /// <exception cref="ImageConfigurationException">The options cannot be used.</exception>
    Task<ImageBatch> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Lists the batches of the key's project, the newest first, over all pages.</summary>
    /// <param name="cancellationToken">Abandons the listing.</param>
    /// <returns>The batches, also those of other endpoints. A page is asked for when the batches before it were
    /// taken.</returns>
    /// <inheritdoc cref="GetAsync" path="/exception[not(contains(@cref, 'ArgumentException'))]"/>
    IAsyncEnumerable<ImageBatch> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Cancels a batch. What was made before is delivered and billed.</summary>
    /// <param name="id">The id of the batch.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>The batch, which takes up to ten minutes to end.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <exception cref="ImageApiException">The service refused the call, as for a batch that has ended.</exception>
    /// <inheritdoc cref="GetAsync" path="/*[not(self::summary or self::param or self::returns)]"/>
    Task<ImageBatch> CancelAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Waits until a batch has ended, in whichever way.</summary>
    /// <param name="id">The id of the batch.</param>
    /// <param name="options">The settings; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the waiting. The batch goes on.</param>
    /// <returns>The batch at its end: completed, failed, expired or cancelled.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <inheritdoc cref="GetAsync" path="/*[not(self::summary or self::param or self::returns)]"/>
    Task<ImageBatch> WaitAsync(
        string id, ImageBatchWaitOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reads what became of each request of a batch that has ended, in 64 KiB of memory whatever the length of
    /// its files.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="options">The settings; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <returns>The results, successes first, in the order of the service and not of the pieces. An expired or
    /// cancelled batch gives what was finished.</returns>
    /// <remarks>
    /// <para>Each image goes straight from the network to its destination. A connection that breaks off is resumed
    /// where it was, and no result comes twice.</para>
    /// <para>A line that cannot be read is a result with an <see cref="ImageDecodeException"/>, and the reading goes
    /// on. Reading again costs nothing, as long as the service keeps the files.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="batch"/> is <see langword="null"/>.</exception>
    /// <exception cref="ImageBatchException">The batch has not ended; or the service could not use its file, and
    /// <see cref="ImageBatchException.Faults"/> names the lines.</exception>
    /// <exception cref="ImageApiException">The service refused to give a file.</exception>
    /// <exception cref="ImageTransportException">The connection was lost again and again.</exception>
    /// <exception cref="ImageDecodeException">A file changed while it was read.</exception>
    /// <exception cref="ImageConfigurationException">The options cannot be used.</exception>
    IAsyncEnumerable<ImageBatchResult> ReadResultsAsync(
        ImageBatch batch, ImageBatchReadOptions? options = null, CancellationToken cancellationToken = default);
}
