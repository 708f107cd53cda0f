namespace OpenAIImages.Transport;

/// <summary>The facts about a failed attempt that <see cref="RetryTable"/> needs.</summary>
internal sealed record FailedAttempt
{
    /// <summary>Gets the error reply; <see langword="null"/> when no reply came.</summary>
    public ImageApiException? ErrorReply { get; init; }

    /// <summary>Gets the exception that came in place of a reply.</summary>
    public Exception? Fault { get; init; }

    /// <summary>Gets whether the service asks for a retry, by the header <c>x-should-retry</c>; <see langword="null"/>
    /// without this header.</summary>
    public bool? ShouldRetry { get; init; }

    /// <summary>Gets whether the request was sent, in whole or in part.</summary>
    public bool WasSent { get; init; }

    /// <summary>Gets whether the whole request was sent.</summary>
    public bool IsWhollySent { get; init; }

    /// <summary>Gets whether a good reply had begun.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>Gets whether an image had come before the fault.</summary>
    public bool HasImage { get; init; }

    /// <summary>Gets whether the next attempt would ask for a new token.</summary>
    public bool CanRenewToken { get; init; }

    /// <summary>Gets whether the service bills such requests.</summary>
    public bool CostsMoney { get; init; }

    /// <summary>Gets the status of the error reply; 0 when no reply came.</summary>
    public int Status => ErrorReply is { } error ? (int)error.Status : 0;
}
