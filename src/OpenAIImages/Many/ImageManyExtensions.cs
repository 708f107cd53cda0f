using OpenAIImages.Many.Running;

namespace OpenAIImages;

/// <summary>Makes many images from a sequence of requests: several calls at once, with partial success.</summary>
/// <remarks>
/// <para>The sequence may be lazy, slow or endless. The consumer drives the work: while the consumer is busy with an
/// outcome, no further call begins. No more outcomes than <see cref="ImageManyOptions.MaxParallelism"/> are in
/// memory.</para>
/// <para>A failed call gives an outcome and throws no exception, so that no paid image is lost. The loop throws a fault
/// of the sequence itself, or the caller's cancellation, after the calls under way have ended. If the consumer leaves
/// the loop early, the calls under way are cancelled.</para>
/// </remarks>
public static class ImageManyExtensions
{
    /// <summary>Makes the images of many pieces of work.</summary>
    /// <param name="client">The client.</param>
    /// <param name="items">The pieces: requests to generate and to edit, each with an id.</param>
    /// <param name="options">The settings; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the job: no further call begins. <see
    /// cref="ImageManyOptions.FinishWhatIsUnderWay"/> says whether the calls under way may end.</param>
    /// <returns>The outcome of each piece that was begun, as it comes or in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="items"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">While the job runs: an id occurs twice.</exception>
    public static IAsyncEnumerable<ImageWorkResult> GenerateManyAsync(
        this IImageClient client,
        IAsyncEnumerable<ImageWorkItem> items,
        ImageManyOptions? options = null,
        CancellationToken cancellationToken = default)
        => new ManyRun(Guard.NotNull(client), options ?? new()).RunAsync(Guard.NotNull(items), cancellationToken);

    /// <summary>Makes the images of many pieces of work.</summary>
    /// <param name="client">The client.</param>
    /// <param name="items">The pieces: requests to generate and to edit, each with an id.</param>
    /// <param name="options">The settings; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the job: no further call begins.</param>
    /// <returns>The outcome of each piece that was begun, as it comes or in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="items"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An id occurs twice. If the pieces are a collection, the fault is found
    /// before anything is sent. Otherwise it is found while the job runs.</exception>
    public static IAsyncEnumerable<ImageWorkResult> GenerateManyAsync(
        this IImageClient client,
        IEnumerable<ImageWorkItem> items,
        ImageManyOptions? options = null,
        CancellationToken cancellationToken = default)
        => client.GenerateManyAsync(ItemSequence.FromDistinct(Guard.NotNull(items)), options, cancellationToken);

    /// <summary>Makes the images of many requests. The id of each piece is its position: <c>1</c>, <c>2</c> and so
    /// on.</summary>
    /// <param name="client">The client.</param>
    /// <param name="requests">The requests.</param>
    /// <param name="options">The settings; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the job: no further call begins.</param>
    /// <returns>The outcome of each piece that was begun, as it comes or in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="requests"/> is
    /// <see langword="null"/>.</exception>
    public static IAsyncEnumerable<ImageWorkResult> GenerateManyAsync(
        this IImageClient client,
        IEnumerable<GenerateImageRequest> requests,
        ImageManyOptions? options = null,
        CancellationToken cancellationToken = default)
        => client.GenerateManyAsync(ItemSequence.Number(Guard.NotNull(requests)), options, cancellationToken);

    /// <summary>Makes any number of images of one request, in calls with as many images as the model makes at once. The
    /// id of each call is its position: <c>1</c>, <c>2</c> and so on.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request. Its own count is ignored.</param>
    /// <param name="count">The number of images; at least 1.</param>
    /// <param name="options">The settings; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the job: no further call begins.</param>
    /// <returns>The outcome of each piece that was begun, as it comes or in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="request"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static IAsyncEnumerable<ImageWorkResult> GenerateManyAsync(
        this IImageClient client,
        GenerateImageRequest request,
        int count,
        ImageManyOptions? options = null,
        CancellationToken cancellationToken = default)
        => client.GenerateManyAsync(
            ItemSequence.Repeat(Guard.NotNull(request), Guard.Positive(count)), options, cancellationToken);

    /// <summary>Makes the images of many edits. The id of each piece is its position: <c>1</c>, <c>2</c> and so
    /// on.</summary>
    /// <param name="client">The client.</param>
    /// <param name="requests">The requests.</param>
    /// <param name="options">The settings; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the job: no further call begins.</param>
    /// <returns>The outcome of each piece that was begun, as it comes or in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="requests"/> is
    /// <see langword="null"/>.</exception>
    public static IAsyncEnumerable<ImageWorkResult> EditManyAsync(
        this IImageClient client,
        IEnumerable<EditImageRequest> requests,
        ImageManyOptions? options = null,
        CancellationToken cancellationToken = default)
        => client.GenerateManyAsync(ItemSequence.Number(Guard.NotNull(requests)), options, cancellationToken);
}
