namespace OpenAIImages.Transport;

/// <summary>How an attempt that failed stands, for the decision whether to repeat it.</summary>
internal sealed record FailedAttempt
{
    /// <summary>Gets what the service said; <see langword="null"/> when it did not reply.</summary>
    public ImageApiException? ErrorReply { get; init; }

    /// <summary>Gets the exception in place of a reply.</summary>
    public Exception? Fault { get; init; }

    /// <summary>Gets the service's word on repeating, <c>x-should-retry</c>; <see langword="null"/> when it gave
    /// none.</summary>
    public bool? ServiceSays { get; init; }

    /// <summary>Gets whether the request was sent, in whole or in part.</summary>
    public bool WasSent { get; init; }

    /// <summary>Gets whether the whole request was sent.</summary>
    public bool IsWhollySent { get; init; }

    /// <summary>Gets whether the service had begun to answer with what was asked for.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>Gets whether a picture had come before the fault.</summary>
    public bool HasPicture { get; init; }

    /// <summary>Gets whether the next attempt would carry another token than this one, which was refused.</summary>
    public bool CanRenewToken { get; init; }

    /// <summary>Gets whether the service may have made something and billed it.</summary>
    public bool CostsMoney { get; init; }

    /// <summary>Gets the status of the reply; 0 where there was none.</summary>
    public int Status => ErrorReply is { } refusal ? (int)refusal.Status : 0;
}
