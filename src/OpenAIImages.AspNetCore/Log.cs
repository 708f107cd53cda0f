using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OpenAIImages.AspNetCore;

/// <summary>The log messages.</summary>
/// <remarks>The client's exceptions contain no key, prompt or image.</remarks>
internal static partial class Log
{
    private const string Category = "OpenAIImages.AspNetCore";

    /// <summary>Logs a failed call, whose answer goes to the browser.</summary>
    /// <remarks>Faults of the application are logged as errors.</remarks>
    public static void Failed(HttpContext context, int status, Exception exception)
    {
        var level = status is StatusCodes.Status500InternalServerError or StatusCodes.Status502BadGateway
            ? LogLevel.Error
            : LogLevel.Warning;
        var logger = LoggerOf(context);
        Failed(logger, level, status, exception);
    }

    /// <summary>Logs an answer that broke off; the connection is cut.</summary>
    public static void BrokenOff(HttpContext context, Exception exception) => BrokenOff(LoggerOf(context), exception);

    /// <summary>Logs an image that is not sent, because the answer has only one.</summary>
    public static void PassedOver(HttpContext context, int index) => PassedOver(LoggerOf(context), index);

    /// <summary>Logs that a delivery of a webhook is refused.</summary>
    public static void WebhookRefused(HttpContext context, string problem)
        => WebhookRefused(LoggerOf(context), problem);

    /// <summary>Logs that the application's handler of a webhook failed.</summary>
    public static void WebhookFailed(HttpContext context, string deliveryId, Exception exception)
        => WebhookFailed(LoggerOf(context), deliveryId, exception);

    [LoggerMessage(
        EventId = 1, EventName = "CallFailed", Message = "The call for images failed; the answer is {Status}.")]
    private static partial void Failed(ILogger logger, LogLevel level, int status, Exception exception);

    [LoggerMessage(
        2, LogLevel.Error, "The answer broke off after it had begun; the connection is cut.", EventName = "BrokenOff")]
    private static partial void BrokenOff(ILogger logger, Exception exception);

    [LoggerMessage(
        3, LogLevel.Warning, "The request did not ask for image {Index}; it is not sent.", EventName = "PassedOver")]
    private static partial void PassedOver(ILogger logger, int index);

    [LoggerMessage(
        4, LogLevel.Warning, "A delivery of a webhook is refused ({Problem}).", EventName = "WebhookRefused")]
    private static partial void WebhookRefused(ILogger logger, string problem);

    [LoggerMessage(
        5,
        LogLevel.Error,
        "The handler of a webhook failed for the delivery {DeliveryId}; the service delivers it again.",
        EventName = "WebhookFailed")]
    private static partial void WebhookFailed(ILogger logger, string deliveryId, Exception exception);

    private static ILogger LoggerOf(HttpContext context)
        => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(Category);
}
