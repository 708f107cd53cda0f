using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Faults;

/// <summary>A reply that ends after a given number of bytes.</summary>
internal sealed record CutAt(int Bytes, Ending Ending, Framing Framing)
    : Fault($"{Ending} after {Bytes} bytes ({Framing})", Ends.Right | Ends.Transport | Ends.Decode)
{
    public override async Task<bool> ServeAsync(Exchange exchange)
    {
        var wire = (await exchange.AnswerAsync()).ToBytes(Framing);
        await exchange.SendAsync(wire.AsMemory(0, Math.Min(Bytes, wire.Length)));

        return Ending == Ending.Reset ? exchange.Reset() : await exchange.CloseAsync();
    }
}
