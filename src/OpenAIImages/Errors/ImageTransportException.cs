using OpenAIImages.Diagnostics;

namespace OpenAIImages;

/// <summary>No reply came from the service, or only a part of it.</summary>
/// <remarks>
/// If <see cref="ImageClientException.MayHaveBeenBilled"/> is <see langword="true"/>, the outcome is unknown: the
/// request had been sent, and the image may have been made. If the client itself did not send the request, the
/// exception is an <see cref="ImageCallRejectedException"/>.
/// </remarks>
public class ImageTransportException : ImageClientException
{
    /// <summary>Makes an exception for a fault between the client and the service.</summary>
    /// <param name="message">The fault, in a sentence.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ImageTransportException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the value of <c>error.type</c> in telemetry.</summary>
    internal string? ErrorType { get; private protected init; }

    /// <summary>Gets the cause for the caller, which the loggers of the HTTP factory must not see.</summary>
    internal Exception? CauseForCaller { get; private init; }

    /// <summary>Gets whether the caller gets <see cref="CauseForCaller"/> itself.</summary>
    internal bool IsCausePassedOn { get; private init; }

    /// <summary>Makes the exception for the caller, with the cause that the loggers did not see.</summary>
    internal ImageTransportException ForCaller() => new(MessageBeforeBilling, CauseForCaller) { ErrorType = ErrorType };

    internal static ImageTransportException CouldNotConnect(string? host, Exception cause, bool isTransient)
        => new(
            $"The service{(host is null ? "" : $" at {host}")} could not be reached, and nothing was sent: " +
                PlatformCause.Describe(cause),
            PlatformCause.Harmless(cause))
        {
            ErrorType = TelemetryNames.Failure.ConnectionFailed,
            IsTransient = isTransient,
        };

    internal static ImageTransportException NotSent(string fault, Exception? cause = null)
        => new($"The request was not sent: {fault}", cause)
        {
            ErrorType = TelemetryNames.Failure.NotSent,
        };

    internal static ImageTransportException TokenProviderFailed(Exception cause)
        => new(
            $"The request was not sent: {nameof(ImageClientOptions.TokenProvider)} failed ({cause.GetType().Name}).")
        {
            ErrorType = TelemetryNames.Failure.NotSent,
            CauseForCaller = cause,
        };

    internal static ImageTransportException BeforeSendingFailed(Exception cause)
        => new(
            $"The request was not sent: {nameof(ImageClientOptions.BeforeSending)} failed ({cause.GetType().Name}).")
        {
            ErrorType = TelemetryNames.Failure.NotSent,
            CauseForCaller = cause,
            IsCausePassedOn = true,
        };

    internal static ImageTransportException PrimaryHandlerInUse(Exception? cause)
        => NotSent(
            "the primary handler given to the client has sent requests elsewhere or is disposed of, and can no " +
                "longer be set up (redirects and cookies off, the container's metrics on). Give this client a " +
                "handler of its own.",
            cause);

    internal static ImageTransportException Redirected(string host)
        => new(
            $"The reply came from another address than the requested one, at {host}: the primary handler given to " +
                "the client follows redirects, and sent the request there. Switch them off in it.")
        {
            ErrorType = TelemetryNames.Failure.Redirected,
        };

    internal static ImageTransportException NotSentTwiceAtOnce()
        => new("A resilience pipeline tried to make two attempts at once.")
        {
            ErrorType = TelemetryNames.Failure.NotSent,
        };

    internal static ImageTransportException NotSentAgain()
        => new("A handler tried to repeat a call that may have been billed already.")
        {
            ErrorType = TelemetryNames.Failure.NotSent,
        };

    internal static ImageTransportException TimedOut(TimeSpan limit, Exception? cause)
        => new($"No reply began within {limit}.", PlatformCause.Harmless(cause))
        {
            ErrorType = TelemetryNames.Failure.Timeout,
            IsTransient = true,
        };

    internal static ImageTransportException ConnectionLost(Exception cause)
        => new(
            $"The connection was lost before the reply: {PlatformCause.Describe(cause)}",
            PlatformCause.Harmless(cause))
        {
            ErrorType = TelemetryNames.Failure.ConnectionLost,
            IsTransient = true,
        };

    internal static ImageTransportException Stalled(TimeSpan limit)
        => new($"The reply stalled: no byte arrived for {limit}.")
        {
            ErrorType = TelemetryNames.Failure.Stalled,
            IsTransient = true,
        };

    internal static ImageTransportException BodyLost(Exception cause)
        => new(
            $"The connection was lost while the reply arrived: {PlatformCause.Describe(cause)}",
            PlatformCause.Harmless(cause))
        {
            ErrorType = TelemetryNames.Failure.ConnectionLost,
            IsTransient = true,
        };

    internal static ImageTransportException BodyEndedEarly(Exception? cause = null)
        => new("The reply ended before it was complete.", PlatformCause.Harmless(cause))
        {
            ErrorType = TelemetryNames.Failure.IncompleteReply,
            IsTransient = true,
        };

    internal static ImageTransportException LinkFailed(string host, string fault, Exception? cause = null)
        => new($"The image at {host} cannot be fetched: {fault}", cause)
        {
            ErrorType = TelemetryNames.Failure.LinkFailed,
        };

    internal static ImageTransportException LinkBusy(string host, string fault, TimeSpan? retryAfter)
        => new($"The image at {host} cannot be fetched now: {fault}")
        {
            ErrorType = TelemetryNames.Failure.LinkFailed,
            IsTransient = true,
            RetryAfter = retryAfter,
        };
}
