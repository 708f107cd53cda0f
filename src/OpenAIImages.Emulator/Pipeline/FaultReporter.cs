using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Replies;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>Describes an exception in the service's form.</summary>
internal sealed class FaultReporter(ILogger logger)
{
    /// <summary>Describes the exception that ended a request with its own reply.</summary>
    public ApiError Describe(HttpContext context, Exception exception)
    {
        // The service does not name its internal errors, but users who test their own engine must know them.
        if (exception is not (ApiException or BadHttpRequestException) && !context.Response.HasStarted)
        {
            context.Response.Headers["x-emulator-error"] =
                HeaderText.Encode($"{exception.GetType().Name}: {exception.Message}");
        }

        return Describe(RequestIdentity.Of(context), exception);
    }

    /// <summary>Describes the exception that ended a request, possibly a request of a batch.</summary>
    public ApiError Describe(string requestId, Exception exception)
    {
        switch (exception)
        {
            case ApiException refusal:
                return refusal.Error;
            case BadHttpRequestException malformed:
                return RequestRefusals.Malformed(malformed.StatusCode);
            default:
                EmulatorLog.Fault(logger, exception, requestId);

                return RequestRefusals.Fault(requestId);
        }
    }
}
