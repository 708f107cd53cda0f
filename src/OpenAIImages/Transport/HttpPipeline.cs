using OpenAIImages.Diagnostics;

namespace OpenAIImages.Transport;

/// <summary>Puts the HTTP handlers together, with and without a container.</summary>
/// <remarks>
/// The order from the outside to the inside: the user's handlers, <see cref="ResilienceHandler"/>, the loggers of the
/// HTTP factory, <see cref="AuthenticationHandler"/>, the primary handler.
/// </remarks>
internal static class HttpPipeline
{
    private static readonly string UserAgent = $"OpenAIImages/{LibraryVersion.Text}";

    /// <summary>Makes the handler that repeats and limits attempts, without an inner handler.</summary>
    /// <param name="currentOptions">Returns the options in force at the moment.</param>
    /// <param name="log">Takes the messages about retries.</param>
    /// <returns>The handler.</returns>
    public static DelegatingHandler CreateHandler(Func<ImageClientOptions> currentOptions, Log? log)
        => new ResilienceHandler(currentOptions, log, static () => Random.Shared.NextDouble());

    /// <summary>Makes the innermost handler, which knows the key, around the primary handler.</summary>
    /// <param name="currentOptions">Returns the options in force at the moment.</param>
    /// <param name="primary">The primary handler. Redirects and cookies are switched off in it.</param>
    /// <returns>The handler, which disposes of <paramref name="primary"/> when it is disposed of.</returns>
    /// <exception cref="ImageTransportException">Redirects and cookies cannot be switched off any more.</exception>
    public static DelegatingHandler CreateInnermost(
        Func<ImageClientOptions> currentOptions, HttpMessageHandler primary)
    {
        PrimaryHandler.Harden(primary);

        return new AuthenticationHandler(currentOptions) { InnerHandler = primary };
    }

    /// <summary>Makes a client for use without a container.</summary>
    /// <param name="options">The options, completed and checked.</param>
    /// <param name="primary">The primary handler; our own sockets when not given.</param>
    /// <param name="ownsPrimary">Whether the client disposes of <paramref name="primary"/>.</param>
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

    /// <summary>Sets the properties of a client that hold for every call.</summary>
    /// <param name="client">The client.</param>
    public static void Configure(HttpClient client)
    {
        // The pipeline limits the time, since it knows that an attempt which ran out of time may have been billed.
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent);
    }
}
