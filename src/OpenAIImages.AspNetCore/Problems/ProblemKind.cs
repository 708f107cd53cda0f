using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace OpenAIImages.AspNetCore.Problems;

/// <summary>A kind of failure, with its status and its text.</summary>
/// <remarks>README.md has the same table.</remarks>
/// <param name="Name">The word for the kind, which programs may compare.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Title">The description of the failure, for people.</param>
/// <param name="Detail">The advice for people.</param>
internal sealed record ProblemKind(string Name, int Status, string Title, string Detail)
{
    public static readonly ProblemKind Moderation = new(
        "moderation", StatusCodes.Status422UnprocessableEntity, "The safety system stopped the request.",
        "Change the words or the images of the request.");

    public static readonly ProblemKind RateLimit = new(
        "rate_limit", StatusCodes.Status429TooManyRequests, "Too many images are requested at the moment.",
        "Try again later.");

    public static readonly ProblemKind Busy = new(
        "busy", StatusCodes.Status503ServiceUnavailable, "The image service is busy or unavailable.",
        "Try again later.");

    public static readonly ProblemKind Quota = new(
        "quota", StatusCodes.Status502BadGateway, "This application cannot make images at the moment.",
        "The application's account has reached its limit. Its operator has to act.");

    public static readonly ProblemKind Budget = new(
        "budget", StatusCodes.Status503ServiceUnavailable, "This application cannot make images at the moment.",
        "The application's budget for images is used up. Its operator has to act.");

    public static readonly ProblemKind Authentication = new(
        "authentication", StatusCodes.Status502BadGateway, "This application cannot make images at the moment.",
        "The image service does not accept the application's key. Its operator has to act.");

    public static readonly ProblemKind Configuration = new(
        "configuration", StatusCodes.Status502BadGateway, "This application cannot make images at the moment.",
        "The application is not set up for the image service. Its operator has to act.");

    public static readonly ProblemKind Refused = new(
        "refused", StatusCodes.Status400BadRequest, "The image service refused the request.",
        "Change the request.");

    public static readonly ProblemKind TooLarge = new(
        "too_large", StatusCodes.Status413PayloadTooLarge, "The request is too large for the image service.",
        "Send fewer or smaller images.");

    public static readonly ProblemKind Model = new(
        "model", StatusCodes.Status400BadRequest, "The model cannot make such an image.", "Change the request.");

    public static readonly ProblemKind Input = new(
        "input", StatusCodes.Status400BadRequest, "An image of the request cannot be used.",
        "Send a whole PNG, JPEG or WebP file; a mask has the size of its image.");

    public static readonly ProblemKind Connection = new(
        "connection", StatusCodes.Status502BadGateway, "The image service did not answer, or its answer broke off.",
        "Try again later.");

    public static readonly ProblemKind Service = new(
        "service", StatusCodes.Status502BadGateway, "The image service failed.", "Try again later.");

    public static readonly ProblemKind Reply = new(
        "reply", StatusCodes.Status502BadGateway, "The answer of the image service cannot be read.",
        "The application's operator has to act.");

    public static readonly ProblemKind LinkExpired = new(
        "link_expired", StatusCodes.Status502BadGateway, "The image is no longer available.", "Make the image again.");

    public static readonly ProblemKind Destination = new(
        "destination", StatusCodes.Status500InternalServerError, "The image could not be stored.",
        "The application's operator has to act.");

    public static readonly ProblemKind Canceled = new(
        "canceled", StatusCodes.Status503ServiceUnavailable, "The application stopped making the image.",
        "Try again later.");

    public static readonly ProblemKind Other = new(
        "other", StatusCodes.Status500InternalServerError, "The image could not be made.",
        "The application's operator has to act.");

    private const string BilledNote =
        " The image may have been made and paid for, so that trying again may cost twice.";

    public static ProblemKind Of(ImageClientException exception) => exception switch
    {
        ImageModerationException => Moderation,
        ImageRateLimitException => RateLimit,
        ImageQuotaException => Quota,
        ImageBudgetException => Budget,
        ImageAuthenticationException => Authentication,
        ImageApiException refusal => OfStatus(refusal.Status),
        ImageConfigurationException => Configuration,
        ImageCallRejectedException => Busy,
        ImageTransportException => Connection,
        ImageModelException => Model,
        ImageInputException => Input,
        ImageLinkExpiredException => LinkExpired,
        ImageDecodeException => Reply,
        ImageDestinationException => Destination,
        _ => Other,
    };

    /// <summary>Makes the problem details with the members that all failures of this kind have.</summary>
    public ProblemDetails ToDetails(bool mayHaveBeenBilled, string? clientRequestId)
    {
        var details = new ProblemDetails
        {
            Status = Status,
            Title = Title,
            Detail = mayHaveBeenBilled ? Detail + BilledNote : Detail,
        };
        details.Add("kind", Name);
        details.Add("mayHaveBeenBilled", mayHaveBeenBilled);
        details.Add("clientRequestId", ProblemWord.OrNull(clientRequestId));

        return details;
    }

    // A 404 is about the application's model or address, which the browser did not choose.
    private static ProblemKind OfStatus(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.UnsupportedMediaType
            => Refused,
        HttpStatusCode.RequestEntityTooLarge => TooLarge,
        HttpStatusCode.TooManyRequests => RateLimit,
        HttpStatusCode.ServiceUnavailable => Busy,
        _ => Service,
    };
}
