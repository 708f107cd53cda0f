using System.Net.Sockets;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Faults;

/// <summary>A failure to connect: the host name is not found, or no program listens.</summary>
/// <remarks>The client meets this fault before any connection to the proxy.</remarks>
internal sealed record Unreachable(SocketError Error) : Fault($"{Error}", Ends.Repeated)
{
    public override Task<bool> ServeAsync(Exchange exchange)
        => throw new InvalidOperationException("There can be no exchange without a connection.");
}
