namespace OpenAIImages;

/// <summary>How a piece of a large work ended.</summary>
public enum ImageWorkStatus
{
    /// <summary>All of its images are there.</summary>
    Done,

    /// <summary>A call failed, and the service cannot have billed that call. Images of earlier calls may be
    /// there.</summary>
    Failed,

    /// <summary>A call failed or was stopped, and the service may have billed it. It is not made again by
    /// itself.</summary>
    PossiblyBilled,

    /// <summary>The work was cancelled before the piece was sent.</summary>
    Canceled,

    /// <summary>An earlier run made all of its images, as <see cref="ImageManyOptions.Journal"/> says. Nothing was
    /// sent.</summary>
    Skipped,
}
