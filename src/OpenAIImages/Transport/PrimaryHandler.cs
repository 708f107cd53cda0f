#if !NETSTANDARD2_0
using System.Diagnostics;
using System.Net.Sockets;
#endif

namespace OpenAIImages.Transport;

/// <summary>The sockets.</summary>
/// <remarks>
/// Redirects are not followed, since the key must not travel and a paid request must not be sent twice. No cookies,
/// since calls are independent. Nothing is decompressed: base64 gains little, and a small reply must not become a
/// large one.
/// </remarks>
internal static class PrimaryHandler
{
#if NETSTANDARD2_0
    public static HttpMessageHandler Create()
        => new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };

    /// <summary>Makes sockets that lead to public addresses alone, unless the options allow others.</summary>
    public static HttpMessageHandler CreateForLinks(Func<ImageClientOptions> currentOptions)
        => new LinkAddressHandler(currentOptions) { InnerHandler = Create() };
#else
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    // Long-lived clients see a changed address of the service after this time.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static HttpMessageHandler Create() => CreateSockets();

    /// <summary>Makes sockets that lead to public addresses alone, unless the options allow others.</summary>
    public static HttpMessageHandler CreateForLinks(Func<ImageClientOptions> currentOptions)
    {
        var sockets = CreateSockets();
        sockets.ConnectCallback = (context, cancellationToken)
            => ConnectAsync(context, currentOptions(), cancellationToken);

        // Whose trace this is part of is nobody's business there.
        sockets.ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator();

        return sockets;
    }

    private static SocketsHttpHandler CreateSockets() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
    };

    // The addresses that are checked are those that are connected to: nobody can change them in between.
    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, ImageClientOptions options, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (IsProxy(context))
            {
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                var addresses = await LinkRules.ResolveAsync(context.DnsEndPoint.Host, options).ConfigureAwait(false);
                await socket
                    .ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken)
                    .ConfigureAwait(false);
            }

            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // A proxy stands inside, and it is the proxy that decides what may be reached through it.
    private static bool IsProxy(SocketsHttpConnectionContext context)
        => context.InitialRequestMessage.RequestUri is { } link
            && HttpClient.DefaultProxy.GetProxy(link) is { } proxy
            && proxy.IdnHost == context.DnsEndPoint.Host && proxy.Port == context.DnsEndPoint.Port
            && !HttpClient.DefaultProxy.IsBypassed(link);
#endif
}
