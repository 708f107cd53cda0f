using System.Diagnostics;
using System.Net.Sockets;
using OpenAIImages.Calls;
using OpenAIImages.Transport;

namespace OpenAIImages.Links;

/// <summary>Makes the HTTP client that follows links to images. The client has none of our handlers and no
/// key.</summary>
internal static class LinkHttpClient
{
    /// <summary>Makes the client.</summary>
    /// <param name="currentOptions">Returns the options in force at the moment.</param>
    /// <param name="network">The handler that sends; when not given, sockets that connect only to public addresses,
    /// unless the options allow others.</param>
    /// <returns>The client, to be disposed by the caller.</returns>
    public static HttpClient Create(Func<ImageClientOptions> currentOptions, HttpMessageHandler? network = null)
        => new(network ?? CreateSockets(currentOptions)) { Timeout = Timeout.InfiniteTimeSpan };

    private static SocketsHttpHandler CreateSockets(Func<ImageClientOptions> currentOptions)
    {
        var sockets = PrimaryHandler.Create();
        sockets.ConnectCallback = (context, cancellationToken) => ConnectAsync(
            context,
            CallRecord.GetOrBegin(context.InitialRequestMessage).Options ?? currentOptions(),
            cancellationToken);

        // The host of a link must not get the identifiers of the caller's trace.
        sockets.ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator();

        return sockets;
    }

    // The sockets connect to the same addresses that were checked, so a second look-up cannot give others.
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

    // A proxy is part of the own network, and decides itself which hosts it reaches.
    private static bool IsProxy(SocketsHttpConnectionContext context)
        => context.InitialRequestMessage.RequestUri is { } link
            && HttpClient.DefaultProxy.GetProxy(link) is { } proxy
            && proxy.IdnHost == context.DnsEndPoint.Host && proxy.Port == context.DnsEndPoint.Port
            && !HttpClient.DefaultProxy.IsBypassed(link);
}
