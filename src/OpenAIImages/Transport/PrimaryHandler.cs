namespace OpenAIImages.Transport;

/// <summary>Makes the handler that sends requests, and makes a user's own handler safe.</summary>
/// <remarks>
/// Our sockets follow no redirects, since the key must not reach other addresses, and a paid request must not be sent
/// twice. They keep no cookies, since calls are independent. They do not decompress replies: base64 gains little, and a
/// small reply must not become a large one.
/// </remarks>
internal static class PrimaryHandler
{
#if NETSTANDARD2_0
    // This target does not know the type, but a program on .NET that loads this build may pass one in.
    private const string Sockets = "System.Net.Http.SocketsHttpHandler";

    public static HttpMessageHandler Create()
        => new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };

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

    // After this time, a long-lived client looks up the address of the service again.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Makes the handler with the sockets.</summary>
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
    };

    private static void ChangeSockets(HttpMessageHandler? handler, Func<bool, bool?> change)
    {
        if (handler is SocketsHttpHandler sockets)
        {
            Change(sockets.AllowAutoRedirect, change, value => sockets.AllowAutoRedirect = value);
            Change(sockets.UseCookies, change, value => sockets.UseCookies = value);
        }
    }
#endif

    /// <summary>Switches redirects and cookies off in the user's handler.</summary>
    /// <param name="primary">The handler, or handlers around it. A handler of another type than the platform's stays
    /// unchanged.</param>
    /// <exception cref="ImageTransportException">The handler has been used, and cannot be changed any more.</exception>
    /// <remarks>
    /// A redirect sends the key and the prompt to another address, and a cookie links calls. All other settings stay as
    /// the user set them: MaxReplyBytes limits decompressed bytes, AttemptTimeout limits the time for a connection, and
    /// the factory renews handlers with their connections. A user sets a proxy, credentials, certificates or longer
    /// headers on purpose.
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

    /// <summary>Returns whether a handler has been used, so that it cannot be changed any more.</summary>
    /// <param name="primary">The handler, or handlers around it.</param>
    /// <returns>Whether the handler has been used; <see langword="false"/> for a handler of another type than the
    /// platform's.</returns>
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

    // Sets each of the two switches, unless its new value is null. A handler in use refuses even its current value.
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
