using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Replies;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>Describes an exception as the service would.</summary>
internal sealed class FaultReporter(ILogger logger)
{
    /// <summary>Describes what ended a request that has a reply of its own.</summary>
    public ApiError Describe(HttpContext context, Exception exception)
    {
        // The service would not say what went wrong inside; those who test an engine of their own must know.
        if (exception is not (ApiException or BadHttpRequestException) && !context.Response.HasStarted)
        {
            context.Response.Headers["x-emulator-error"] =
                HeaderText.Encode($"{exception.GetType().Name}: {exception.Message}");
        }

        return Describe(RequestIdentity.Of(context), exception);
    }

    /// <summary>Describes what ended a request, which may be one of a batch.</summary>
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
