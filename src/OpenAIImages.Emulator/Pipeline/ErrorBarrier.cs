using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Faults;
using OpenAIImages.Emulator.Replies;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>Turns every error of a request into a reply in the service's form.</summary>
/// <remarks>Also aborts requests when the emulator is disposed of: painting may take longer than the wait at the end.
/// </remarks>
internal sealed class ErrorBarrier(IHostApplicationLifetime lifetime, FaultReporter faults, ILogger logger)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        using var stopping = lifetime.ApplicationStopping.Register(context.Abort);
        try
        {
            await next(context).ConfigureAwait(false);
            if (Unanswered(context) is { } error)
            {
                Explain(context, error);
                await ErrorReply.WriteAsync(context, error).ConfigureAwait(false);
            }
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has closed the connection, so no reply can reach it.
        }
        catch (CutReplyException)
        {
            // The web server closes the connection at the place of the cut, without marking the end of the body.
            throw;
        }
        catch (Exception e) when (context.Response.HasStarted)
        {
            EmulatorLog.BrokenReply(logger, e, RequestIdentity.Of(context));
            context.Abort();
        }
        catch (Exception e)
        {
            await ErrorReply.WriteAsync(context, faults.Describe(context, e)).ConfigureAwait(false);
        }
    }

    // The service gives no explanation. This header helps a user with a mistyped address.
    private static void Explain(HttpContext context, ApiError error)
    {
        if (error.IsBare)
        {
            context.Response.Headers["x-emulator-error"] =
                HeaderText.Encode($"Nothing is at {context.Request.Method} {context.Request.Path}.");
        }
    }

    // When routing finds no handler for the address or the method, it leaves an empty reply.
    private static ApiError? Unanswered(HttpContext context)
    {
        var request = context.Request;

        return context.Response switch
        {
            { HasStarted: true } => null,
            { StatusCode: StatusCodes.Status404NotFound }
                => AzureSurface.IsAzure(context) ? RequestRefusals.NoResource : RequestRefusals.NothingThere,
            { StatusCode: StatusCodes.Status405MethodNotAllowed }
                => RequestRefusals.WrongMethod(request.Method, request.Path),
            _ => null,
        };
    }
}
