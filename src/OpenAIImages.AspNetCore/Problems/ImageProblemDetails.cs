using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OpenAIImages.AspNetCore.Problems;

namespace OpenAIImages;

/// <summary>Says to a browser, as problem details (RFC 9457), what went wrong with a call for images.</summary>
/// <remarks>
/// <para>The words are this package's own. Of the service's words only codes, names of fields and categories are passed
/// on, and only where they look like such; never its message, a path, the prompt or an address.</para>
/// <para>Members beside those of the standard: <c>kind</c>, a word for the failure that does not change;
/// <c>mayHaveBeenBilled</c>; where they are known <c>code</c>, <c>requestId</c>, <c>clientRequestId</c> and
/// <c>retryAfter</c> (seconds); by kind <c>parameter</c>, <c>findings</c>, <c>stage</c> and <c>categories</c>.</para>
/// </remarks>
public static class ImageProblemDetails
{
    /// <summary>Describes a failed call.</summary>
    /// <param name="exception">The failure.</param>
    /// <returns>The problem details, with their status. Each call makes new ones, to be changed at will.</returns>
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

    /// <summary>Gets the seconds to wait that a browser is told of, with the two statuses that have such.</summary>
    internal static long? RetryAfterOf(ImageClientException exception, int status)
        => status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable
            && exception.RetryAfter is { } wait
                ? Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds))
                : null;
}
