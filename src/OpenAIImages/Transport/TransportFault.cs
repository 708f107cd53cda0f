using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace OpenAIImages.Transport;

/// <summary>Recognises exceptions of networks and handlers that mean that no reply came.</summary>
internal static class TransportFault
{
    // RFC 9113, 7: the stream was not processed at all. RFC 9114, 8.1: the same for HTTP/3.
    private const long RefusedStream = 0x7;

    private const long RequestRejected = 0x10B;

    /// <summary>Returns whether an exception means that no reply came.</summary>
    /// <param name="e">The exception.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    /// <returns>Whether the exception means this. A cancellation means it if the caller did not cancel: a connection
    /// took too long.</returns>
    public static bool IsTransportFault(Exception e, CancellationToken cancellationToken)
        => IsNetworkFault(e) || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>Returns whether an exception comes from the network, or from decompressing a body that was damaged in
    /// transit.</summary>
    /// <param name="e">The exception.</param>
    /// <returns>Whether the exception comes from there. A missing assembly or file on this machine is a fault of the
    /// program, although its exception is an <see cref="IOException"/>.</returns>
    public static bool IsNetworkFault(Exception e)
        => e is (HttpRequestException or IOException or SocketException or WebException or ProtocolViolationException
            or InvalidDataException) and not (FileNotFoundException or FileLoadException);

    /// <summary>Returns whether this side refused the certificate of a server.</summary>
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

    /// <summary>Returns whether a server refused a request before it processed the request.</summary>
    /// <remarks>The platform throws this exception for a refused stream. It repeats requests after the last stream of a
    /// GOAWAY itself.</remarks>
    public static bool IsRefusedUnseen(Exception e)
        => e is HttpProtocolException { ErrorCode: RefusedStream or RequestRejected }
            || (e.InnerException is { } cause && IsRefusedUnseen(cause));
}
