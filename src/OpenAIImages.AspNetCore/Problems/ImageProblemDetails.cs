using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OpenAIImages.AspNetCore.Problems;

namespace OpenAIImages;

/// <summary>Makes problem details (RFC 9457), which explain a failed call for images to a browser.</summary>
/// <remarks>
/// <para>The text is this package's own. From the service, only codes, names of fields and categories are passed on,
/// and only if they look like such words. The service's message, a path, the prompt or an address is never passed on.
/// </para>
/// <para>Additional members: <c>kind</c>, a fixed word for the kind of failure; <c>mayHaveBeenBilled</c>; if known,
/// <c>code</c>, <c>requestId</c>, <c>clientRequestId</c> and <c>retryAfter</c> (seconds); by kind <c>parameter</c>,
/// <c>findings</c>, <c>stage</c> and <c>categories</c>.</para>
/// </remarks>
public static class ImageProblemDetails
{
    /// <summary>Describes a failed call.</summary>
    /// <param name="exception">The failure.</param>
    /// <returns>The problem details, with their status. Each call makes a new object, which the caller may change.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is <see langword="null"/>.</exception>
    public static ProblemDetails ToProblemDetails(this ImageClientException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var kind = ProblemKind.Of(exception);
        var details = kind.ToDetails(exception.MayHaveBeenBilled, exception.ClientRequestId);
        if (exception is ImageApiException refusal)
        {
            details.Add("code", ProblemWord.OrNull(refusal.Code));
            details.Add("requestId", ProblemWord.OrNull(refusal.RequestId));
        }

        if (RetryAfterOf(exception, kind.Status) is { } wait)
        {
            details.Add("retryAfter", wait);
        }

        switch (exception)
        {
            case ImageModerationException moderation:
                details.Add("stage", ProblemWord.OrNull(moderation.Stage.ToString()));
                details.Add("categories", moderation.Categories.Select(ProblemWord.OrNull).OfType<string>().ToArray());
                break;
            case ImageModelException model:
                details.Add("findings", [.. model.Findings]);
                break;
            case ImageApiException api when kind == ProblemKind.Refused || kind == ProblemKind.TooLarge:
                details.Add("parameter", ProblemWord.OrNull(api.Parameter));
                break;
        }

        return details;
    }

    /// <summary>Describes a call that was cancelled by the application, and not by the browser.</summary>
    /// <param name="exception">The cancellation.</param>
    /// <returns>The problem details, with their status.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is <see langword="null"/>.</exception>
    public static ProblemDetails ToProblemDetails(this ImageCallCanceledException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);

        return ProblemKind.Canceled.ToDetails(exception.MayHaveBeenBilled, exception.ClientRequestId);
    }

    /// <summary>Gets the seconds that a browser should wait, for statuses 429 and 503.</summary>
    internal static long? RetryAfterOf(ImageClientException exception, int status)
        => status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable
            && exception.RetryAfter is { } wait
                ? Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds))
                : null;
}
