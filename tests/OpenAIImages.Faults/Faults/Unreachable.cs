using System.Net.Sockets;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Faults;

/// <summary>There is no connection: the name is not found, or no program listens. It happens on the side of the client.
/// </summary>
internal sealed record Unreachable(SocketError Error) : Fault($"{Error}", Ends.Repeated)
{
    public override Task<bool> ServeAsync(Exchange exchange)
        => throw new InvalidOperationException("There can be no exchange without a connection.");
}
