using System.Net.Sockets;

namespace OpenAIImages.Transport;

/// <summary>Knows the exceptions by which networks and their handlers say that no reply came.</summary>
internal static class TransportFault
{
    /// <summary>Whether an exception is such a fault.</summary>
    /// <param name="e">The exception.</param>
    /// <param name="cancellationToken">The token of whoever waits.</param>
    /// <returns>Whether it is. A cancellation is one when nobody asked for it: a connection took too long.</returns>
    public static bool Is(Exception e, CancellationToken cancellationToken)
        => IsOfNetwork(e) || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>Whether an exception is the network's.</summary>
    /// <param name="e">The exception.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsOfNetwork(Exception e) => e is HttpRequestException or IOException or SocketException;
}
