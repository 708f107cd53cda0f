using System.Net.Http.Headers;
using OpenAIImages.Calls;
using OpenAIImages.ErrorReplies;
using OpenAIImages.Settings;

namespace OpenAIImages.Transport;

/// <summary>Says who is calling, to the service and to no other address.</summary>
/// <param name="currentOptions">Returns the options in force now, for messages that bring none along.</param>
/// <remarks>
/// It stands directly around the primary handler, within every other handler and within the loggers of the HTTP
/// factory, which keep the headers they see. What it adds it takes off again, so that none of them finds the key
/// afterwards. Each attempt passes here, so that each retry asks the token provider anew.
/// </remarks>
internal sealed class AuthenticationHandler(Func<ImageClientOptions> currentOptions) : DelegatingHandler
{
    private const string Authorization = "Authorization";

    private const string Scheme = "Bearer ";

    private const string Organization = "OpenAI-Organization";

    private const string Project = "OpenAI-Project";

    private const string AzureKeyHeader = "api-key";

    private string _lastBearer = Scheme;

    private Place? _lastPlace;

    /// <summary>Finds this handler inside another.</summary>
    /// <param name="outer">The other.</param>
    /// <returns>Whether requests that pass the other come here.</returns>
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
        var options = CallRecord.GetOrBegin(request).Options ?? currentOptions();
        var (method, asked) = (request.Method, request.RequestUri);
        var place = PlaceOf(asked, options.Endpoint);

        // Links to finished images point at storage hosts. The key must not follow them there.
        if (!place.IsOfService)
        {
            var there = await SendOnAsync(request, cancellationToken).ConfigureAwait(false);

            return EnsureFrom(asked, there);
        }

        var token = await FindTokenAsync(options, cancellationToken).ConfigureAwait(false);
        var keyHeader = KeyHeader(options, place);
        var ownAuthorization = request.Headers.Authorization;
        try
        {
            Replace(request.Headers, keyHeader ?? Authorization, keyHeader is null ? Bearer(token) : token);
            Replace(request.Headers, Organization, options.OrganizationId);
            Replace(request.Headers, Project, options.ProjectId);
            Replace(request.Headers, options.Headers);
            Replace(request.Headers, HeadersOf(request));

            var reply = await SendOnAsync(request, cancellationToken).ConfigureAwait(false);
            EchoedKey.RemoveFrom(reply, token);
            EchoedKey.RemoveFrom(reply, options.Headers);
            EchoedKey.RemoveFrom(reply, HeadersOf(request));

            return EnsureFrom(asked, reply);
        }
        finally
        {
            TakeOff(request.Headers, HeadersOf(request));
            TakeOff(request.Headers, options.Headers);
            TakeOff(request.Headers, keyHeader ?? Authorization, token);
            TakeOff(request.Headers, Organization, options.OrganizationId);
            TakeOff(request.Headers, Project, options.ProjectId);
            if (ownAuthorization is not null)
            {
                request.Headers.Authorization = ownAuthorization;
            }

            // Handlers that follow a redirect write it into the message, and the next attempt would go there.
            (request.Method, request.RequestUri) = (method, asked);
        }
    }

    // The factory logs whatever fails within its loggers, and a malformed reply that repeats the request stands in the
    // words of the platform.
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

    // Redirects are off in every primary handler we know. One that we do not know may follow them, and then the reply
    // comes from an address that nobody asked.
    private static HttpResponseMessage EnsureFrom(Uri? asked, HttpResponseMessage reply)
    {
        if (reply.RequestMessage?.RequestUri is not { } answered || answered == asked)
        {
            return reply;
        }

        reply.Dispose();

        throw ImageTransportException.Redirected(HostName.Safe(answered));
    }

    // Headers of one call go where those of all calls go, and nowhere else.
    private static Dictionary<string, string> HeadersOf(HttpRequestMessage request)
        => CallRecord.GetOrBegin(request).Settings.Headers;

    // Attempt after attempt carries the same key, and a header object for each would be made in vain.
    private string? Bearer(string? token)
    {
        var last = _lastBearer;

        return token is null ? null
            : last.Length == Scheme.Length + token.Length && last.EndsWith(token, StringComparison.Ordinal) ? last
            : _lastBearer = Scheme + token;
    }

    // Attempt after attempt goes to the same address, and what there is to know of it takes longer to find out than to
    // send a header.
    private Place PlaceOf(Uri? address, Uri endpoint)
    {
        var last = _lastPlace;

        return last is not null && ReferenceEquals(last.Address, address) && ReferenceEquals(last.Endpoint, endpoint)
            ? last
            : _lastPlace = new Place(address, endpoint);
    }

    // Azure takes a key in a header of its own, and a token where everybody does; null stands for Authorization.
    private static string? KeyHeader(ImageClientOptions options, Place place)
        => options.KeyHeader
            ?? (options.TokenProvider is null && (options.Azure.Deployment is not null || place.IsAzure)
                ? AzureKeyHeader
                : null);

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
            token = await provider(cancellationToken).OrLeaveAsync(late: null, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw PlatformCause.Cancelled(e, cancellationToken);
        }
        catch (Exception e) when (e is not ImageClientException)
        {
            // The words of the provider may hold the secret, and loggers stand around: the caller alone gets them.
            throw ImageTransportException.TokenProviderFailed(e);
        }

        return HeaderText.FaultInWord(token ?? "") is { } fault
            ? throw ImageTransportException.NotSent($"what {nameof(options.TokenProvider)} returned {fault}.")
            : token;
    }

    // Most have none, and an enumerator takes longer than to see that.
    private static void Replace(HttpRequestHeaders headers, IDictionary<string, string> own)
    {
        if (own.Count > 0)
        {
            foreach (var header in own)
            {
                Replace(headers, header.Key, header.Value);
            }
        }
    }

    private static void Replace(HttpRequestHeaders headers, string name, string? value)
    {
        if (value is not null)
        {
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, value);
        }
    }

    private static void TakeOff(HttpRequestHeaders headers, IDictionary<string, string> own)
    {
        if (own.Count > 0)
        {
            foreach (var header in own)
            {
                headers.Remove(header.Key);
            }
        }
    }

    private static void TakeOff(HttpRequestHeaders headers, string name, string? value)
    {
        if (value is not null)
        {
            headers.Remove(name);
        }
    }

    /// <summary>Where a request goes, seen from the service.</summary>
    private sealed class Place(Uri? address, Uri endpoint)
    {
        public Uri? Address { get; } = address;

        public Uri Endpoint { get; } = endpoint;

        public bool IsOfService { get; } = ServiceAddress.Contains(endpoint, address);

        public bool IsAzure { get; } = ServiceAddress.IsAzure(endpoint);
    }
}
