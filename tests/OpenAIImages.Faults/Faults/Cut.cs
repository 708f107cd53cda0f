using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Faults;

/// <summary>A reply that ends too early, when the pictures are already paid for.</summary>
internal sealed record Cut(CutPoint Point, Ending Ending, Framing Framing, Ends Ends)
    : Fault($"{Ending} {Point} ({Framing})", Ends)
{
    // A reset can lose bytes that were sent before it.
    public override int LeastWhole(Order order) => (Point, order.Delivery) switch
    {
        _ when Ending == Ending.Reset => 0,
        (_, Delivery.Links) => 0,
        (CutPoint.BehindPicture, _) => 1,
        (CutPoint.BeforeLastBracket, Delivery.Events) => order.Count - 1,
        (CutPoint.BeforeLastBracket, _) => order.Count,
        _ => 0,
    };

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
