using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace OpenAIImages.Transport;

/// <summary>Recognises the exceptions that networks and handlers throw when no reply comes.</summary>
internal static class TransportFault
{
    // RFC 9113, 7: the stream was not processed at all. RFC 9114, 8.1: the same of HTTP/3.
    private const long RefusedStream = 0x7;

    private const long RequestRejected = 0x10B;

    /// <summary>Finds out whether an exception says that no reply came.</summary>
    /// <param name="e">The exception.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    /// <returns>Whether it does. A cancellation does when the caller did not cancel: a connection took too
    /// long.</returns>
    public static bool IsTransportFault(Exception e, CancellationToken cancellationToken)
        => IsNetworkFault(e) || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>Finds out whether an exception comes from the network, or from unpacking a body that was damaged on its
    /// way.</summary>
    /// <param name="e">The exception.</param>
    /// <returns>Whether it does. An assembly or a file that this machine lacks is a fault of the program, though its
    /// exception is one of input and output.</returns>
    public static bool IsNetworkFault(Exception e)
        => e is (HttpRequestException or IOException or SocketException or WebException or ProtocolViolationException
            or InvalidDataException) and not (FileNotFoundException or FileLoadException);

    /// <summary>Finds out whether this side refused the certificate of a server.</summary>
    /// <remarks>The platform has one exception for all handshakes that fail. Only its message, which is not translated,
    /// says that the certificate was the reason.</remarks>
    public static bool IsCertificateRefused(Exception e)
        => e.GetBaseException() switch
        {
            AuthenticationException refused
                => refused.Message.StartsWith("The remote certificate", StringComparison.Ordinal),
            WebException { Status: WebExceptionStatus.TrustFailure } => true,
            _ => false,
        };

    /// <summary>Finds out whether a server gave a request back without having looked at it.</summary>
    /// <remarks>The platform throws this exception for a stream that was refused. A request beyond the last one that a
    /// GOAWAY names, it sends again by itself.</remarks>
    public static bool IsRefusedUnseen(Exception e)
        => e is HttpProtocolException { ErrorCode: RefusedStream or RequestRejected }
            || (e.InnerException is { } cause && IsRefusedUnseen(cause));
}
