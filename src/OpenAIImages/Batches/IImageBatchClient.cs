namespace OpenAIImages;

/// <summary>Makes images in batches: within a day, at half the price, tens of thousands at once.</summary>
/// <remarks>
/// <para>The pieces are the same as in <see cref="ImageManyExtensions"/>. <see cref="ImageBatchExtensions"/> has short
/// forms, and a method that creates, waits and reads in one loop.</para>
/// <para>Only the creation of a batch costs money. The client never repeats a creation with an unknown outcome.</para>
/// </remarks>
public interface IImageBatchClient
{
    /// <summary>Writes pieces directly into an upload, and creates a batch of the uploaded file.</summary>
    /// <param name="items">The pieces: all with the same model, and all to generate or all to edit. The sequence may be
    /// lazy; no more than one piece is in memory. An edit names its images by file id or link, or holds them as
    /// base64.</param>
    /// <param name="options">The settings; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>The batch. The service begins to check it.</returns>
    /// <remarks>
    /// <para>The client checks the limits of a batch during the upload. A piece that must not be in the batch ends the
    /// upload, so that neither a file nor a batch exists.</para>
    /// <para>If the pieces are a list, the client repeats an upload after a failure. It sends a lazy sequence only
    /// once.</para>
    /// <para>If the outcome of a creation is unknown, the client searches for the batch by its file, three times within
    /// 30 seconds. It never creates the batch again.</para>
    /// <para>The destination of a piece determines its file format, as in a single call. The images themselves come
    /// with the results.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A piece is <see langword="null"/>, or a property of a request cannot be
    /// sent.</exception>
    /// <exception cref="ImageBatchException">There is no piece; or the upload ended, since an id occurs twice, a piece
    /// cannot be in a batch, or there are too many pieces; or it is not known whether the batch was
    /// created.</exception>
    /// <exception cref="ImageInputException">An image of a piece cannot be sent.</exception>
    /// <exception cref="ImageModelException">A request contradicts published facts, and the options refuse such
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
    /// <param name="items">The pieces. A new batch begins when the current batch is full, and when a piece has another
    /// model or another kind of request than the piece before it. Sorted pieces need the fewest batches.</param>
    /// <param name="options">The settings; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the creation: no further batch is created.</param>
    /// <returns>The batches, each as soon as it is created. A fault comes after the batches that were created before
    /// it.</returns>
    /// <inheritdoc cref="CreateAsync" path="/*[not(self::summary or self::param or self::returns or self::remarks)]"/>
    IAsyncEnumerable<ImageBatch> CreateManyAsync(
        IAsyncEnumerable<ImageWorkItem> items,
        ImageBatchOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Asks the service for the state of a batch.</summary>
    /// <param name="id">The id of the batch.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>The batch as it is now.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <exception cref="ImageApiException">The service refused the call; with status 404, the service has no such
    /// batch.</exception>
    /// <exception cref="ImageTransportException">No reply came, or not all of it.</exception>
    /// <exception cref="ImageDecodeException">The reply cannot be read.</exception>
    /// <exception cref="ImageConfigurationException">The options cannot be used.</exception>
    Task<ImageBatch> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Lists the batches of the key's project, the newest first, over all pages.</summary>
    /// <param name="cancellationToken">Abandons the listing.</param>
    /// <returns>The batches, including batches of other endpoints. The client asks for a page when the caller has taken
    /// the batches before it.</returns>
    /// <inheritdoc cref="GetAsync" path="/exception[not(contains(@cref, 'ArgumentException'))]"/>
    IAsyncEnumerable<ImageBatch> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Cancels a batch. The service still delivers and bills the images that it made before.</summary>
    /// <param name="id">The id of the batch.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>The batch, which takes up to ten minutes to end.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <exception cref="ImageApiException">The service refused the call, for example since the batch has
    /// ended.</exception>
    /// <inheritdoc cref="GetAsync" path="/*[not(self::summary or self::param or self::returns)]"/>
    Task<ImageBatch> CancelAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Waits until a batch has ended, with or without success.</summary>
    /// <param name="id">The id of the batch.</param>
    /// <param name="options">The settings; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the wait. The batch continues.</param>
    /// <returns>The batch that has ended: completed, failed, expired or cancelled.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <inheritdoc cref="GetAsync" path="/*[not(self::summary or self::param or self::returns)]"/>
    Task<ImageBatch> WaitAsync(
        string id, ImageBatchWaitOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reads the outcome of each request of a batch that has ended, in 64 KiB of memory for files of any
    /// length.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="options">The settings; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Abandons the reading.</param>
    /// <returns>The results, successes first, in the order of the service and not of the pieces. An expired or
    /// cancelled batch gives the requests that were finished.</returns>
    /// <remarks>
    /// <para>The client writes each image directly from the network to its destination. It resumes a broken connection
    /// at the same position, and no result comes twice.</para>
    /// <para>A line that cannot be read gives a result with an <see cref="ImageDecodeException"/>, and the reading
    /// continues. You can read again without costs as long as the service keeps the files.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="batch"/> is <see langword="null"/>.</exception>
    /// <exception cref="ImageBatchException">The batch has not ended; or the service could not use its file, and
    /// <see cref="ImageBatchException.Faults"/> names the lines.</exception>
    /// <exception cref="ImageApiException">The service refused to send a file.</exception>
    /// <exception cref="ImageTransportException">The connection was lost several times in a row.</exception>
    /// <exception cref="ImageDecodeException">A file changed while it was read.</exception>
    /// <exception cref="ImageConfigurationException">The options cannot be used.</exception>
    IAsyncEnumerable<ImageBatchResult> ReadResultsAsync(
        ImageBatch batch, ImageBatchReadOptions? options = null, CancellationToken cancellationToken = default);
}
