using System.Text;
using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Faults;

/// <summary>A body without end, sent as fast as possible.</summary>
/// <param name="MediaType">The media type that it claims.</param>
/// <param name="Beginning">The first bytes.</param>
/// <param name="Rest">The bytes that follow, again and again.</param>
internal sealed record EndlessBody(string MediaType, string Beginning, string Rest)
    : Fault($"Endless {Beginning}", Ends.Decode | Ends.Transport)
{
    private const int PieceLength = 16 * 1024;

    public override async Task<bool> ServeAsync(Exchange exchange)
    {
        await exchange.AnswerAsync();
        var reply = new WireReply("200 OK", $"Content-Type: {MediaType}\r\n", Encoding.ASCII.GetBytes(Beginning));
        await exchange.SendAsync(reply.ToBytes(Framing.Close));
        var piece = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(Rest, (PieceLength / Rest.Length) + 1)));
        while (true)
        {
            await exchange.SendAsync(piece);
        }
    }
}
