using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Faults;

/// <summary>The reply ends where it should not. By then the pictures are paid for.</summary>
internal sealed record Cut(CutPoint Point, Ending Ending, Framing Framing, Ends Ends)
    : Fault($"{Ending} {Point} ({Framing})", Ends)
{
    public override async Task<bool> ServeAsync(Exchange exchange)
    {
        var reply = await exchange.AnswerAsync();
        var wire = reply.ToBytes(Framing);
        var end = CutPoints.Find(wire, reply.Head(Framing).Length, Point);
        await exchange.SendAsync(wire.AsMemory(0, end));

        return Ending switch
        {
            Ending.Reset => exchange.Reset(),
            Ending.Close => await exchange.CloseAsync(),
            _ => await exchange.HoldAsync(),
        };
    }
}
