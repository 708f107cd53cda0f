using OpenAIImages.Many.Running;

namespace OpenAIImages;

/// <summary>Makes many images: a sequence of requests, several calls at once, with partial success.</summary>
/// <remarks>
/// <para>The sequence may be lazy, slow or endless. The consumer drives the work: while it is busy with an outcome no
/// further call begins, and no more outcomes than <see cref="ImageManyOptions.MaxParallelism"/> are in
/// memory.</para>
/// <para>A failed call is an outcome and no exception, so that nothing that was paid for is lost. A fault of the
/// sequence itself, or the caller's cancellation, is thrown when the calls under way have ended. A consumer who leaves
/// the loop early breaks off the calls under way.</para>
/// </remarks>
public static class ImageManyExtensions
{
    /// <summary>Does a large work.</summary>
    /// <param name="client">The client.</param>
    /// <param name="items">The pieces: requests to generate and to edit, with an id each.</param>
    /// <param name="options">How it is done; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends it: no further call begins. <see
    /// cref="ImageManyOptions.FinishWhatIsUnderWay"/> says what becomes of those under way.</param>
    /// <returns>An outcome for each piece that was begun, as they come or in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="items"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">While it runs: an id occurs twice.</exception>
    public static IAsyncEnumerable<ImageWorkResult> GenerateManyAsync(
        this IImageClient client,
        IAsyncEnumerable<ImageWorkItem> items,
        ImageManyOptions? options = null,
        CancellationToken cancellationToken = default)
        => new ManyRun(Guard.NotNull(client), options ?? new()).RunAsync(Guard.NotNull(items), cancellationToken);

    /// <summary>Does a large work.</summary>
    /// <param name="client">The client.</param>
    /// <param name="items">The pieces: requests to generate and to edit, with an id each.</param>
    /// <param name="options">How it is done; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends it: no further call begins.</param>
    /// <returns>An outcome for each piece that was begun, as they come or in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="items"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An id occurs twice. It is found before anything is sent where the pieces are
    /// a collection, and otherwise while the work runs.</exception>
    public static IAsyncEnumerable<ImageWorkResult> GenerateManyAsync(
        this IImageClient client,
        IEnumerable<ImageWorkItem> items,
        ImageManyOptions? options = null,
        CancellationToken cancellationToken = default)
        => client.GenerateManyAsync(ItemSequence.FromDistinct(Guard.NotNull(items)), options, cancellationToken);

    /// <summary>Makes the images of many requests. The id of each is its position: <c>1</c>, <c>2</c> and so
    /// on.</summary>
    /// <param name="client">The client.</param>
    /// <param name="requests">The requests.</param>
    /// <param name="options">How it is done; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends it: no further call begins.</param>
    /// <returns>An outcome for each piece that was begun, as they come or in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="requests"/> is
    /// <see langword="null"/>.</exception>
    public static IAsyncEnumerable<ImageWorkResult> GenerateManyAsync(
        this IImageClient client,
        IEnumerable<GenerateImageRequest> requests,
        ImageManyOptions? options = null,
        CancellationToken cancellationToken = default)
        => client.GenerateManyAsync(ItemSequence.Number(Guard.NotNull(requests)), options, cancellationToken);

    /// <summary>Makes any number of images of one request, in calls of as many as the model makes at once. The id of
    /// each call is its
    /// position: <c>1</c>, <c>2</c> and so on.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request, whose own count does not matter.</param>
    /// <param name="count">How many images; at least 1.</param>
    /// <param name="options">How it is done; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends it: no further call begins.</param>
    /// <returns>An outcome for each piece that was begun, as they come or in order.</returns>
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

    /// <summary>Makes the images of many edits. The id of each is its position: <c>1</c>, <c>2</c> and so on.</summary>
    /// <param name="client">The client.</param>
    /// <param name="requests">The requests.</param>
    /// <param name="options">How it is done; the defaults when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends it: no further call begins.</param>
    /// <returns>An outcome for each piece that was begun, as they come or in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="requests"/> is
    /// <see langword="null"/>.</exception>
    public static IAsyncEnumerable<ImageWorkResult> EditManyAsync(
        this IImageClient client,
        IEnumerable<EditImageRequest> requests,
        ImageManyOptions? options = null,
        CancellationToken cancellationToken = default)
        => client.GenerateManyAsync(ItemSequence.Number(Guard.NotNull(requests)), options, cancellationToken);
}
