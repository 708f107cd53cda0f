using System.Globalization;
using System.Text;

namespace OpenAIImages.Faults.Origins;

/// <summary>A reply, and its bytes on the wire.</summary>
/// <param name="Status">The status and its phrase.</param>
/// <param name="Headers">The headers without those of the framing, each with its line break.</param>
/// <param name="Body">The body.</param>
internal sealed record WireReply(string Status, string Headers, byte[] Body)
{
    private const int ChunkLength = 30_000;

    /// <summary>Returns the bytes of the whole reply.</summary>
    public byte[] ToBytes(Framing framing)
        => [.. Head(framing), .. framing == Framing.Chunks ? Chunks(Body, isEnded: true) : Body];

    public byte[] Head(Framing framing) => Head(framing switch
    {
        Framing.Length => $"Content-Length: {Body.Length}\r\n",
        Framing.Chunks => "Transfer-Encoding: chunked\r\n",
        _ => "Connection: close\r\n",
    });

    public byte[] Head(string framingHeaders)
        => Encoding.Latin1.GetBytes($"HTTP/1.1 {Status}\r\n{Headers}{framingHeaders}\r\n");

    public static byte[] Chunks(ReadOnlySpan<byte> body, bool isEnded)
    {
        var chunks = new MemoryStream(body.Length + 100);
        while (!body.IsEmpty)
        {
            var chunk = body[..Math.Min(ChunkLength, body.Length)];
            chunks.Write(Encoding.ASCII.GetBytes(chunk.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"));
            chunks.Write(chunk);
            chunks.Write("\r\n"u8);
            body = body[chunk.Length..];
        }

        if (isEnded)
        {
            chunks.Write("0\r\n\r\n"u8);
        }

        return chunks.ToArray();
    }
}
