using OpenAIImages.Diagnostics;

namespace OpenAIImages;

/// <summary>The client did not send a request: too many images wait for their turn, or the service has failed several
/// times.</summary>
/// <remarks>
/// Nothing was billed, unless an earlier attempt of the same call had an unknown outcome: see
/// <see cref="ImageClientException.MayHaveBeenBilled"/>. If the time of the next call is known, it is in
/// <see cref="ImageClientException.RetryAfter"/>.
/// </remarks>
public sealed class ImageCallRejectedException : ImageTransportException
{
    /// <summary>Makes an exception with a reason.</summary>
    /// <param name="reason">The reason, as the end of a sentence that begins with "The request was not sent:".</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ImageCallRejectedException(string reason, Exception? innerException = null)
        : this(reason, lastFault: null, innerException)
    {
    }

    private ImageCallRejectedException(string reason, string? lastFault, Exception? cause)
        : base(
            $"The request was not sent: {reason}" +
            (lastFault is null ? "" : $" The attempt before it failed ({lastFault})."),
            cause)
    {
        ErrorType = TelemetryNames.Failure.NotSent;
        IsTransient = true;
    }

    internal static ImageCallRejectedException TooManyWait(TimeSpan? retryAfter, string? lastFault)
        => new(
            $"too many images wait for their turn. Call again later, or raise " +
            $"{nameof(ImageRateLimitOptions.MaxQueuedImages)} or {nameof(ImageRateLimitOptions.ImagesPerMinute)}.",
            lastFault, cause: null)
        {
            ErrorType = TelemetryNames.Failure.Limited,
            RetryAfter = retryAfter,
        };

    internal static ImageCallRejectedException RefusedByLimiter(int images, TimeSpan? retryAfter, string? lastFault)
        => new(
            $"the rate limiter given to {nameof(ImageResilienceExtensions.UseRateLimit)} refused " +
            $"{PermitsFor(images)}." +
            (retryAfter is { } wait ? $" Call again in {wait}." : " Call again later."),
            lastFault, cause: null)
        {
            ErrorType = TelemetryNames.Failure.Limited,
            RetryAfter = retryAfter,
        };

    internal static ImageCallRejectedException TurnCameTooLate(TimeSpan limit, string? lastFault)
        => new(
            $"its turn did not come within {limit}, the {nameof(ImageClientOptions.RateLimit)}." +
            $"{nameof(ImageRateLimitOptions.TurnTimeout)}.",
            lastFault, cause: null)
        {
            ErrorType = TelemetryNames.Failure.Limited,
        };

    // A limiter that cannot give this number of permits, or is disposed of, refuses the same call again. Other faults
    // may be temporary.
    internal static ImageCallRejectedException LimiterFailed(int images, Exception cause, string? lastFault)
        => new(
            cause is ArgumentOutOfRangeException
                ? $"the rate limiter cannot give {PermitsFor(images)}."
                : $"the rate limiter given to {nameof(ImageResilienceExtensions.UseRateLimit)} failed when it was " +
                    $"asked for {PermitsFor(images)} ({cause.GetType().Name}).",
            lastFault, cause)
        {
            ErrorType = TelemetryNames.Failure.Limited,
            IsTransient = cause is not (ArgumentOutOfRangeException or ObjectDisposedException),
        };

    internal static ImageCallRejectedException CircuitIsOpen(TimeSpan? retryAfter, Exception cause, string? lastFault)
        => new("the service has been failing, and the circuit is open.", lastFault, PlatformCause.Harmless(cause))
        {
            ErrorType = TelemetryNames.Failure.CircuitOpen,
            RetryAfter = retryAfter,
        };

    internal static ImageCallRejectedException ByPipeline(Exception cause, string? lastFault)
        => new("the pipeline rejected it.", lastFault, PlatformCause.Harmless(cause));

    private static string PermitsFor(int images)
        => images == 1 ? "a permit" : $"{images} permits, one for each image";
}
