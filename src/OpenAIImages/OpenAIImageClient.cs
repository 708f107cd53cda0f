using System.Runtime.CompilerServices;
using OpenAIImages.Advice;
using OpenAIImages.Budgets;
using OpenAIImages.Calls;
using OpenAIImages.Decoders;
using OpenAIImages.Diagnostics;
using OpenAIImages.Encoders;
using OpenAIImages.ErrorReplies;
using OpenAIImages.Links;
using OpenAIImages.Settings;
using OpenAIImages.Transport;

namespace OpenAIImages;

/// <summary>Makes images with the OpenAI Images API, or with a compatible service.</summary>
/// <remarks>
/// The client is safe for concurrent use; keep one for the life of the application. In a host, prefer
/// <c>AddImageClient</c>.
/// </remarks>
/// <example>
/// <code>
/// using var client = new OpenAIImageClient();
///
/// var result = await client.GenerateAsync("a red fox in the snow");
/// var path = await result.Images[0].SaveAsync("fox");
/// </code>
/// </example>
public sealed class OpenAIImageClient : IImageClient, IRequestCompletion, IDisposable
{
    private const string Generations = "images/generations";
    private const string Edits = "images/edits";
    private const string Variations = "images/variations";

    private const string Json = "application/json";
    private const string EventsOrJson = "text/event-stream, application/json";

    private readonly ImageTransport _transport;
    private readonly Func<ImageClientOptions> _options;
    private readonly ModelChecker _modelChecker;
    private readonly ImageTelemetry _telemetry;
    private readonly LinkDownloader _links;
    private readonly HttpClient? _ownHttp;
    private volatile bool _isDisposed;

    /// <summary>Calls OpenAI, or the service that <c>OPENAI_BASE_URL</c> names, with the environment's key.</summary>
    /// <exception cref="ImageConfigurationException">The environment's settings are wrong or missing; every fault is
    /// listed.</exception>
    public OpenAIImageClient()
        : this(new ImageClientOptions())
    {
    }

    /// <summary>Calls OpenAI with a key, and the environment's settings for the rest.</summary>
    /// <param name="apiKey">The API key.</param>
    /// <exception cref="ArgumentException"><paramref name="apiKey"/> is blank.</exception>
    /// <exception cref="ImageConfigurationException">The settings are wrong; every fault is listed.</exception>
    public OpenAIImageClient(string apiKey)
        : this(new ImageClientOptions { ApiKey = Guard.NotBlank(apiKey) })
    {
    }

    /// <summary>Calls a service with the given options, and with the environment's settings for the rest.</summary>
    /// <param name="options">The options. Later changes to them have no effect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ImageConfigurationException">The options are wrong; every fault is listed.</exception>
    public OpenAIImageClient(ImageClientOptions options)
        : this(options, PrimaryHandler.Create(), ownsHandler: true)
    {
    }

    /// <summary>Calls a service by a handler of your own, for example for a proxy, a certificate or the replies of a
    /// test.</summary>
    /// <param name="options">The options. Later changes to them have no effect.</param>
    /// <param name="handler">The handler that sends requests; the client does not dispose of it. The client switches
    /// redirects and cookies off in a <see cref="HttpClientHandler"/> or a <c>SocketsHttpHandler</c>, since the key
    /// must not reach other addresses. Switch them off yourself in a handler of another type. Links to images do not go
    /// through the handler.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ImageConfigurationException">The options are wrong; every fault is listed.</exception>
    /// <exception cref="ImageTransportException">The handler has sent requests already and follows redirects.
    /// </exception>
    public OpenAIImageClient(ImageClientOptions options, HttpMessageHandler handler)
        : this(options, Guard.NotNull(handler), ownsHandler: false)
    {
    }

    private OpenAIImageClient(ImageClientOptions options, HttpMessageHandler handler, bool ownsHandler)
    {
        var prepared = Guard.NotNull(options).Prepare(EnvironmentDefaults.ForThisProcess);
        var http = _ownHttp = HttpPipeline.CreateClient(prepared, handler, ownsHandler);
        var log = Log.Create(prepared.LoggerFactory);
        _options = () => prepared;
        _transport = new ImageTransport(() => http);
        _modelChecker = new ModelChecker(log);
        _telemetry = new ImageTelemetry(ProviderName.For, log);
        _links = new LinkDownloader(_options, network: null);
    }

