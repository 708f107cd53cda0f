using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using OpenAIImages.Advice;
using OpenAIImages.Decoders;
using OpenAIImages.Diagnostics;
using OpenAIImages.Encoders;
using OpenAIImages.Links;
using OpenAIImages.Settings;
using OpenAIImages.Transport;

namespace OpenAIImages;

/// <summary>Makes images with the OpenAI Images API, or with a service that speaks it.</summary>
/// <remarks>
/// Safe for concurrent use; keep one for the life of the application. In a host, prefer <c>AddImageClient</c>.
/// </remarks>
public sealed class OpenAIImageClient : IImageClient, IDisposable
{
    private const string Generations = "images/generations";
    private const string Edits = "images/edits";
    private const string Variations = "images/variations";

    private const string Json = "application/json";
    private const string EventsOrJson = "text/event-stream, application/json";

    private readonly ImageTransport _transport;
    private readonly Func<ImageClientOptions> _options;
    private readonly ModelGate? _gate;
    private readonly ImageTelemetry _telemetry;
    private readonly HttpClient? _own;
    private readonly HttpMessageHandler? _linkNetwork;
    private LinkDownloader? _links;

    /// <summary>Calls OpenAI with a key, and the environment's settings for the rest.</summary>
    /// <param name="apiKey">The API key.</param>
    /// <exception cref="ArgumentException"><paramref name="apiKey"/> is blank.</exception>
    /// <exception cref="ImageConfigurationException">The settings are wrong; every fault is listed.</exception>
    public OpenAIImageClient(string apiKey)
        : this(new ImageClientOptions { ApiKey = Guard.NotBlank(apiKey) })
    {
    }

    /// <summary>Calls a service as the options say, and as the environment does for what they do not set.</summary>
    /// <param name="options">The options. Later changes to them have no effect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ImageConfigurationException">The options are wrong; every fault is listed.</exception>
    public OpenAIImageClient(ImageClientOptions options)
    {
        var settled = Guard.NotNull(options).Settle(EnvironmentDefaults.OfThisProcess);
        var http = _own = HttpPipeline.CreateClient(settled);
        _options = () => settled;
        _transport = new ImageTransport(() => http, _options);
        var log = Log.To(settled.LoggerFactory);
        _gate = new ModelGate(log);
        _telemetry = new ImageTelemetry(_options, ProviderName.Of, log);
    }

    /// <summary>Calls by an HTTP client that others own.</summary>
    /// <param name="http">Returns the client; asked once a call.</param>
    /// <param name="options">Returns the options in force; asked once a call.</param>
    /// <param name="log">Is told what speaks against requests, and how calls went.</param>
    /// <param name="links">What follows links to images; our own sockets when not given.</param>
    internal OpenAIImageClient(
        Func<HttpClient> http,
        Func<ImageClientOptions> options,
        Log? log,
        HttpMessageHandler? links = null)
    {
        _gate = new ModelGate(log);
        _telemetry = new ImageTelemetry(options, ProviderName.Of, log);
        _options = options;
        _transport = new ImageTransport(http, options);
        _linkNetwork = links;
    }

    /// <inheritdoc/>
    public Task<ImageResult> GenerateAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => SendAsync(Guard.NotNull(request), Reach(destination), cancellationToken);

