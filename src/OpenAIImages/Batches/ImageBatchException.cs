namespace OpenAIImages;

/// <summary>The exception when a batch cannot be created or read, or did not make one of its requests.</summary>
/// <remarks>The service may have billed something only if <see cref="ImageClientException.MayHaveBeenBilled"/> says so:
/// with <see cref="ImageBatchProblem.UnknownOutcome"/>, <see cref="ImageBatchProblem.NotExecuted"/> and <see
/// cref="ImageBatchProblem.Missing"/>.</remarks>
public sealed class ImageBatchException : ImageClientException
{
    private const int MaxNamed = 3;

    private const string SeveralAdvice = "CreateManyAsync makes as many batches as are needed.";

    private readonly IReadOnlyList<ImageBatchFault> _faults = [];

    /// <summary>Describes the fault of a batch.</summary>
    /// <param name="problem">The kind of fault.</param>
    /// <param name="message">The fault, in a sentence.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    /// <exception cref="ArgumentException"><paramref name="message"/> is blank.</exception>
    public ImageBatchException(ImageBatchProblem problem, string message, Exception? innerException = null)
        : base(Guard.NotBlank(message), innerException)
        => Problem = problem;

    /// <summary>Gets the kind of fault.</summary>
    public ImageBatchProblem Problem { get; }

    /// <summary>Gets the id of the batch, if there is one.</summary>
    public string? BatchId { get; init; }

    /// <summary>Gets the id of the piece at fault, if it is one piece.</summary>
    public string? ItemId { get; init; }

    /// <summary>Gets the id of the uploaded file of requests, if there is one.</summary>
    public string? InputFileId { get; init; }

    /// <summary>Gets the service's own code for a request that was not made, such as <c>batch_expired</c>.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the faults of the file of requests, one for each line at fault.</summary>
    /// <value>Empty with other problems.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public IReadOnlyList<ImageBatchFault> Faults
    {
        get => _faults;
        init => _faults = Guard.NotNull(value, nameof(Faults));
    }

    internal static ImageBatchException Empty() => new(
        ImageBatchProblem.Empty, "The batch would be empty: the sequence of pieces holds none. Nothing was sent.");

    internal static ImageBatchException Duplicate(string id) => new(
        ImageBatchProblem.DuplicateId,
        $"The id {id} occurs twice, so that the upload was broken off and no batch exists. Give each piece an id of " +
        "its own.")
    {
        ItemId = id,
    };

    internal static ImageBatchException Unsuitable(string id, string reason) => new(
        ImageBatchProblem.Unsuitable,
        $"The piece {id} cannot go into a batch, so that the upload was broken off and no batch exists: {reason}")
    {
        ItemId = id,
    };

    internal static ImageBatchException Mixed(string id, string reason) => new(
        ImageBatchProblem.Mixed,
        $"The piece {id} does not fit the pieces before it, so that the upload was broken off and no batch exists: " +
        $"{reason} {SeveralAdvice}")
    {
        ItemId = id,
    };

    internal static ImageBatchException TooMany(string id, int most) => new(
        ImageBatchProblem.TooManyRequests,
        $"The piece {id} is one more than the {most} requests that one batch may have, so that the upload was broken " +
        $"off and no batch exists. {SeveralAdvice}")
    {
        ItemId = id,
    };

    internal static ImageBatchException TooLarge(string id, long most, bool isAlone) => new(
        ImageBatchProblem.TooLarge,
        $"With the piece {id} the requests are larger than the {most} bytes that the file of one batch may have, so " +
        "that the upload was broken off and no batch exists. " +
        (isAlone ? "Upload its images first and name them by file id." : SeveralAdvice))
    {
        ItemId = id,
    };

    internal static ImageBatchException Unknown(string inputFileId, ImageClientException cause) => new(
        ImageBatchProblem.UnknownOutcome,
        $"It is not known whether a batch of the file {inputFileId} was created, and none was found. It was not " +
        "created again, since it may exist all the same.",
        cause)
    {
        InputFileId = inputFileId,
        PossiblyBilledAttempts = 1,
        ClientRequestId = cause.ClientRequestId,
    };

    internal static ImageBatchException Failed(ImageBatch batch) => new(
        ImageBatchProblem.Failed,
        $"The service cannot use the file of the batch {batch.Id}, and made nothing: " +
        $"{(batch.Faults.Count == 0 ? "it does not say why." : string.Join("; ", batch.Faults.Take(MaxNamed)))}" +
        (batch.Faults.Count > MaxNamed ? $"; and {batch.Faults.Count - MaxNamed} more." : ""))
    {
        BatchId = batch.Id,
        InputFileId = batch.InputFileId,
        Faults = batch.Faults,
    };

    internal static ImageBatchException NotEnded(ImageBatch batch) => new(
        ImageBatchProblem.NotEnded,
        $"The batch {batch.Id} is {batch.Status} and has no results yet: wait for it first.")
    {
        BatchId = batch.Id,
        IsTransient = true,
    };

    internal static ImageBatchException NotMade(
        ImageBatchProblem problem, ImageBatch batch, string? itemId, string? code, string said)
        => new(problem, $"The piece {itemId ?? "without an id"} of the batch {batch.Id} was not made: {said}")
        {
            BatchId = batch.Id,
            ItemId = itemId,
            Code = code,
            IsTransient = problem != ImageBatchProblem.NotExecuted,
            PossiblyBilledAttempts = problem == ImageBatchProblem.NotExecuted ? 1 : 0,
        };

    internal static ImageBatchException Missing(ImageBatch batch, string itemId, Exception? cause) => new(
        batch.Status == ImageBatchStatus.Cancelled ? ImageBatchProblem.Cancelled : ImageBatchProblem.Missing,
        $"The results of the batch {batch.Id}, which is {batch.Status}, hold no line for the piece {itemId}.",
        cause)
    {
        BatchId = batch.Id,
        ItemId = itemId,
        IsTransient = batch.Status == ImageBatchStatus.Cancelled,
        PossiblyBilledAttempts = batch.Status == ImageBatchStatus.Cancelled ? 0 : 1,
    };
}
