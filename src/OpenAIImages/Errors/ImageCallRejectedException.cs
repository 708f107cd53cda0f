using OpenAIImages.Diagnostics;

namespace OpenAIImages;

/// <summary>The client held a request back: too many wait for their turn, or the service has been failing.</summary>
/// <remarks>
/// Nothing was sent, so that nothing was billed; unless an attempt before it ended unknown, see
/// <see cref="ImageTransportException.IsOutcomeUnknown"/>. Where it is known when to call again,
/// <see cref="ImageTransportException.RetryAfter"/> says so.
/// </remarks>
public sealed class ImageCallRejectedException : ImageTransportException
{
    private ImageCallRejectedException(string reason, string? lastFault, bool isOutcomeUnknown, Exception? cause)
        : base(
            $"The request was not sent: {reason}" +
            (lastFault is null ? "" : $" The attempt before it failed ({lastFault})."),
            isOutcomeUnknown,
            cause)
    {
    }

    internal static ImageCallRejectedException TooManyWait(
        TimeSpan? retryAfter, bool isOutcomeUnknown, string? lastFault)
        => new(
            $"too many images wait for their turn. Call again later, or raise " +
            $"{nameof(ImageRateLimitOptions.MaxQueuedImages)} or {nameof(ImageRateLimitOptions.ImagesPerMinute)}.",
            lastFault, isOutcomeUnknown, cause: null)
        {
            ErrorType = TelemetryNames.Failure.Limited,
            RetryAfter = retryAfter,
        };

    internal static ImageCallRejectedException TurnCameTooLate(
        TimeSpan limit, bool isOutcomeUnknown, string? lastFault)
        => new(
            $"its turn did not come within {limit}, the {nameof(ImageClientOptions.TotalTimeout)}.",
            lastFault, isOutcomeUnknown, cause: null)
        {
            ErrorType = TelemetryNames.Failure.Limited,
        };

    internal static ImageCallRejectedException LimiterFailed(
        int images, Exception cause, bool isOutcomeUnknown, string? lastFault)
        => new(
            $"the rate limiter cannot give {images} permits, one for each image.",
            lastFault, isOutcomeUnknown, cause)
        {
            ErrorType = TelemetryNames.Failure.Limited,
        };

    internal static ImageCallRejectedException CircuitIsOpen(
        TimeSpan? retryAfter, Exception cause, bool isOutcomeUnknown, string? lastFault)
        => new("the service has been failing, and the circuit is open.", lastFault, isOutcomeUnknown, cause)
        {
            ErrorType = TelemetryNames.Failure.CircuitOpen,
            RetryAfter = retryAfter,
        };

    internal static ImageCallRejectedException ByPipeline(Exception cause, bool isOutcomeUnknown, string? lastFault)
        => new(
            "the pipeline rejected it.", lastFault, isOutcomeUnknown, cause)
        {
            ErrorType = TelemetryNames.Failure.NotSent,
        };
}
