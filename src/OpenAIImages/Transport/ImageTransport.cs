using System.Collections.Concurrent;
using OpenAIImages.Calls;
using OpenAIImages.Headers;
using OpenAIImages.Settings;
using Polly;
using Polly.Timeout;

namespace OpenAIImages.Transport;

/// <summary>Sends a request and opens its reply; the stage between the encoders and the decoders.</summary>
/// <param name="http">Returns the HTTP client; asked once a call, so that its handlers may be renewed.</param>
/// <remarks>
/// <b>Fails</b> with <see cref="ImageTransportException"/> when no reply comes, or not all of it, and with
/// <see cref="OperationCanceledException"/> only when the caller's token is cancelled. A reply of any status is
/// returned.
/// </remarks>
internal sealed class ImageTransport(Func<HttpClient> http)
{
    // Putting an address together costs as much as decoding a small picture, and there are three to a service.
    private readonly OfOptions<ConcurrentDictionary<string, Uri>> _addresses = new(_ => new(StringComparer.Ordinal));

    /// <summary>Finds the address of one of the service's operations.</summary>
    /// <param name="path">The path, under the service's own.</param>
    /// <param name="options">The options of the call.</param>
    /// <returns>The whole address.</returns>
    public Uri AddressOf(string path, ImageClientOptions options)
    {
        var addresses = _addresses.Of(options);

        return addresses.TryGetValue(path, out var address)
            ? address
            : addresses[path] = ServiceAddress.Resolve(options, path);
    }

    /// <summary>Sends a request, with retries, and waits for the headers of the reply.</summary>
    /// <param name="message">The request. The caller keeps it.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    /// <returns>The reply, for the caller to dispose.</returns>
    public async ValueTask<HttpResponseMessage> SendAsync(
        HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var client = http();
        try
        {
            return await client
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (Explain(e, client, cancellationToken) is { } explained)
        {
            CallFailure.Complete(CallRecord.GetOrBegin(message), explained);

            throw explained;
        }
    }

    /// <summary>Opens the body of a reply, guarded against stalling.</summary>
    /// <param name="reply">The reply; the caller keeps it, and it must outlive the stream.</param>
    /// <param name="options">The options of the call.</param>
    /// <param name="cancellationToken">Abandons the opening.</param>
    /// <returns>The body, for the caller to dispose; to be read asynchronously, by one reader.</returns>
    // Some gateways send headers at once, and then the service works in silence.
    public static ValueTask<Stream> OpenBodyAsync(
        HttpResponseMessage reply, ImageClientOptions options, CancellationToken cancellationToken)
        => OpenBodyAsync(reply, Patience(options), options.StallTimeout, options.TimeProvider, cancellationToken);

    /// <summary>Opens the body of a reply that comes while the images are made.</summary>
    /// <param name="reply">The reply; the caller keeps it, and it must outlive the stream.</param>
    /// <param name="options">The options of the call.</param>
    /// <param name="cancellationToken">Abandons the opening.</param>
    /// <returns>The body, for the caller to dispose; to be read asynchronously, by one reader.</returns>
    // Its headers come at once, and then the service works in silence: as long as it may take to reply elsewhere.
    public static ValueTask<Stream> OpenEventsAsync(
        HttpResponseMessage reply, ImageClientOptions options, CancellationToken cancellationToken)
    {
        var patience = Patience(options);

        return OpenBodyAsync(reply, patience, patience, options.TimeProvider, cancellationToken);
    }

    // How long the service may take to reply.
    private static TimeSpan Patience(ImageClientOptions options)
        => options.AttemptTimeout > options.StallTimeout ? options.AttemptTimeout : options.StallTimeout;

    private static async ValueTask<Stream> OpenBodyAsync(
        HttpResponseMessage reply,
        TimeSpan limit,
        TimeSpan silence,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        try
        {
            var body = await reply.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);

            return new StallGuardStream(
                CompressedBody.Decompress(body, reply.Content.Headers), limit, silence, clock);
        }
        catch (Exception e) when (TransportFault.IsNetworkFault(e))
        {
            throw ImageTransportException.BodyLost(e);
        }
    }

    // Our own handlers have explained their faults already, but for a cause that no log around them may hold. The rest
    // comes from what others put around them.
    private static Exception? Explain(
        Exception e, HttpClient client, CancellationToken cancellationToken) => e switch
        {
            ImageTransportException { CauseForCaller: not null } withheld => withheld.ForCaller(),
            TimeoutRejectedException late => ImageTransportException.TimedOut(late.Timeout, e),
            ExecutionRejectedException
                => ImageTransportException.NotSent("a handler rejected it.", PlatformCause.Harmless(e)),
            OperationCanceledException when !cancellationToken.IsCancellationRequested
                => ImageTransportException.TimedOut(client.Timeout, e),
            OperationCanceledException when !PlatformCause.IsHarmless(e)
                => PlatformCause.Cancelled(e, cancellationToken),
            _ when TransportFault.IsNetworkFault(e) => ImageTransportException.ConnectionLost(e),
            _ => null,
        };
}
