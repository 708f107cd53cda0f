namespace OpenAIImages;

/// <summary>The kinds of faults of batches.</summary>
public enum ImageBatchProblem
{
    /// <summary>The sequence of pieces is empty. Nothing was sent.</summary>
    Empty,

    /// <summary>An id occurs twice. The client ended the upload.</summary>
    DuplicateId,

    /// <summary>A batch cannot hold the piece, or cannot do what the piece asks for. The client ended the
    /// upload.</summary>
    Unsuitable,

    /// <summary>A piece has another model or another kind of request than the pieces before it. The client ended the
    /// upload.</summary>
    Mixed,

    /// <summary>There are more requests than one batch may have. The client ended the upload.</summary>
    TooManyRequests,

    /// <summary>The requests are larger than the file of one batch may be. The client ended the upload.</summary>
    TooLarge,

    /// <summary>It is not known whether the batch was created. The client did not create it again.</summary>
    UnknownOutcome,

    /// <summary>The service cannot use the file of requests. Nothing was made.</summary>
    Failed,

    /// <summary>The batch has not ended, so that it has no results yet.</summary>
    NotEnded,

    /// <summary>The batch expired before the request was made. The request was not billed.</summary>
    Expired,

    /// <summary>The batch was cancelled before the request was made. The request was not billed.</summary>
    Cancelled,

    /// <summary>The service reports a failure of the request, without a reply.</summary>
    NotExecuted,

    /// <summary>The results hold no line for the request.</summary>
    Missing,
}
