using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Polly;

namespace OpenAIImages;

/// <summary>Separates exceptions of the platform that callers may see from exceptions that may quote a reply.</summary>
/// <remarks>
/// The platform quotes a malformed status line, header or chunk in the message of its exception, and a broken server
/// may have repeated the request there. The client passes on only exceptions that are known to be harmless.
/// </remarks>
internal static class PlatformCause
{
    /// <summary>Returns the part of a cause that callers may see.</summary>
    /// <param name="cause">The cause.</param>
    /// <returns>The outermost exception of the chain that is harmless together with its inner exceptions;
    /// <see langword="null"/> when there is none.</returns>
    public static Exception? Harmless(Exception? cause)
    {
        while (cause is not null && !IsHarmless(cause))
        {
            cause = cause.InnerException;
        }

        return cause;
    }

    /// <summary>Describes a cause by the message of the platform or by one of our own messages.</summary>
    public static string Describe(Exception cause)
    {
        var message = Harmless(cause) is { } harmless
            ? harmless.GetBaseException().Message.TrimEnd()
            : MessageFor(KindOf(cause))
                ?? $"{cause.GetBaseException().GetType().Name}; its message may quote the reply";

        return message.EndsWith('.') ? message : message + ".";
    }

    /// <summary>Makes the exception of a cancelled call.</summary>
    /// <param name="cause">The exception that was thrown when the call was cancelled.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public static OperationCanceledException Cancelled(Exception cause, CancellationToken cancellationToken)
        => new("The call was cancelled.", Harmless(cause), cancellationToken);

    /// <summary>Makes an exception that describes a fault of the network and does not quote a reply.</summary>
    /// <param name="cause">The fault.</param>
    /// <returns>An exception with the same <see cref="HttpRequestError"/>, where the platform gives one.</returns>
    public static HttpRequestException Clean(Exception cause)
        => new NetworkException(KindOf(cause), Describe(cause), Harmless(cause));

    /// <summary>Returns whether an exception and its inner exceptions quote no reply.</summary>
    public static bool IsHarmless(Exception cause) => cause switch
    {
        ImageClientException or SocketException => true,

        // The client had sent nothing that the message could quote.
        AuthenticationException => true,
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
        } => true,
        WebException
        {
            Status: WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure
                or WebExceptionStatus.ConnectFailure or WebExceptionStatus.SecureChannelFailure
                or WebExceptionStatus.TrustFailure
        } => true,

        // The message is fixed except for a number.
        HttpProtocolException => cause.InnerException is null || IsHarmless(cause.InnerException),

        // The messages of these types are fixed. Those of their inner exceptions and of derived types are not fixed.
        IOException { InnerException: SocketException } => cause.GetType() == typeof(IOException),
        OperationCanceledException or TimeoutException or ExecutionRejectedException
            => (cause is ExecutionRejectedException || IsOfPlatform(cause.GetType()))
                && (cause.InnerException is null || IsHarmless(cause.InnerException)),
        _ => false,
    };

    private static bool IsOfPlatform(Type type)
        => type == typeof(OperationCanceledException) || type == typeof(TaskCanceledException)
            || type == typeof(TimeoutException);

    private static HttpRequestError KindOf(Exception? cause)
    {
        var kind = HttpRequestError.Unknown;
        for (; cause is not null && kind == HttpRequestError.Unknown; cause = cause.InnerException)
        {
            kind = cause switch
            {
                HttpRequestException request => request.HttpRequestError,
                HttpIOException reading => reading.HttpRequestError,
                _ => kind,
            };
        }

        return kind;
    }

    private static string? MessageFor(HttpRequestError kind) => kind switch
    {
        HttpRequestError.InvalidResponse => "the reply breaks the rules of HTTP",
        HttpRequestError.ResponseEnded => "the reply ended prematurely",
        HttpRequestError.ConfigurationLimitExceeded => "the reply is larger than the limits set for it",
        HttpRequestError.HttpProtocolError => "the other side broke off by a rule of HTTP/2 or HTTP/3",
        HttpRequestError.ProxyTunnelError => "the proxy did not open a tunnel to it",
        HttpRequestError.UserAuthenticationError => "the proxy does not know the user",
        HttpRequestError.VersionNegotiationError => "the other side speaks no version of HTTP that is allowed",
        _ => null,
    };
}
