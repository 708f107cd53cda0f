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
    public static HttpMessageHandler Create() => new HttpClientHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
    };
#else
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    // Long-lived clients see a changed address of the service after this time.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static HttpMessageHandler Create() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
    };
#endif
}
