using OpenAIImages.Calls;
using OpenAIImages.Headers;
using Polly;
using Polly.Timeout;

namespace OpenAIImages.Transport;

/// <summary>Sends a request and opens its reply: the stage between the encoders and the decoders.</summary>
/// <param name="http">Returns the HTTP client. It is called once for each call, since a host renews handlers.</param>
/// <remarks>
/// The transport <b>fails</b> with <see cref="ImageTransportException"/> when no reply comes, or only a part of it, and
/// with <see cref="OperationCanceledException"/> only when the caller's token is cancelled. It returns a reply of any
/// status.
/// </remarks>
internal sealed class ImageTransport(Func<HttpClient> http)
{
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
            var record = CallRecord.GetOrBegin(message);
            if (e is ImageTransportException { IsCausePassedOn: true, CauseForCaller: { } fault })
            {
                SendingHook.Rethrow(fault, record);
            }

            CallFailure.Complete(record, explained);

            throw explained;
        }
    }

    /// <summary>Opens the body of a reply, guarded against stalling.</summary>
    /// <param name="reply">The reply; the caller keeps it, and it must outlive the stream.</param>
    /// <param name="options">The options of the call.</param>
    /// <param name="cancellationToken">Abandons the opening.</param>
    /// <returns>The body, for the caller to dispose; to be read asynchronously, by one reader.</returns>
    // Some gateways send the headers at once, and the first byte of the body only when the service has done its work.
    public static ValueTask<Stream> OpenBodyAsync(
        HttpResponseMessage reply, ImageClientOptions options, CancellationToken cancellationToken)
        => OpenBodyAsync(
            reply, FirstByteTimeout(options), options.StallTimeout, options.TimeProvider, cancellationToken);

    /// <summary>Opens the body of a reply that arrives while the service makes the images.</summary>
    /// <param name="reply">The reply; the caller keeps it, and it must outlive the stream.</param>
    /// <param name="options">The options of the call.</param>
    /// <param name="cancellationToken">Abandons the opening.</param>
    /// <returns>The body, for the caller to dispose; to be read asynchronously, by one reader.</returns>
    // The headers of a stream come at once, and an event comes when an image is ready. So each silence may last as long
    // as the service may take for a whole reply.
    public static ValueTask<Stream> OpenEventsAsync(
        HttpResponseMessage reply, ImageClientOptions options, CancellationToken cancellationToken)
    {
        var timeout = FirstByteTimeout(options);

        return OpenBodyAsync(reply, timeout, timeout, options.TimeProvider, cancellationToken);
    }

    private static TimeSpan FirstByteTimeout(ImageClientOptions options)
        => options.AttemptTimeout > options.StallTimeout ? options.AttemptTimeout : options.StallTimeout;

    private static async ValueTask<Stream> OpenBodyAsync(
        HttpResponseMessage reply,
        TimeSpan firstByteTimeout,
        TimeSpan nextByteTimeout,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        try
        {
            var body = await reply.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);

            return new StallGuardStream(
                CompressedBody.Decompress(body, reply.Content.Headers), firstByteTimeout, nextByteTimeout, clock);
        }
        catch (Exception e) when (TransportFault.IsNetworkFault(e))
        {
            throw ImageTransportException.BodyLost(e);
        }
    }

    // Our own handlers throw our own exceptions. Some of them have a cause that the logs of outer handlers must not
    // see. All other exceptions come from handlers that other code put around ours.
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
