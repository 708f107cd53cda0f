using System.IO.Compression;
using System.Text;
using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Faults;

/// <summary>A reply with damage.</summary>
/// <param name="Name">The damage.</param>
/// <param name="Ends">The ways in which a call with this damage may end.</param>
/// <param name="Spoil">Makes the bytes on the wire from the right reply.</param>
/// <param name="IsLast">Whether the proxy closes the connection after the reply.</param>
internal sealed record Spoilt(string Name, Ends Ends, Func<WireReply, byte[]> Spoil, bool IsLast = true)
    : Fault(Name, Ends)
{
    public override async Task<bool> ServeAsync(Exchange exchange)
    {
        await exchange.SendAsync(Spoil(await exchange.AnswerAsync()));

        return !IsLast || await exchange.CloseAsync();
    }

    public static byte[] Lengthened(WireReply reply)
        => [.. reply.Head($"Content-Length: {reply.Body.Length + 10}\r\n"), .. reply.Body];

    public static byte[] Shortened(WireReply reply)
        => [.. reply.Head($"Content-Length: {reply.Body.Length - 10}\r\n"), .. reply.Body];

    public static byte[] CutChunks(WireReply reply)
        => [.. reply.Head("Transfer-Encoding: chunked\r\n"), .. WireReply.Chunks(reply.Body.AsSpan()[..^10], false)];

    public static byte[] BrokenChunks(WireReply reply)
        => [.. reply.Head("Transfer-Encoding: chunked\r\n"), .. WireReply.Chunks(reply.Body, false), .. "zz\r\n"u8];

    public static byte[] Zipped(WireReply reply)
    {
        var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(reply.Body);
        }

        return (reply with { Headers = reply.Headers + "Content-Encoding: gzip\r\n", Body = zipped.ToArray() })
            .ToBytes(Framing.Length);
    }

    /// <summary>Replaces the body with another one, with status 200.</summary>
    public static Func<WireReply, byte[]> Replaced(string mediaType, string body)
        => _ => new WireReply("200 OK", $"Content-Type: {mediaType}\r\n", Encoding.UTF8.GetBytes(body))
            .ToBytes(Framing.Length);

    /// <summary>Adds an error after the right body.</summary>
    public static byte[] Followed(WireReply reply)
        => (reply with { Body = [.. reply.Body, .. Encoding.UTF8.GetBytes(Bodies.Error("late", "It broke."))] })
            .ToBytes(Framing.Length);

    /// <summary>Adds a text that is not a link beside each picture.</summary>
    public static Func<WireReply, byte[]> Linked(string text)
        => reply =>
        {
            var body = Encoding.ASCII.GetString(reply.Body)
                .Replace("\"b64_json\":", $"\"url\":\"{text}\",\"b64_json\":", StringComparison.Ordinal);

            return (reply with { Body = Encoding.ASCII.GetBytes(body) }).ToBytes(Framing.Length);
        };

    public static byte[] FirstNotBase64(WireReply reply)
        => NotBase64(reply, reply.Body.AsSpan().IndexOf("b64_json\":\""u8));

    public static byte[] LastNotBase64(WireReply reply)
        => NotBase64(reply, reply.Body.AsSpan().LastIndexOf("b64_json\":\""u8));

    /// <summary>Replaces the body, or the events after the first one, with an error.</summary>
    public static byte[] ErrorInstead(WireReply reply)
    {
        var error = Bodies.Error("server_error", "It broke.");
        var end = reply.Body.AsSpan().IndexOf("\n\n"u8) + 2;
        byte[] body = end < 2
            ? Encoding.UTF8.GetBytes(error)
            : [.. reply.Body.AsSpan(0, end), .. Encoding.UTF8.GetBytes($"event: error\ndata: {error}\n\n")];

        return (reply with { Body = body }).ToBytes(Framing.Chunks);
    }

    // Changes nothing if the reply has no base64.
    private static byte[] NotBase64(WireReply reply, int at)
    {
        var body = (byte[])reply.Body.Clone();
        if (at >= 0)
        {
            body[at + "b64_json\":\"".Length] = (byte)'!';
        }

        return (reply with { Body = body }).ToBytes(Framing.Length);
    }
}
