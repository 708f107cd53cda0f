using OpenAIImages.Diagnostics;

namespace OpenAIImages;

/// <summary>No reply came from the service, or not all of it.</summary>
/// <remarks>Where the client itself held the request back, it is an <see cref="ImageCallRejectedException"/>.</remarks>
public class ImageTransportException : ImageClientException
{
    private protected ImageTransportException(string message, bool isOutcomeUnknown, Exception? innerException)
        : base(isOutcomeUnknown ? $"{message} The image may have been made and billed." : message, innerException)
        => IsOutcomeUnknown = isOutcomeUnknown;

    /// <summary>Gets whether the request had been sent, so that the image may have been made and billed.</summary>
    /// <value><see langword="false"/> when the request never left, or when it asks for nothing that costs: then it
    /// is safe to call again.</value>
    public bool IsOutcomeUnknown { get; }

    /// <summary>Gets how long to wait before the next attempt, if that is known.</summary>
    /// <value>Zero or more: what the host of a link asks for, or when the client may send again.</value>
    public TimeSpan? RetryAfter { get; private protected init; }

    /// <summary>Gets a name for what happened, for telemetry.</summary>
    internal string? ErrorType { get; private protected init; }

    /// <summary>Gets whether the same request may well succeed a moment later.</summary>
    internal bool IsPassing { get; private init; }

    internal static ImageTransportException CouldNotConnect(Exception cause)
        => new($"The service could not be reached, and nothing was sent: {Innermost(cause)}", false, cause)
        {
            ErrorType = TelemetryNames.Failure.ConnectionFailed,
        };

    internal static ImageTransportException NotSent(string fault, Exception? cause = null)
        => new($"The request was not sent: {fault}", isOutcomeUnknown: false, cause)
        {
            ErrorType = TelemetryNames.Failure.NotSent,
        };

    internal static ImageTransportException PrimaryHandlerInUse(Exception? cause)
        => NotSent(
            "the primary handler given to the client has sent requests elsewhere or is disposed of, and can no " +
                "longer be set up (redirects and cookies off, the container's metrics on). Give this client a " +
                "handler of its own.",
            cause);

    internal static ImageTransportException Redirected(string host, bool isOutcomeUnknown)
        => new(
            $"The reply came from another address, at {host}, and not from the one that was asked: the primary " +
                "handler given to the client follows redirects, and sent what was asked there. Switch them off in it.",
            isOutcomeUnknown,
            innerException: null)
        {
            ErrorType = TelemetryNames.Failure.Redirected,
        };

    internal static ImageTransportException NotSentTwiceAtOnce(bool isOutcomeUnknown)
        => new("A resilience pipeline tried to make two attempts at once.", isOutcomeUnknown, innerException: null)
        {
            ErrorType = TelemetryNames.Failure.NotSent,
        };

    internal static ImageTransportException NotSentAgain()
        => new("A handler tried to repeat a call that was not answered.", isOutcomeUnknown: true, innerException: null)
        {
            ErrorType = TelemetryNames.Failure.NotSent,
        };

    internal static ImageTransportException TimedOut(TimeSpan limit, bool isOutcomeUnknown, Exception? cause)
        => new($"No reply began within {limit}.", isOutcomeUnknown, cause)
        {
            ErrorType = TelemetryNames.Failure.Timeout,
            IsPassing = true,
        };

    internal static ImageTransportException ConnectionLost(bool isOutcomeUnknown, Exception cause)
        => new($"The connection was lost before the reply: {Innermost(cause)}", isOutcomeUnknown, cause)
        {
            ErrorType = TelemetryNames.Failure.ConnectionLost,
            IsPassing = true,
        };

    internal static ImageTransportException Stalled(TimeSpan limit, bool isOutcomeUnknown)
        => new($"The reply stalled: no byte arrived for {limit}.", isOutcomeUnknown, innerException: null)
        {
            ErrorType = TelemetryNames.Failure.Stalled,
            IsPassing = true,
        };

    internal static ImageTransportException BodyLost(bool isOutcomeUnknown, Exception cause)
        => new($"The connection was lost while the reply arrived: {Innermost(cause)}", isOutcomeUnknown, cause)
        {
            ErrorType = TelemetryNames.Failure.ConnectionLost,
            IsPassing = true,
        };

    internal static ImageTransportException BodyEndedEarly(bool isOutcomeUnknown, Exception? cause = null)
        => new("The reply ended before it was complete.", isOutcomeUnknown, cause)
        {
            ErrorType = TelemetryNames.Failure.IncompleteReply,
            IsPassing = true,
        };

    internal static ImageTransportException LinkFailed(string host, string fault)
        => new($"The image at {host} cannot be fetched: {fault}", isOutcomeUnknown: false, innerException: null)
        {
            ErrorType = TelemetryNames.Failure.LinkFailed,
        };

    internal static ImageTransportException LinkBusy(string host, string fault, TimeSpan? retryAfter)
        => new($"The image at {host} cannot be fetched now: {fault}", isOutcomeUnknown: false, innerException: null)
        {
            ErrorType = TelemetryNames.Failure.LinkFailed,
            IsPassing = true,
            RetryAfter = retryAfter,
        };

    // What happened is said by the innermost cause: "Connection refused", not "An error occurred while sending".
    private static string Innermost(Exception cause)
    {
        var message = cause.GetBaseException().Message.TrimEnd();

        return message.EndsWith('.') ? message : message + ".";
    }
}
