using System.Text;
using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Faults;

/// <summary>A reply that breaks the rules of HTTP at one place, and repeats the request there.</summary>
internal sealed record EchoingHead(EchoPlace Place, Ends Ends) : Fault($"request repeated as {Place}", Ends)
{
    public override async Task<bool> ServeAsync(Exchange exchange)
    {
        var reply = await exchange.AnswerAsync();
        var echo = Encoding.Latin1.GetBytes(Echo.Of(exchange.Request!));
        await exchange.SendAsync(Wire(reply, echo));

        return await exchange.CloseAsync();
    }

    private byte[] Wire(WireReply reply, byte[] echo) => Place switch
    {
        EchoPlace.StatusLine => [.. echo, .. "\r\n\r\n"u8],
        EchoPlace.StatusCode => [.. "HTTP/1.1 "u8, .. echo, .. "\r\n\r\n"u8],
        EchoPlace.HeaderName => [.. "HTTP/1.1 200 OK\r\n"u8, .. echo, .. ": x\r\n\r\n"u8],
        EchoPlace.HeaderLine => [.. "HTTP/1.1 200 OK\r\n"u8, .. echo, .. "\r\n\r\n"u8],
        EchoPlace.HeaderValue => [.. "HTTP/1.1 200 OK\r\nX-Echo: "u8, .. echo, .. "\0\r\n\r\n"u8],
        EchoPlace.ContentLength => [.. "HTTP/1.1 200 OK\r\nContent-Length: "u8, .. echo, .. "\r\n\r\n"u8],
        EchoPlace.TransferEncoding => [.. "HTTP/1.1 200 OK\r\nTransfer-Encoding: "u8, .. echo, .. "\r\n\r\n"u8],
        EchoPlace.ChunkSize => [.. Chunked(reply), .. echo, .. "\r\n"u8],
        EchoPlace.ChunkEnd => [.. Chunked(reply), .. "1\r\n{"u8, .. echo, .. "\r\n"u8],
        EchoPlace.Trailer =>
        [
            .. Chunked(reply), .. WireReply.Chunks(reply.Body, isEnded: false), .. "0\r\n"u8, .. echo, .. "\r\n\r\n"u8,
        ],
        EchoPlace.Garbage => [.. reply.ToBytes(Framing.Length), .. echo, .. "\r\n\r\n"u8],
        _ => throw new InvalidOperationException($"{Place} is no place."),
    };

    private static byte[] Chunked(WireReply reply) => reply.Head(Framing.Chunks);
}
