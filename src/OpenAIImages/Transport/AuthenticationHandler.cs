using System.Net.Http.Headers;
using OpenAIImages.Calls;
using OpenAIImages.ErrorReplies;
using OpenAIImages.Settings;

namespace OpenAIImages.Transport;

/// <summary>Adds the key to requests to the service, and to no other request.</summary>
/// <param name="currentOptions">Returns the options in force now, for messages without options.</param>
/// <remarks>
/// This handler directly encloses the primary handler. All other handlers are outside, also the loggers of the HTTP
/// factory, which store the headers that they see. The handler removes its headers again, so that the others never find
/// the key. Each attempt passes here, so each retry asks the token provider again.
/// </remarks>
internal sealed class AuthenticationHandler(Func<ImageClientOptions> currentOptions) : DelegatingHandler
{
    private const string Organization = "OpenAI-Organization";

    private const string Project = "OpenAI-Project";

    /// <summary>Returns whether a handler of this type is inside another handler.</summary>
    /// <param name="outer">The other handler.</param>
    /// <returns>Whether requests that pass the other handler reach such a handler.</returns>
    public static bool IsWithin(DelegatingHandler outer)
    {
        HttpMessageHandler? handler = outer;
        while (handler is DelegatingHandler and not AuthenticationHandler)
        {
            handler = ((DelegatingHandler)handler).InnerHandler;
        }

        return handler is AuthenticationHandler;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = CallRecord.GetOrBegin(request);
        var options = call.Options ?? currentOptions();
        var (method, asked) = (request.Method, request.RequestUri);

        // Links to finished images point at storage hosts. The key must not follow them there.
        if (!ServiceAddress.Contains(options.Endpoint, asked))
        {
            return EnsureFrom(asked, await SendOnAsync(request, cancellationToken).ConfigureAwait(false));
        }

        var token = await FindTokenAsync(options, cancellationToken).ConfigureAwait(false);
        await SendingHook.RunAsync(call, options, cancellationToken).ConfigureAwait(false);
        var route = ServiceRoute.For(options);
        var ownAuthorization = request.Headers.Authorization;
        try
        {
            SetHeader(request.Headers, route.KeyHeader, route.KeyValueOf(token));
            SetHeader(request.Headers, Organization, options.OrganizationId);
            SetHeader(request.Headers, Project, options.ProjectId);
            SetHeaders(request.Headers, options.Headers);
            SetHeaders(request.Headers, call.Settings.Headers);

            var reply = await SendOnAsync(request, cancellationToken).ConfigureAwait(false);
            EchoedKey.RemoveFrom(reply, token);
            EchoedKey.RemoveFrom(reply, options.Headers);
            EchoedKey.RemoveFrom(reply, call.Settings.Headers);

            return EnsureFrom(asked, reply);
        }
        finally
        {
            RemoveHeaders(request.Headers, call.Settings.Headers);
            RemoveHeaders(request.Headers, options.Headers);
            RemoveHeader(request.Headers, route.KeyHeader, token);
            RemoveHeader(request.Headers, Organization, options.OrganizationId);
            RemoveHeader(request.Headers, Project, options.ProjectId);
            if (ownAuthorization is not null)
            {
                request.Headers.Authorization = ownAuthorization;
            }

            // A handler that follows a redirect writes the new address into the message, and the next attempt would go
            // there.
            (request.Method, request.RequestUri) = (method, asked);
        }
    }

    // The factory logs each exception that passes its loggers, and the platform's exception quotes a malformed reply,
    // which may repeat the request.
    private async Task<HttpResponseMessage> SendOnAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!PlatformCause.IsHarmless(e))
        {
            throw PlatformCause.Cancelled(e, e.CancellationToken);
        }
        catch (Exception e) when (TransportFault.IsNetworkFault(e) && !PlatformCause.IsHarmless(e))
        {
            throw PlatformCause.Clean(e);
        }
    }

    // Redirects are off in every handler of the platform. A handler of another type may follow them, and then the reply
    // comes from another address than the requested one.
    private static HttpResponseMessage EnsureFrom(Uri? asked, HttpResponseMessage reply)
    {
        if (reply.RequestMessage?.RequestUri is not { } answered || answered == asked)
        {
            return reply;
        }

        reply.Dispose();

        throw ImageTransportException.Redirected(HostName.Safe(answered));
    }

    private static async ValueTask<string?> FindTokenAsync(
        ImageClientOptions options, CancellationToken cancellationToken)
    {
        if (options.TokenProvider is not { } provider)
        {
            return options.ApiKey;
        }

        string token;
        try
        {
            token = await provider(cancellationToken)
                .OrAbandonAsync(onLateResult: null, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw PlatformCause.Cancelled(e, cancellationToken);
        }
        catch (Exception e) when (e is not ImageClientException)
        {
            // The provider's exception may hold the secret, and loggers enclose this handler. Only the caller gets the
            // exception.
            throw ImageTransportException.TokenProviderFailed(e);
        }

        return HeaderText.FaultInWord(token ?? "") is { } fault
            ? throw ImageTransportException.NotSent($"the token of {nameof(options.TokenProvider)} {fault}.")
            : token;
    }

    private static void SetHeaders(HttpRequestHeaders headers, IDictionary<string, string> own)
    {
        foreach (var header in own)
        {
            SetHeader(headers, header.Key, header.Value);
        }
    }

    private static void SetHeader(HttpRequestHeaders headers, string name, string? value)
    {
        if (value is not null)
        {
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, value);
        }
    }

    private static void RemoveHeaders(HttpRequestHeaders headers, IDictionary<string, string> own)
    {
        foreach (var header in own)
        {
            headers.Remove(header.Key);
        }
    }

    private static void RemoveHeader(HttpRequestHeaders headers, string name, string? value)
    {
        if (value is not null)
        {
            headers.Remove(name);
        }
    }
}