    /// <inheritdoc/>
    public Task<ImageResult> EditAsync(
        EditImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => SendAsync(Guard.NotNull(request), Reach(destination), cancellationToken);

    /// <inheritdoc/>
    public Task<ImageResult> CreateVariationAsync(
        CreateVariationRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => SendAsync(Guard.NotNull(request), Reach(destination), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ImageStreamEvent> GenerateStreamingAsync(
        GenerateImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => StreamAsync(Guard.NotNull(request), Reach(destination), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ImageStreamEvent> EditStreamingAsync(
        EditImageRequest request,
        ImageDestination? destination = null,
        CancellationToken cancellationToken = default)
        => StreamAsync(Guard.NotNull(request), Reach(destination), cancellationToken);

    /// <inheritdoc/>
    public Task<ImageOutput> DownloadAsync(
        ImageOutput image,
        ImageDestination destination,
        IProgress<ImageProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        Guard.NotNull(image);
        Reach(Guard.NotNull(destination));

        return _links!.DownloadAsync(image, destination, place: 0, progress, cancellationToken);
    }

    /// <summary>Closes the connections that this client opened; calls under way fail. One from a container has none of
    /// its own but those to links.</summary>
    public void Dispose()
    {
        _own?.Dispose();
        _links?.Dispose();
    }

    // What follows links is made for the first destination and for nothing else: compiled ahead of time, a program that
    // has no destinations does without the code.
    private ImageDestination? Reach(ImageDestination? destination)
    {
        if (destination is not null && _links is null)
        {
            Interlocked.CompareExchange(ref _links, new LinkDownloader(_options, _linkNetwork), null);
        }

        return destination;
    }

    private static string PathOf(ImageRequest request) => request switch
    {
        EditImageRequest => Edits,
        CreateVariationRequest => Variations,
        _ => Generations,
    };

    private static async ValueTask RefuseAsync(ReplyFacts facts, CancellationToken cancellationToken)
        => throw await ErrorDecoder
            .DecodeAsync(facts.Reply, facts.ErrorContext, cancellationToken)
            .ConfigureAwait(false);

    // What is known of a reply is put together where it is wanted, so that nobody has to keep it while waiting.
    private static ValueTask AcceptAsync(ReplyFacts facts, CancellationToken cancellationToken)
    {
        if (!facts.Reply.IsSuccessStatusCode)
        {
            return RefuseAsync(facts, cancellationToken);
        }

        facts.EnsureWithinLimit();

        return default;
    }

    // A call is watched when somebody listens, around the whole of its journey.
    private Task<ImageResult> SendAsync(
        ImageRequest request, ImageDestination? destination, CancellationToken cancellationToken)
        => _telemetry.IsOn
            ? WatchAsync(request, destination, cancellationToken)
            : SendAsync(request, destination, telemetry: null, cancellationToken);

    private IAsyncEnumerable<ImageStreamEvent> StreamAsync(
        ImageRequest request, ImageDestination? destination, CancellationToken cancellationToken)
        => _telemetry.IsOn
            ? WatchEventsAsync(request, destination, cancellationToken)
            : StreamAsync(request, destination, telemetry: null, cancellationToken);

    // Methods apart, since what they capture is allocated when a method is entered.
    private Task<ImageResult> WatchAsync(
        ImageRequest request, ImageDestination? destination, CancellationToken cancellationToken)
        => _telemetry.WatchAsync(
            request, telemetry => SendAsync(request, destination, telemetry, cancellationToken));

    private IAsyncEnumerable<ImageStreamEvent> WatchEventsAsync(
        ImageRequest request, ImageDestination? destination, CancellationToken cancellationToken)
        => _telemetry.WatchEventsAsync(
            request,
            (telemetry, stop) => StreamAsync(request, destination, telemetry, stop),
            cancellationToken);

    // The whole journey of a call: content out, reply in, and then either a result or an exception.
    private async Task<ImageResult> SendAsync(
        ImageRequest request,
        ImageDestination? destination,
        CallTelemetry? telemetry,
        CancellationToken cancellationToken)
    {
        request = RequestDefaults.WithModel(request, _options());
        _gate?.Check(request, _options());
        var encoded = await RequestEncoder.EncodeAsync(request, false, cancellationToken).ConfigureAwait(false);
        using var message = Address(encoded, request, Json);
        var call = CallRecord.Of(message);
        try
        {
            destination?.Try(request.Count ?? 1);

            telemetry?.Send(message);
            using var reply = await _transport.SendAsync(message, cancellationToken).ConfigureAwait(false);
            await AcceptAsync(FactsOf(reply, request, destination, call), cancellationToken).ConfigureAwait(false);
            telemetry?.Accept(ReplyHeaders.RequestId(reply.Headers));
            var body = await _transport.OpenBodyAsync(reply, cancellationToken).ConfigureAwait(false);
            var facts = FactsOf(reply, request, destination, call);
            using var buffer = new ReplyBuffer(body, facts.Limit);
            var result = await ResultDecoder.DecodeAsync(buffer, facts, cancellationToken).ConfigureAwait(false);

            return destination is null || !LinkDownloader.IsNeededFor(result)
                ? result
                : await _links!.BringAsync(result, destination, call, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (IsPaidFor(call, cancellationToken))
        {
            throw CallFailure.Canceled(call, e, cancellationToken);
        }
        catch (Exception e) when (CallFailure.Settle(call, e))
        {
            throw;
        }
    }

    // The same, event by event. Content is made anew for each enumeration, since each is a call of its own.
    private async IAsyncEnumerable<ImageStreamEvent> StreamAsync(
        ImageRequest request,
        ImageDestination? destination,
        CallTelemetry? telemetry,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var events = await OpenEventsAsync(request, destination, telemetry, cancellationToken)
            .ConfigureAwait(false);
        telemetry?.Check(events.RateLimits);
        while (await ReadAsync(events, destination, cancellationToken).ConfigureAwait(false) is { } next)
        {
            yield return next;
        }
    }

    // An iterator cannot catch what goes wrong between two events.
    [MethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ImageStreamEvent?> ReadAsync(
        EventStreamDecoder events, ImageDestination? destination, CancellationToken cancellationToken)
    {
        try
        {
            var next = await events.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (next is not null && destination is not null)
            {
                next = await _links!.BringAsync(next, destination, cancellationToken).ConfigureAwait(false);
            }

            if (next is not null)
            {
                events.Call?.Receive(next);
            }

            return next;
        }
        catch (OperationCanceledException e) when (IsPaidFor(events.Call, cancellationToken))
        {
            throw CallFailure.Canceled(events.Call, e, cancellationToken);
        }
        catch (Exception e) when (events.Call is { } call && CallFailure.Settle(call, e))
        {
            throw;
        }
    }

    // What an iterator needs to begin it keeps to its end; so the beginning has a method of its own.
    [MethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<EventStreamDecoder> OpenEventsAsync(
        ImageRequest request,
        ImageDestination? destination,
        CallTelemetry? telemetry,
        CancellationToken cancellationToken)
    {
        request = RequestDefaults.WithModel(request, _options());
        _gate?.Check(request, _options());
        var encoded = await RequestEncoder.EncodeAsync(request, true, cancellationToken).ConfigureAwait(false);
        var message = Address(encoded, request, EventsOrJson);
        var call = CallRecord.Of(message);
        HttpResponseMessage? reply = null;
        try
        {
            destination?.Try(request.Count ?? 1);

            telemetry?.Send(message);
            reply = await _transport.SendAsync(message, cancellationToken).ConfigureAwait(false);
            await AcceptAsync(FactsOf(reply, request, destination, call), cancellationToken).ConfigureAwait(false);
            telemetry?.Accept(ReplyHeaders.RequestId(reply.Headers));
            var body = await _transport.OpenEventsAsync(reply, cancellationToken).ConfigureAwait(false);

            return new EventStreamDecoder(body, FactsOf(reply, request, destination, call), message);
        }
        catch (Exception e)
        {
            reply?.Dispose();
            message.Dispose();
            if (e is OperationCanceledException && IsPaidFor(call, cancellationToken))
            {
                throw CallFailure.Canceled(call, e, cancellationToken);
            }

            CallFailure.Settle(call, e);
            throw;
        }
    }

    private static bool IsPaidFor([NotNullWhen(true)] CallRecord? call, CancellationToken cancellationToken)
        => cancellationToken.IsCancellationRequested && call is { MayHaveBeenBilled: true };

    private HttpRequestMessage Address(EncodedRequest encoded, ImageRequest request, string accepted)
    {
        var settings = request.Call.EnsureWithoutKey(_options().KeyHeader, nameof(request.Headers));
        var message = new HttpRequestMessage(HttpMethod.Post, _transport.AddressOf(PathOf(request)))
        {
            Content = encoded.Content,
        };
        message.Headers.TryAddWithoutValidation("Accept", accepted);
        CallRecord.Begin(message, request.Count ?? 1, isSingleUse: !encoded.CanBeSentAgain, settings);

        return message;
    }

    private ReplyFacts FactsOf(
        HttpResponseMessage reply, ImageRequest request, ImageDestination? destination, CallRecord call) => new()
        {
            Reply = reply,
            Request = request,
            Options = _options(),
            Destination = destination,
            Call = call,
        };
}
