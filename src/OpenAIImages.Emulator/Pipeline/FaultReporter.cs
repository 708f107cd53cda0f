using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Replies;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>Describes an exception as the service would.</summary>
internal sealed class FaultReporter(ILogger logger)
{
    public ApiError Describe(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case ApiException refusal:
                return refusal.Error;
            case BadHttpRequestException malformed:
                return RequestRefusals.Malformed(malformed.StatusCode);
            default:
                // The service would not say what went wrong inside; those who test an engine of their own must know.
                EmulatorLog.Fault(logger, exception, RequestIdentity.Of(context));
                if (!context.Response.HasStarted)
                {
                    context.Response.Headers["x-emulator-error"] =
                        HeaderText.Encode($"{exception.GetType().Name}: {exception.Message}");
                }

                return RequestRefusals.Fault(RequestIdentity.Of(context));
        }
    }
}
