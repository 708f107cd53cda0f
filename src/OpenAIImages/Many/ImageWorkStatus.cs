namespace OpenAIImages;

/// <summary>The status of a piece of a large job at its end.</summary>
public enum ImageWorkStatus
{
    /// <summary>All of its images are there.</summary>
    Done,

    /// <summary>A call failed, and the service cannot have billed that call. Images of earlier calls may be
    /// there.</summary>
    Failed,

    /// <summary>A call failed or was stopped, and the service may have billed it. The job does not repeat it by
    /// itself.</summary>
    PossiblyBilled,

    /// <summary>The job was cancelled before the piece was sent, or its batch before the piece was made.</summary>
    Canceled,

    /// <summary>An earlier run made all of its images, as <see cref="ImageManyOptions.Journal"/> says. Nothing was
    /// sent.</summary>
    Skipped,
}
