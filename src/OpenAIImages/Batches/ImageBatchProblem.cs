namespace OpenAIImages;

/// <summary>The kinds of faults of batches.</summary>
public enum ImageBatchProblem
{
    /// <summary>There is nothing to do: the sequence is empty. Nothing was sent.</summary>
    Empty,

    /// <summary>An id occurs twice. The upload was broken off.</summary>
    DuplicateId,

    /// <summary>A batch cannot hold the item, or cannot keep what it says. The upload was broken off.</summary>
    Unsuitable,

    /// <summary>An item has another model or another kind of request than those before it. The upload was broken
    /// off.</summary>
    Mixed,

    /// <summary>There are more requests than one batch may have. The upload was broken off.</summary>
    TooManyRequests,

    /// <summary>The requests are larger than the file of one batch may be. The upload was broken off.</summary>
    TooLarge,

    /// <summary>It is not known whether the batch was created. It was not created again.</summary>
    UnknownOutcome,

    /// <summary>The service cannot use the file of requests. Nothing was made.</summary>
    Failed,

    /// <summary>The batch has not ended, so that it has no results yet.</summary>
    NotEnded,

    /// <summary>The time of the batch was over before the request was made. It was not billed.</summary>
    Expired,

    /// <summary>The batch was cancelled before the request was made. It was not billed.</summary>
    Cancelled,

    /// <summary>The service says without a reply that the request failed.</summary>
    NotExecuted,

    /// <summary>The results hold no line for the request.</summary>
    Missing,
}
