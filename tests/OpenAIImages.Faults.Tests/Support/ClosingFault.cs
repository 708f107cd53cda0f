using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Origins;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Tests.Support;

/// <summary>All is well, and then the service closes the connection without having said that it would.</summary>
/// <param name="Closed">Told when it has.</param>
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
