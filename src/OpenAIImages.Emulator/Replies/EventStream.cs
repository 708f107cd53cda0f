using System.Text;
using Microsoft.AspNetCore.Http;
using OpenAIImages.Emulator.Faults;

namespace OpenAIImages.Emulator.Replies;

/// <summary>A reply that is a stream of server-sent events: a name, one line of data, an empty line.</summary>
internal sealed class EventStream(HttpContext context)
{
    private const string Done = "data: [DONE]\n\n";

    private readonly int? _cutAfter = context.Features.Get<EmulatorFault>()?.CutAfterEvents;
    private int _sent;

    /// <summary>Sends the headers, so that the caller knows that its request was accepted.</summary>
    public async Task BeginAsync()
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache";
        await context.Response.StartAsync(context.RequestAborted).ConfigureAwait(false);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        CutIfDue();
    }

    public async Task SendAsync(string name, PictureJson data)
    {
        data.Complete();
        Write($"event: {name}\ndata: ");
        await data.CopyToAsync(context.Response.BodyWriter, context.RequestAborted).ConfigureAwait(false);
        await EndAsync("\n\n").ConfigureAwait(false);
        _sent++;
        CutIfDue();
    }

    public Task SendDoneAsync() => EndAsync(Done);

    private async Task EndAsync(string text)
    {
        Write(text);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private void CutIfDue()
    {
        if (_sent >= _cutAfter)
        {
            throw new CutReplyException();
        }
    }

    private void Write(string text) => Encoding.UTF8.GetBytes(text, context.Response.BodyWriter);
}
