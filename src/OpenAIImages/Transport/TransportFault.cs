using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace OpenAIImages.Transport;

/// <summary>Knows the exceptions by which networks and their handlers say that no reply came.</summary>
internal static class TransportFault
{
    // RFC 9113, 7: the stream was not processed at all. RFC 9114, 8.1: the same of HTTP/3.
    private const long RefusedStream = 0x7;

    private const long RequestRejected = 0x10B;

    /// <summary>Whether an exception is such a fault.</summary>
    /// <param name="e">The exception.</param>
    /// <param name="cancellationToken">The token of whoever waits.</param>
    /// <returns>Whether it is. A cancellation is one when nobody asked for it: a connection took too long.</returns>
    public static bool IsTransportFault(Exception e, CancellationToken cancellationToken)
        => IsNetworkFault(e) || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>Whether an exception is the network's, or that of what unpacks a body which was damaged on its
    /// way.</summary>
    /// <param name="e">The exception.</param>
    /// <returns>Whether it is. An assembly or a file that this machine lacks is a fault of the program, though its
    /// exception is one of input and output.</returns>
    public static bool IsNetworkFault(Exception e)
        => e is (HttpRequestException or IOException or SocketException or WebException or ProtocolViolationException
            or InvalidDataException) and not (FileNotFoundException or FileLoadException);

    /// <summary>Whether a server's certificate was refused by this side.</summary>
    /// <remarks>The platform has one exception for every handshake that fails, and tells this one by its words alone,
    /// which it does not translate.</remarks>
    public static bool IsCertificateRefused(Exception e)
        => e.GetBaseException() switch
        {
            AuthenticationException refused
                => refused.Message.StartsWith("The remote certificate", StringComparison.Ordinal),
            WebException { Status: WebExceptionStatus.TrustFailure } => true,
            _ => false,
        };

    /// <summary>Whether a server gave a request back without having looked at it.</summary>
    /// <remarks>The platform says so of a stream that was refused. Requests beyond the last one that a GOAWAY names it
    /// sends again by itself.</remarks>
    public static bool IsRefusedUnseen(Exception e)
        => e is HttpProtocolException { ErrorCode: RefusedStream or RequestRejected }
            || (e.InnerException is { } cause && IsRefusedUnseen(cause));
}
