using System.Net;
using System.Net.Sockets;
using OpenAIImages.Faults.Faults;
using OpenAIImages.Faults.Proxies;

namespace OpenAIImages.Faults.Scripts;

/// <summary>Gives the faults of a script in their order, and counts the attempts.</summary>
/// <param name="script">The script.</param>
/// <param name="cancel">Cancels the call after a time; called if the script says so.</param>
internal sealed class ScriptFaults(FaultScript script, Action<TimeSpan> cancel) : IFaultSource
{
    private readonly Lock _lock = new();

    /// <summary>Gets the clock of the client.</summary>
    public ScriptClock Clock { get; } = new();

    public int Attempts { get; private set; }

    public int LinkAttempts { get; private set; }

    public Fault Next(bool isLink)
    {
        lock (_lock)
        {
            return isLink ? script.LinkFaultAt(LinkAttempts++) : script.FaultAt(BeginAttempt());
        }
    }

    public void EndPatience() => Clock.Skip(FastClock.Slow(FaultScript.Patience));

    /// <summary>Connects in place of the sockets, or fails as the script says.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken token)
    {
        lock (_lock)
        {
            if (script.FaultAt(Attempts) is Unreachable fault)
            {
                BeginAttempt();

                throw new SocketException((int)fault.Error);
            }
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, token);

            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private int BeginAttempt()
    {
        if (script.Cancels is { } cancels && cancels.Attempt == Attempts)
        {
            cancel(cancels.After);
        }

        return Attempts++;
    }
}
