using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Faults;

/// <summary>A reply with one byte a second, by the clock of the client.</summary>
/// <param name="Point">The place of the first slow byte.</param>
/// <param name="Bytes">The number of slow bytes; the rest comes at once.</param>
/// <param name="Ends">The ways in which a call may end that meets this fault.</param>
internal sealed record Drip(CutPoint Point, int Bytes, Ends Ends) : Fault($"Drip {Point} ({Bytes})", Ends)
{
    public override async Task<bool> ServeAsync(Exchange exchange)
    {
        var reply = await exchange.AnswerAsync();
        var wire = reply.ToBytes(Framing.Length);
        var at = CutPoints.Find(wire, reply.Head(Framing.Length).Length, Point);
        await exchange.SendAsync(wire.AsMemory(0, at));
        for (var end = at + Math.Min(Bytes, wire.Length - at); at < end; at++)
        {
            await exchange.SendAsync(wire.AsMemory(at, 1));
            await Task.Delay(FastClock.Fast(TimeSpan.FromSeconds(1)), exchange.CancellationToken);
        }

        await exchange.SendAsync(wire.AsMemory(at));

        return true;
    }
}
