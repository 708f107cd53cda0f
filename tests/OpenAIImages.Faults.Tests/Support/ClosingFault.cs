using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Tests.Support;

/// <summary>A whole reply, after which the service closes the connection without announcing it.</summary>
/// <param name="Closed">Released when the service closes the connection.</param>
internal sealed record ClosingFault(SemaphoreSlim Closed) : Fault("closes afterwards", Ends.Right)
{
    public override async Task<bool> ServeAsync(Exchange exchange)
    {
        await exchange.SendAsync((await exchange.AnswerAsync()).ToBytes(Framing.Length));
        var closing = exchange.CloseAsync();
        Closed.Release();

        return await closing;
    }
}
