namespace OpenAIImages.Transport;

/// <summary>Makes the handler that sends, and makes a user's own handler safe.</summary>
/// <remarks>
/// Our sockets follow no redirects, since the key must not travel and a paid request must not be sent twice. They keep
/// no cookies, since calls are independent. They decompress nothing: base64 gains little, and a small reply must not
/// become a large one.
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

    /// <summary>Makes the sockets.</summary>
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

    /// <summary>Switches redirects and cookies off in a handler of the user's.</summary>
    /// <param name="primary">The handler, or handlers around it. A handler of another type than the platform's stays as
    /// it is.</param>
    /// <exception cref="ImageTransportException">The handler has been used, and cannot be changed any more.</exception>
    /// <remarks>
    /// A redirect takes the key and the prompt along, and a cookie ties calls together. All other settings stay the
    /// user's: MaxReplyBytes bounds what is decompressed, AttemptTimeout bounds the time for a connection, and the
    /// factory renews handlers with their connections. A user who names a proxy, credentials, certificates or longer
    /// headers means it.
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

    /// <summary>Finds out whether a handler has been used, so that it cannot be changed any more.</summary>
    /// <param name="primary">The handler, or handlers around it.</param>
    /// <returns>Whether it has; <see langword="false"/> for a handler of another type than the platform's.</returns>
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

    // Sets each of the two switches, unless its new value is null. A handler in use refuses even the value it has.
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
