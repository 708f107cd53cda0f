using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OpenAIImages.Emulator.Errors;
using OpenAIImages.Emulator.Faults;
using OpenAIImages.Emulator.Replies;

namespace OpenAIImages.Emulator.Pipeline;

/// <summary>Applies the faults in the book to requests.</summary>
internal sealed class FaultInjector(FaultBook book, TimeProvider time)
{
    /// <summary>Gets the fault that struck a request, if any.</summary>
    public static EmulatorFault? Current(HttpContext context) => context.Features.Get<EmulatorFault>();

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var asksForImages = ApiRoute.Of(context) is { IsMetered: true };

        return book.Find(RequestJournal.Current(context), asksForImages) is { } fault
            ? StrikeAsync(context, fault, () => next(context))
            : next(context);
    }

    /// <summary>Applies a fault to a request that has no reply yet.</summary>
    /// <param name="context">The request.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="answer">Answers the request as usual; called unless the fault replaces the reply.</param>
    public async Task StrikeAsync(HttpContext context, EmulatorFault fault, Func<Task> answer)
    {
        context.Features.Set(fault);
        context.Response.OnStarting(() =>
        {
            foreach (var (name, value) in fault.Headers)
            {
                context.Response.Headers[name] = value;
            }

            return Task.CompletedTask;
        });
        await Task.Delay(fault.Delay, time, context.RequestAborted).ConfigureAwait(false);
        if (fault.Disconnects)
        {
            context.Abort();

            return;
        }

        Tamper(context, fault);
        await (fault.ReplacesReply ? ReplaceAsync(context, fault) : answer()).ConfigureAwait(false);
    }

    private void Tamper(HttpContext context, EmulatorFault fault)
    {
        if (fault.CutAfterBytes is not null || fault.BytesPerSecond is not null)
        {
            var usual = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
            context.Features.Set<IHttpResponseBodyFeature>(
                new StreamResponseBodyFeature(new TamperedStream(usual.Stream, fault, time), usual));
        }
    }

    private static Task ReplaceAsync(HttpContext context, EmulatorFault fault)
    {
        if (fault.Body is { } body)
        {
            return SendAsync(context, fault.Status ?? StatusCodes.Status200OK, fault.ContentType, body);
        }

        var status = fault.Status ?? StatusCodes.Status400BadRequest;

        return MayHaveBody(status)
            ? ErrorReply.WriteAsync(context, ApiError.Of(fault, status))
            : SendAsync(context, status, contentType: null, "");
    }

    private static async Task SendAsync(HttpContext context, int status, string? contentType, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        context.Response.StatusCode = status;
        if (MayHaveBody(status))
        {
            context.Response.ContentType = bytes.Length > 0 ? contentType : null;
            context.Response.ContentLength = bytes.Length;
        }

        // The reply is started here, so that ErrorBarrier does not take an empty 404 for an unknown address.
        await context.Response.StartAsync(context.RequestAborted).ConfigureAwait(false);
        if (MayHaveBody(status))
        {
            await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static bool MayHaveBody(int status) => status is not (204 or 205 or 304);
}
