using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace OpenAIImages.AspNetCore.Events;

/// <summary>Writes server-sent events to an answer.</summary>
/// <remarks><b>Memory.</b> The base64 of an image is written in pieces of 64 KiB.</remarks>
internal sealed class EventWriter(HttpResponse response)
{
    private const int PieceBytes = 48 * 1024;
    private const int PieceLength = PieceBytes / 3 * 4;

    private PipeWriter Pipe => response.BodyWriter;

    /// <summary>Begins the answer and sends the browser an id, which the browser repeats when it reconnects.</summary>
    /// <returns>A task that ends when the first event is sent.</returns>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["X-Accel-Buffering"] = "no"; // nginx would collect the events.
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        Pipe.Write("id: "u8);
        Write(EventIds.Make());
        Pipe.Write("\n"u8);
        await WriteAsync("start", "{}"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Writes an event.</summary>
    /// <param name="name">The name of the event.</param>
    /// <param name="json">The data of the event, in one line.</param>
    /// <param name="cancellationToken">Abandons the writing.</param>
    public Task WriteAsync(string name, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        BeginEvent(name);
        Pipe.Write(json.Span);

        return EndEventAsync(cancellationToken);
    }

    /// <summary>Writes an event with an image.</summary>
    /// <param name="name">The name of the event.</param>
    /// <param name="json">The other members of its data: an object, in one line.</param>
    /// <param name="bytes">The image.</param>
    /// <param name="mediaType">The media type of the image.</param>
    /// <param name="cancellationToken">Abandons the writing.</param>
    public async Task WriteAsync(
        string name,
        ReadOnlyMemory<byte> json,
        ReadOnlyMemory<byte> bytes,
        ImageMediaType mediaType,
        CancellationToken cancellationToken)
    {
        BeginEvent(name);
        Pipe.Write(json.Span[..^1]);
        Write($",\"dataUrl\":\"data:{mediaType};base64,");
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(PieceBytes, bytes.Length)..])
        {
            var piece = bytes[..Math.Min(PieceBytes, bytes.Length)];
            Base64.EncodeToUtf8(piece.Span, Pipe.GetSpan(PieceLength), out _, out var written);
            Pipe.Advance(written);
            await Pipe.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        Pipe.Write("\"}"u8);
        await EndEventAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a comment, which browsers ignore.</summary>
    public async Task KeepAliveAsync(CancellationToken cancellationToken)
    {
        Pipe.Write(":\n\n"u8);
        await Pipe.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private void BeginEvent(string name) => Write($"event: {name}\ndata: ");

    private async Task EndEventAsync(CancellationToken cancellationToken)
    {
        Pipe.Write("\n\n"u8);
        await Pipe.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private void Write(string text) => Encoding.UTF8.GetBytes(text.AsSpan(), Pipe);
}
