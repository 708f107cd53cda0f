using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Polly;

namespace OpenAIImages;

/// <summary>Tells exceptions of the platform that may be passed on from those that may quote a reply.</summary>
/// <remarks>
/// A status line, a header or a chunk that breaks the rules stands in the words of the exception that says so, and a
/// broken server may have repeated the request in it. A kind that is not known to be harmless is not passed on.
/// </remarks>
internal static class PlatformCause
{
    /// <summary>Finds what may be passed on of a cause.</summary>
    /// <param name="cause">The cause.</param>
    /// <returns>The outermost exception of its chain that is harmless with all below it; <see langword="null"/> when
    /// none is.</returns>
    public static Exception? Harmless(Exception? cause)
    {
        while (cause is not null && !IsHarmless(cause))
        {
            cause = cause.InnerException;
        }

        return cause;
    }

    /// <summary>Says what happened, in the words of the platform or in our own.</summary>
    public static string Describe(Exception cause)
    {
        var words = Harmless(cause) is { } harmless
            ? harmless.GetBaseException().Message.TrimEnd()
            : Words(KindOf(cause)) ?? $"{cause.GetBaseException().GetType().Name}; its words may quote the reply";

        return words.EndsWith('.') ? words : words + ".";
    }

    /// <summary>Makes the exception of a cancelled call.</summary>
    /// <param name="cause">What was thrown when the call was cancelled.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public static OperationCanceledException Cancelled(Exception cause, CancellationToken cancellationToken)
        => new("The call was cancelled.", Harmless(cause), cancellationToken);

    /// <summary>Makes an exception that says of a fault of the network what it is, and quotes nothing.</summary>
    /// <param name="cause">The fault.</param>
    /// <returns>An exception of the same kind, as far as the platform names kinds.</returns>
    public static HttpRequestException Clean(Exception cause)
        => new NetworkException(KindOf(cause), Describe(cause), Harmless(cause));

    public static bool IsHarmless(Exception cause) => cause switch
    {
        ImageClientException or SocketException => true,

        // Nothing had been sent that could be quoted.
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

        // Its words are fixed and quote no more than a number.
        HttpProtocolException => cause.InnerException is null || IsHarmless(cause.InnerException),

        // Of these the words are fixed, but not of what they hold. Others derive from them and say what they like.
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

    private static string? Words(HttpRequestError kind) => kind switch
    {
        HttpRequestError.InvalidResponse => "the reply breaks the rules of HTTP",
        HttpRequestError.ResponseEnded => "the reply ended prematurely",
        HttpRequestError.ConfigurationLimitExceeded => "the reply is larger than the limits set for it",
        HttpRequestError.HttpProtocolError => "the other side broke off by a rule of HTTP/2 or HTTP/3",
        HttpRequestError.ProxyTunnelError => "the proxy did not open the way to it",
        HttpRequestError.UserAuthenticationError => "the proxy does not know the user",
        HttpRequestError.VersionNegotiationError => "the other side speaks no version of HTTP that is allowed",
        _ => null,
    };
}
