namespace OpenAIImages.Transport;

/// <summary>Decides which attempts the client repeats, and which attempts may have been billed.</summary>
/// <remarks>The service cannot recognise a repeated request, so a repeated request may buy an image twice.
/// docs/retries.md is the same table for users.</remarks>
internal static class RetryTable
{
    private static readonly RetryVerdict No = new(RetryDecision.Never, MayHaveBeenBilled: false);

    private static readonly RetryVerdict NoAndBilled = new(RetryDecision.Never, MayHaveBeenBilled: true);

    private static readonly RetryVerdict Yes = new(RetryDecision.Yes, MayHaveBeenBilled: false);

    private static readonly RetryVerdict Unknown = new(RetryDecision.IfUnknownOutcomesAllowed, MayHaveBeenBilled: true);

    /// <summary>Judges an attempt that failed. The first row that fits decides.</summary>
    /// <param name="attempt">The attempt.</param>
    public static RetryVerdict Judge(FailedAttempt attempt)
    {
        var verdict = attempt switch
        {
            // An image that has come is paid for, whatever follows it.
            { HasImage: true } => NoAndBilled,

            // An image was drawn and withheld, or may have been. No source says that such an image is free.
            { ErrorReply: ImageModerationException { Stage: var stage } } when stage != ImageModerationStage.Input
                => NoAndBilled,

            // The token may have expired in transit, and the next attempt asks for a new token. This happens once: when
            // the service refuses the second token, too, the token provider is wrong.
            { Status: 401, CanRenewToken: true } => Yes,

            // Blocked, out of money, a wrong key, a wrong field: the same request can never succeed.
            { ErrorReply.IsFinal: true } => No,

            // The service has begun to deliver, so it has made an image.
            { IsAnswered: true } => NoAndBilled,

            // A server with a wrong certificate presents the same certificate again.
            { WasSent: false, Fault: { } fault } when TransportFault.IsCertificateRefused(fault) => No,

            // Nothing left this machine: no name, no connection, no proxy tunnel, no TLS.
            { WasSent: false } => Yes,

            // The server reports by HTTP/2 or HTTP/3 that it has not processed the request.
            { Fault: { } fault } when TransportFault.IsRefusedUnseen(fault) => Yes,

            // The request was refused before any work: the service is busy, the request is too early or over a limit,
            // or the network in front of the service has no connection to it (521 down, 522 and 523 unreachable, 525 no
            // TLS, 530 no name).
            { Status: 409 or 425 or 429 or 503 or 521 or 522 or 523 or 525 or 530 } => Yes,

            // The API itself reports its failure, and it bills only images that it delivers.
            { Status: 500 or 502, ErrorReply.IsFromApi: true } => Yes,

            // A request that was not wholly sent makes no image.
            { Status: 0 or 408 or 499 or 500 or 502 or 504 or 520 or 524, IsWhollySent: false } => Yes,

            // The image may have been made: a time-out (408 and 504 by a gateway after minutes of work, 524 by a
            // network, 499 by a proxy whose caller left, or our own), a gateway that got no usable reply from the
            // service (500, 502, 520), or a connection that was lost after sending.
            { Status: 0 or 408 or 499 or 500 or 502 or 504 or 520 or 524 } => Unknown,

            // Any other status is final for this request: 526 is a wrong certificate behind the network, 413 a request
            // that is too large.
            _ => No,
        };

        // A request that costs nothing may be repeated any number of times.
        verdict = attempt.CostsMoney ? verdict
            : verdict == Unknown ? Yes
            : verdict with { MayHaveBeenBilled = false };

        // The service's header decides whether to repeat. The header does not undo a final error, and makes no image
        // free.
        return attempt is { ShouldRetry: { } shouldRetry, IsAnswered: false, ErrorReply: not { IsFinal: true } }
            ? verdict with { Decision = shouldRetry ? RetryDecision.Yes : RetryDecision.Never }
            : verdict;
    }
}
