using OpenAIImages.Diagnostics;

namespace OpenAIImages.Transport;

/// <summary>Puts the transport together, with and without a container.</summary>
internal static class HttpPipeline
{
    private static readonly string UserAgent =
        $"OpenAIImages/{typeof(HttpPipeline).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>Makes our handler, not yet linked to what sends.</summary>
    /// <param name="currentOptions">Returns the options in force at the moment.</param>
    /// <param name="log">Is told of retries.</param>
    /// <returns>The handler.</returns>
    public static DelegatingHandler CreateHandler(Func<ImageClientOptions> currentOptions, Log? log)
        => new ResilienceHandler(currentOptions, log, static () => Random.Shared.NextDouble());

    /// <summary>Makes the innermost handler, the one that knows the key, around what sends.</summary>
    /// <param name="currentOptions">Returns the options in force at the moment.</param>
    /// <param name="primary">What sends; redirects and cookies are switched off in it.</param>
    /// <returns>The handler; to dispose of it disposes of <paramref name="primary"/>.</returns>
    /// <exception cref="ImageTransportException">They cannot be switched off any more.</exception>
    public static DelegatingHandler CreateInnermost(
        Func<ImageClientOptions> currentOptions, HttpMessageHandler primary)
    {
        PrimaryHandler.Harden(primary);

        return new AuthenticationHandler(currentOptions) { InnerHandler = primary };
    }

    /// <summary>Makes a client for use without a container.</summary>
    /// <param name="options">The options, settled.</param>
    /// <param name="primary">What sends; <see cref="PrimaryHandler"/> when not given.</param>
    /// <param name="ownsPrimary">Whether <paramref name="primary"/> ends with the client.</param>
    /// <returns>The client, to be disposed by the caller.</returns>
    public static HttpClient CreateClient(
        ImageClientOptions options, HttpMessageHandler? primary = null, bool ownsPrimary = true)
    {
        var handler = CreateHandler(() => options, Log.Create(options.LoggerFactory));
        handler.InnerHandler = CreateInnermost(() => options, primary ?? PrimaryHandler.Create());
        var client = new HttpClient(handler, disposeHandler: ownsPrimary);
        Configure(client);

        return client;
    }

    /// <summary>Makes a client for links to images, which has none of our handlers and knows no key.</summary>
    /// <param name="currentOptions">Returns the options in force at the moment.</param>
    /// <param name="primary">What sends; sockets that check addresses when not given.</param>
    /// <returns>The client, to be disposed by the caller.</returns>
    public static HttpClient CreateLinkClient(
        Func<ImageClientOptions> currentOptions, HttpMessageHandler? primary = null)
        => new(primary ?? PrimaryHandler.CreateForLinks(currentOptions)) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Sets what holds for every call.</summary>
    /// <param name="client">The client to set it on.</param>
    public static void Configure(HttpClient client)
    {
        // Time is the pipeline's, which knows that an attempt that ran out of it may have been billed.
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent);
    }
}
