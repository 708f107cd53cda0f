using System.Net;
using System.Net.Http.Headers;
using OpenAIImages.Calls;
using OpenAIImages.ErrorReplies;
using OpenAIImages.Transport;

namespace OpenAIImages.Links;

/// <summary>Follows a link to an image over own sockets, without a key, cookies or headers of the client.</summary>
/// <param name="http">The HTTP client, without the handlers of the service's client.</param>
/// <param name="options">The options of the call.</param>
/// <remarks>
/// The transport <b>fails</b> with <see cref="ImageTransportException"/> when no reply comes or the link must not be
/// followed, and with <see cref="OperationCanceledException"/> only when the caller cancels. It returns a reply of any
/// status except a redirect.
/// </remarks>
internal sealed class LinkTransport(HttpClient http, ImageClientOptions options)
{
    private const int MaxRedirects = 5;

    /// <summary>Requests a file, or the rest of a file.</summary>
    /// <param name="link">The link. The same rules hold for redirects.</param>
    /// <param name="range">The wanted part; the whole file when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Abandons the request.</param>
    /// <returns>The reply. The caller disposes of it.</returns>
    public async Task<HttpResponseMessage> GetAsync(Uri link, LinkRange? range, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            if (LinkRules.FindFault(link, options) is { } fault)
            {
                throw ImageTransportException.NotSent(fault);
            }

            var reply = await SendAsync(link, redirects > 0, range, cancellationToken).ConfigureAwait(false);
            if (!IsRedirect(reply.StatusCode) || reply.Headers.Location is not { } location)
            {
                return reply;
            }

            reply.Dispose();
            link = redirects < MaxRedirects
                ? Target(link, location)
                : throw ImageTransportException.LinkFailed(
                    HostName.Safe(link), $"it redirects more than {MaxRedirects} times.");
        }
    }

    /// <summary>Opens the body of a reply, guarded against stalling.</summary>
    public async Task<Stream> OpenBodyAsync(HttpResponseMessage reply, CancellationToken cancellationToken)
    {
        try
        {
            var body = await reply.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);

            return new StallGuardStream(body, options.StallTimeout, options.StallTimeout, options.TimeProvider);
        }
        catch (Exception e) when (TransportFault.IsNetworkFault(e))
        {
            throw ImageTransportException.BodyLost(e);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        Uri link, bool isRedirected, LinkRange? range, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, link);
        CallRecord.Begin(message, images: 0, isSingleUse: false, options: options);
        if (range is not null)
        {
            message.Headers.Range = new RangeHeaderValue(range.Start, null);
            message.Headers.IfRange = range.Validator;
        }

        using var limit = TimeLimit.Begin(options.TimeProvider, options.StallTimeout, cancellationToken);
        try
        {
            return await http
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token)
                .ConfigureAwait(false);
        }
        catch (HttpRequestException e) when (e.InnerException is ImageTransportException refused)
        {
            throw refused;
        }
        catch (Exception e) when (TransportFault.IsNetworkFault(e))
        {
            // The outer message names the host. After a redirect, that name may hold parts of the request.
            throw ImageTransportException.ConnectionLost(isRedirected ? e.GetBaseException() : e);
        }
        catch (Exception e) when (e is not (OperationCanceledException or ImageClientException))
        {
            // This platform cannot send to the address. The image may be paid for, so the exception must name the
            // failure.
            throw ImageTransportException.LinkFailed(HostName.Safe(link), "its address cannot be used.", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw ImageTransportException.TimedOut(options.StallTimeout, e);
        }
        catch (OperationCanceledException e)
        {
            // The exception gets the caller's token, not the linked token.
            throw PlatformCause.Cancelled(e, cancellationToken);
        }
    }

    private static Uri Target(Uri link, Uri location)
        => Uri.TryCreate(link, location, out var target)
            ? target
            : throw ImageTransportException.LinkFailed(HostName.Safe(link), "it redirects to an invalid address.");

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;
}
