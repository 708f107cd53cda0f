using System.Text;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Faults;

/// <summary>Headers without end: many lines, or one endless line.</summary>
internal sealed record EndlessHeaders(bool AreLines) : Fault($"Endless header{(AreLines ? "s" : "")}", Ends.Transport)
{
    public override async Task<bool> ServeAsync(Exchange exchange)
    {
        await exchange.AnswerAsync();
        await exchange.SendAsync("HTTP/1.1 200 OK\r\nX-Filler: "u8.ToArray());
        var filler = Encoding.ASCII.GetBytes(AreLines ? "filler\r\nX-Filler: " : "filler");
        while (true)
        {
            await exchange.SendAsync(filler);
        }
    }
}