    /// <summary>Calls a service by an HTTP client that the caller owns.</summary>
    /// <param name="http">Returns the HTTP client. It is called once for each call.</param>
    /// <param name="options">Returns the options in force. It is called once for each call.</param>
    /// <param name="log">Takes the advice about requests, and the outcomes of calls.</param>
    /// <param name="linkNetwork">The handler that follows links to images; our own sockets when not given.</param>
    internal OpenAIImageClient(
        Func<HttpClient> http,
        Func<ImageClientOptions> options,
        Log? log,
        HttpMessageHandler? linkNetwork = null)
    {
        _options = options;
        _transport = new ImageTransport(http);
        _modelChecker = new ModelChecker(log);
        _telemetry = new ImageTelemetry(ProviderName.For, log);
        _links = new LinkDownloader(options, linkNetwork);
    }

    /// <summary>Gets the address of calls.</summary>
    /// <value>The address of the options in force. A reload of a host's configuration may change it.</value>
    /// <exception cref="ImageConfigurationException">The options of a host cannot be used.</exception>
    public Uri Endpoint => _options().Endpoint;

    /// <summary>Gets the model of requests that name none.</summary>
    /// <value><see cref="ImageClientOptions.Model"/>; where that is not set, <c>gpt-image-2</c> at OpenAI, and
    /// <see langword="null"/> elsewhere: the server chooses.</value>
    /// <exception cref="ImageConfigurationException">The options of a host cannot be used.</exception>
    public ImageModel? Model => RequestDefaults.ModelFor(_options());

    /// <summary>Gets the name of the provider in telemetry.</summary>
    /// <value><c>openai</c>, <c>azure.ai.openai</c>, <c>x_ai</c>, <c>gcp.gemini</c> or
    /// <c>openai_compatible</c>.</value>
    /// <exception cref="ImageConfigurationException">The options of a host cannot be used.</exception>
    public string Provider => ProviderName.For(_options());

    /// <inheritdoc/>
    public Task<ImageResult> GenerateAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => SendAsync(Guard.NotNull(request), destination, cancellationToken);

