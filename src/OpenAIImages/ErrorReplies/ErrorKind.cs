namespace OpenAIImages.ErrorReplies;

/// <summary>The kind of an error; each kind has its exception.</summary>
internal enum ErrorKind
{
    /// <summary>Any other kind: a wrong field, an unknown model, a fault of the service.</summary>
    Other,

    Authentication,

    Moderation,

    Quota,

    RateLimit,
}
