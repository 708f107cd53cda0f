using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Protocol;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary>Turns whatever ends a request early into a reply of the service's shape.</summary>
/// <remarks>Also cuts requests off when the emulator is disposed of: painting may take longer than one waits.</remarks>
internal sealed class ErrorBarrier(IHostApplicationLifetime lifetime, ILogger logger)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        using var stopping = lifetime.ApplicationStopping.Register(context.Abort);
        try
        {
            await next(context).ConfigureAwait(false);
            if (Unanswered(context) is { } error)
            {
                await ErrorReply.WriteAsync(context, error).ConfigureAwait(false);
            }
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be told.
        }
        catch (Exception e) when (context.Response.HasStarted)
        {
            EmulatorLog.BrokenReply(logger, e, RequestIdentity.Of(context));
            context.Abort();
        }
        catch (Exception e)
        {
            await ErrorReply.WriteAsync(context, Describe(context, e)).ConfigureAwait(false);
        }
    }

    // Routing finds no handler, or none for the method, and leaves an empty reply behind.
    private static ApiError? Unanswered(HttpContext context)
    {
        var request = context.Request;

        return context.Response switch
        {
            { HasStarted: true } => null,
            { StatusCode: StatusCodes.Status404NotFound }
                => RequestRefusals.UnknownAddress(request.Method, request.Path),
            { StatusCode: StatusCodes.Status405MethodNotAllowed }
                => RequestRefusals.WrongMethod(request.Method, request.Path),
            _ => null,
        };
    }

    private ApiError Describe(HttpContext context, Exception exception)
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
                context.Response.Headers["x-emulator-error"] =
                    HeaderText.Encode($"{exception.GetType().Name}: {exception.Message}");

                return RequestRefusals.Fault(RequestIdentity.Of(context));
        }
    }
}