    /// <inheritdoc/>
    public Task<ImageResult> EditAsync(
        EditImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => SendAsync(Guard.NotNull(request), destination, cancellationToken);

    /// <inheritdoc/>
    public Task<ImageResult> CreateVariationAsync(
        CreateVariationRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => SendAsync(Guard.NotNull(request), destination, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ImageStreamEvent> GenerateStreamingAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => StreamAsync(Guard.NotNull(request), destination, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ImageStreamEvent> EditStreamingAsync(
        EditImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => StreamAsync(Guard.NotNull(request), destination, cancellationToken);

    /// <inheritdoc/>
    public Task<ImageOutput> DownloadAsync(
        ImageOutput image,
        ImageDestination destination,
        IProgress<ImageProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        Guard.NotNull(image);
        Guard.NotNull(destination);
        ObjectDisposedException.ThrowIf(_isDisposed, this);

        return _links.DownloadAsync(image, destination, index: 0, options: null, progress, cancellationToken);
    }

    int IRequestCompletion.MaxBilledAttempts
        => _options() is { RetryUnknownOutcome: true } options ? options.MaxRetries + 1 : 1;

    ImageRequest IRequestCompletion.Complete(ImageRequest request, ImageDestination? destination)
    {
        var completed = RequestDefaults.Complete(request, destination, _options());

        return ReferenceEquals(completed, request) ? request : completed.AsCopyOf(request);
    }

    /// <summary>Closes the connections that this client opened. Running calls fail. A client from a container has
    /// opened only the connections to links.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _ownHttp?.Dispose();
        _links.Dispose();
    }

    private static string PathOf(ImageRequest request) => request switch
    {
        EditImageRequest => Edits,
        CreateVariationRequest => Variations,
        _ => Generations,
    };

    private ImageCall Begin(ImageRequest request, ImageDestination? destination, bool isStreaming)
    {
        if (_isDisposed)
        {
            // Nothing is sent, so a budget or a journal in front of this client must not count the call as billed.
            var fault = new ObjectDisposedException(GetType().FullName);
            UnsentFault.Mark(fault);
            throw fault;
        }

        var options = _options();
        var completed = RequestDefaults.Complete(request, destination, options);

        return new ImageCall(completed, options, destination, _telemetry.Begin(completed, options, isStreaming))
        {
            Origin = request.Call.Origin ?? request,
        };
    }

    // Makes a call that returns its whole result.
    private async Task<ImageResult> SendAsync(
        ImageRequest request, ImageDestination? destination, CancellationToken cancellationToken)
    {
        using var call = Begin(request, destination, isStreaming: false);
        try
        {
            var body = await OpenAsync(call, isStreaming: false, cancellationToken).ConfigureAwait(false);
            using var buffer = new ByteWindow(body, call.Answered.Limit);
            var result = await ResultDecoder
                .DecodeAsync(buffer, call.Answered, cancellationToken).ConfigureAwait(false);
            if (call.Destination is { } called && LinkDownloader.IsNeededFor(result))
            {
                result = await _links
                    .ResolveLinksAsync(result, called, call.Record, cancellationToken)
                    .ConfigureAwait(false);
            }

            return call.Complete(result);
        }
        catch (Exception e) when (call.Fail(e, cancellationToken) is { } canceled)
        {
            throw canceled;
        }
    }

    // Makes a call that returns its result event by event. Each enumeration is a call of its own.
    private async IAsyncEnumerable<ImageStreamEvent> StreamAsync(
        ImageRequest request,
        ImageDestination? destination,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var call = Begin(request, destination, isStreaming: true);
        using var events = await OpenEventsAsync(call, cancellationToken).ConfigureAwait(false);
        while (await ReadAsync(call, events, cancellationToken).ConfigureAwait(false) is { } next)
        {
            yield return next;
        }

        call.Complete();
    }

    // Opening the stream and reading an event are methods of their own, since an iterator cannot catch around a yield.
    [MethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<EventStreamDecoder> OpenEventsAsync(ImageCall call, CancellationToken cancellationToken)
    {
        try
        {
            var body = await OpenAsync(call, isStreaming: true, cancellationToken).ConfigureAwait(false);
            var events = new EventStreamDecoder(body, call.Answered);
            call.CheckLimits(events.RateLimits);

            return events;
        }
        catch (Exception e) when (call.Fail(e, cancellationToken) is { } canceled)
        {
            throw canceled;
        }
    }

    [MethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ImageStreamEvent?> ReadAsync(
        ImageCall call, EventStreamDecoder events, CancellationToken cancellationToken)
    {
        call.MakeSpanCurrent();
        try
        {
            var next = await events.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (next is not null && call.Destination is { } destination)
            {
                next = await _links
                    .ResolveLinkAsync(next, destination, call.Record, call.Options, cancellationToken)
                    .ConfigureAwait(false);
            }

            if (next is not null)
            {
                call.Receive(next);
            }

            return next;
        }
        catch (Exception e) when (call.Fail(e, cancellationToken) is { } canceled)
        {
            throw canceled;
        }
    }

    // Every call takes these steps to the body of its reply: check, encode, send, accept.
    [MethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Stream> OpenAsync(ImageCall call, bool isStreaming, CancellationToken cancellationToken)
    {
        _modelChecker.Check(call.Request, call.Options);
        var encoded = await RequestEncoder
            .EncodeAsync(call.Request, isStreaming, cancellationToken)
            .ConfigureAwait(false);
        call.PrepareDestination(_telemetry.Log);
        call.AttachMessage(CreateMessage(encoded, call, isStreaming ? EventsOrJson : Json));
        var reply = await _transport.SendAsync(call.Message, cancellationToken).ConfigureAwait(false);
        await call.AcceptAsync(reply, cancellationToken).ConfigureAwait(false);

        return isStreaming
            ? await ImageTransport.OpenEventsAsync(reply, call.Options, cancellationToken).ConfigureAwait(false)
            : await ImageTransport.OpenBodyAsync(reply, call.Options, cancellationToken).ConfigureAwait(false);
    }

    private static HttpRequestMessage CreateMessage(EncodedRequest encoded, ImageCall call, string accepted)
    {
        var (request, options) = (call.Request, call.Options);
        var settings = request.Call.EnsureWithoutKey(options.KeyHeader, nameof(request.Headers));
        var message = new HttpRequestMessage(HttpMethod.Post, ServiceRoute.For(options).AddressOf(PathOf(request)))
        {
            Content = encoded.Content,
        };
        message.Headers.TryAddWithoutValidation("Accept", accepted);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        CallRecord.Begin(
            message,
            request.Count ?? 1,
            isSingleUse: !encoded.CanBeSentAgain,
            settings,
            ErrorContext.Of(options, request),
            options,
            call.Origin);

        return message;
    }
}
