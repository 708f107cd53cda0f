namespace OpenAIImages.Transport;

/// <summary>Decides what is repeated and what may have been billed. The service has no way to recognise a request it
/// has had before.</summary>
/// <remarks>docs/retries.md is the same table for users.</remarks>
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
            // A picture that has come is paid for, whatever is said behind it.
            { HasPicture: true } => NoAndBilled,

            // A picture was drawn and withheld, or may have been. No source says that such a picture is free.
            { ErrorReply: ImageModerationException { Stage: var stage } } when stage != ImageModerationStage.Input
                => NoAndBilled,

            // A token may have run out on its way, and the next attempt asks for a new one. Once: a provider that gives
            // the same again is wrong and not late.
            { Status: 401, CanRenewToken: true } => Yes,

            // Blocked, out of money, a wrong key, a wrong field: no header can make the same request pass.
            { ErrorReply.IsFinal: true } => No,

            // The service has begun to deliver, so it has made something.
            { IsAnswered: true } => NoAndBilled,

            // Whoever shows a wrong certificate shows it again.
            { WasSent: false, Fault: { } fault } when TransportFault.IsCertificateRefused(fault) => No,

            // Nothing left this machine: no name, no connection, no proxy tunnel, no TLS.
            { WasSent: false } => Yes,

            // The server says by the protocol that it has not looked at the request.
            { Fault: { } fault } when TransportFault.IsRefusedUnseen(fault) => Yes,

            // Turned away before any work: busy, too early, out of the pace, or no connection from the network in front
            // of the service to the service (521 down, 522 and 523 unreachable, 525 no TLS, 530 no name).
            { Status: 409 or 425 or 429 or 503 or 521 or 522 or 523 or 525 or 530 } => Yes,

            // The API itself says that it failed, and it bills only what it delivers.
            { Status: 500 or 502, ErrorReply.IsFromApi: true } => Yes,

            // Half a request makes no image.
            { Status: 0 or 408 or 499 or 500 or 502 or 504 or 520 or 524, IsWhollySent: false } => Yes,

            // Time-outs (408 and 504 by a gateway after minutes of work, 524 by a network, 499 by a proxy whose caller
            // left, our own), a gateway whose service said nothing it could pass on (500, 502, 520), a connection lost
            // after sending: the image may have been made.
            { Status: 0 or 408 or 499 or 500 or 502 or 504 or 520 or 524 } => Unknown,

            // Any other status is an answer, and the same request meets the same one: 526 is a wrong certificate behind
            // the network, 413 a request that is too large.
            _ => No,
        };

        // What costs nothing may be asked for again at will.
        verdict = attempt.CostsMoney ? verdict
            : verdict == Unknown ? Yes
            : verdict with { MayHaveBeenBilled = false };

        // The service knows best whether to ask again; but no header undoes a final word, and none makes an image free.
        return attempt is { ServiceSays: { } word, IsAnswered: false, ErrorReply: not { IsFinal: true } }
            ? verdict with { Decision = word ? RetryDecision.Yes : RetryDecision.Never }
            : verdict;
    }
}
