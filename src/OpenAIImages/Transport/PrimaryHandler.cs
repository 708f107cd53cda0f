#if NETSTANDARD2_0
using System.Net;
#else
using System.Diagnostics;
using System.Net.Sockets;
using OpenAIImages.Calls;
#endif
using OpenAIImages.Links;

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
    // This target has no name for it, but programs on .NET that load this build do give one.
    private const string Sockets = "System.Net.Http.SocketsHttpHandler";

    public static HttpMessageHandler Create()
        => new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };

    /// <summary>Makes sockets that lead to public addresses alone, unless the options allow others.</summary>
    public static HttpMessageHandler CreateForLinks(Func<ImageClientOptions> currentOptions)
    {
        // Given to the sockets as well, so that the check and they cannot take different ones.
        var proxy = WebRequest.DefaultWebProxy;
        var sockets = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            Proxy = proxy,
            UseProxy = proxy is not null,
        };

        return new LinkAddressHandler(currentOptions, proxy) { InnerHandler = sockets };
    }

    private static void ChangeSockets(HttpMessageHandler? handler, Func<bool, bool?> change)
    {
        if (handler?.GetType() is { FullName: Sockets } type)
        {
            Change(nameof(HttpClientHandler.AllowAutoRedirect));
            Change(nameof(HttpClientHandler.UseCookies));
        }

        void Change(string name)
        {
            var property = type.GetProperty(name)!;
            PrimaryHandler.Change(
                (bool)property.GetValue(handler)!,
                change,
                (Action<bool>)property.SetMethod!.CreateDelegate(typeof(Action<bool>), handler));
        }
    }
#else
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    // Long-lived clients see a changed address of the service after this time.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static HttpMessageHandler Create() => CreateSockets();

    /// <summary>Makes sockets that lead to public addresses alone, unless the options allow others.</summary>
    public static HttpMessageHandler CreateForLinks(Func<ImageClientOptions> currentOptions)
    {
        var sockets = CreateSockets();
        sockets.ConnectCallback = (context, cancellationToken) => ConnectAsync(
            context,
            CallRecord.GetOrBegin(context.InitialRequestMessage).Options ?? currentOptions(),
            cancellationToken);

        // Whose trace this is part of is nobody's business there.
        sockets.ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator();

        return sockets;
    }

    private static void ChangeSockets(HttpMessageHandler? handler, Func<bool, bool?> change)
    {
        if (handler is SocketsHttpHandler sockets)
        {
            Change(sockets.AllowAutoRedirect, change, value => sockets.AllowAutoRedirect = value);
            Change(sockets.UseCookies, change, value => sockets.UseCookies = value);
        }
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

    /// <summary>Switches off what a handler of the user's must not do with a request that carries the key.</summary>
    /// <param name="primary">The handler, or handlers around it. Those of unknown types stay as they are.</param>
    /// <exception cref="ImageTransportException">It has been used, and cannot be changed any more.</exception>
    /// <remarks>
    /// Redirects, which take the key and the prompt along, and cookies, which tie calls together. The rest stays the
    /// user's: what is decompressed is bounded behind that (MaxReplyBytes); the time for a connection is bounded by
    /// AttemptTimeout; the factory renews handlers, and connections with them; whoever names a proxy, credentials,
    /// certificates or longer headers means it.
    /// </remarks>
    public static void Harden(HttpMessageHandler primary)
    {
        try
        {
            Change(Innermost(primary), static isOn => isOn ? false : null);
        }
        catch (InvalidOperationException e)
        {
            throw ImageTransportException.PrimaryHandlerInUse(e);
        }
    }

    /// <summary>Whether a handler has been used, so that it cannot be changed any more.</summary>
    /// <param name="primary">The handler, or handlers around it.</param>
    /// <returns>Whether it has; <see langword="false"/> for those of unknown types.</returns>
    public static bool IsInUse(HttpMessageHandler primary)
    {
        try
        {
            Change(Innermost(primary), static isOn => isOn);

            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static HttpMessageHandler? Innermost(HttpMessageHandler primary)
    {
        HttpMessageHandler? handler = primary;
        while (handler is DelegatingHandler outer)
        {
            handler = outer.InnerHandler;
        }

        return handler;
    }

    // Sets the two switches anew, each unless its new value is null: a handler in use refuses even the value it has.
    private static void Change(HttpMessageHandler? handler, Func<bool, bool?> change)
    {
        if (handler is HttpClientHandler client)
        {
            Change(client.AllowAutoRedirect, change, value => client.AllowAutoRedirect = value);
            Change(client.UseCookies, change, value => client.UseCookies = value);
        }
        else
        {
            ChangeSockets(handler, change);
        }
    }

    private static void Change(bool value, Func<bool, bool?> change, Action<bool> set)
    {
        if (change(value) is { } changed)
        {
            set(changed);
        }
    }
}
