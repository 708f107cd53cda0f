using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using OpenAIImages.Decoders;
using OpenAIImages.Encoders;
using OpenAIImages.Links;
using OpenAIImages.Transport;

namespace OpenAIImages;

/// <summary>Makes images with the OpenAI Images API, or with a service that speaks it.</summary>
/// <remarks>
/// Safe for concurrent use; keep one for the life of the application. In a host, prefer <c>AddImageClient</c>.
/// </remarks>
public sealed class OpenAIImageClient : IImageClient, IDisposable
{
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");
    private static readonly MediaTypeWithQualityHeaderValue Events = new("text/event-stream");

    private readonly ImageTransport _transport;
    private readonly Func<ImageClientOptions> _options;
    private readonly HttpClient? _own;
    private readonly Lazy<HttpClient> _linkHttp;
    private readonly LinkDownloader _links;

    /// <summary>Calls OpenAI with a key, and the environment's settings for the rest.</summary>
    /// <param name="apiKey">The API key.</param>
    /// <exception cref="ArgumentException"><paramref name="apiKey"/> is blank.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The settings are wrong; every fault is
    /// listed.</exception>
    public OpenAIImageClient(string apiKey)
        : this(new ImageClientOptions { ApiKey = Guard.NotBlank(apiKey) })
    {
    }

    /// <summary>Calls a service as the options say, and as the environment does for what they do not set.</summary>
    /// <param name="options">The options. Later changes to them have no effect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are wrong; every fault is
    /// listed.</exception>
    public OpenAIImageClient(ImageClientOptions options)
    {
        var settled = Guard.NotNull(options).Settle(EnvironmentDefaults.OfThisProcess);
        var http = _own = HttpPipeline.CreateClient(settled);
        _options = () => settled;
        _transport = new ImageTransport(() => http, _options);
        _linkHttp = new Lazy<HttpClient>(() => HttpPipeline.CreateLinkClient(_options));
        _links = new LinkDownloader(() => _linkHttp.Value, _options);
    }

    /// <summary>Calls by an HTTP client that others own.</summary>
    /// <param name="http">Returns the client; asked once a call.</param>
    /// <param name="options">Returns the options in force; asked once a call.</param>
    /// <param name="links">What follows links to images; our own sockets when not given.</param>
    internal OpenAIImageClient(
        Func<HttpClient> http, Func<ImageClientOptions> options, HttpMessageHandler? links = null)
    {
        _options = options;
        _transport = new ImageTransport(http, options);
        _linkHttp = new Lazy<HttpClient>(() => HttpPipeline.CreateLinkClient(options, links));
        _links = new LinkDownloader(() => _linkHttp.Value, options);
    }

    /// <inheritdoc/>
    public Task<ImageResult> GenerateAsync(GenerateImageRequest request, CancellationToken cancellationToken = default)
        => SendAsync(
            "images/generations", request, RequestEncoder.Encode(Guard.NotNull(request)), null, cancellationToken);

    /// <inheritdoc/>
    public Task<ImageResult> GenerateAsync(
        GenerateImageRequest request, ImageDestination destination, CancellationToken cancellationToken = default)
        => SendAsync(
            "images/generations",
            request,
            RequestEncoder.Encode(Guard.NotNull(request)),
            Guard.NotNull(destination),
            cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ImageStreamEvent> GenerateStreamingAsync(
        GenerateImageRequest request, CancellationToken cancellationToken = default)
        => StreamAsync(
            "images/generations",
            Guard.NotNull(request),
            () => RequestEncoder.Encode(request, stream: true),
            null,
            cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ImageStreamEvent> GenerateStreamingAsync(
        GenerateImageRequest request, ImageDestination destination, CancellationToken cancellationToken = default)
        => StreamAsync(
            "images/generations",
            Guard.NotNull(request),
            () => RequestEncoder.Encode(request, stream: true),
            Guard.NotNull(destination),
            cancellationToken);

    /// <inheritdoc/>
    public async Task DownloadAsync(
        ImageOutput image,
        Stream destination,
        IProgress<ImageProgress>? progress = null,
        CancellationToken cancellationToken = default)
        => await DownloadAsync(
            image, ImageDestination.Stream(destination), progress, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public Task<ImageOutput> DownloadAsync(
        ImageOutput image,
        ImageDestination destination,
        IProgress<ImageProgress>? progress = null,
        CancellationToken cancellationToken = default)
        => _links.DownloadAsync(
            Guard.NotNull(image), Guard.NotNull(destination), place: 0, progress, cancellationToken);

    /// <summary>Closes the connections that this client opened; calls under way fail. One from a container has none of
    /// its own but those to links.</summary>
    public void Dispose()
    {
        _own?.Dispose();
        if (_linkHttp.IsValueCreated)
        {
            _linkHttp.Value.Dispose();
        }
    }

    // The whole journey of a call: content out, reply in, and then either a result or an exception.
    private async Task<ImageResult> SendAsync(
        string path,
        PromptedImageRequest request,
        HttpContent content,
        ImageDestination? destination,
        CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        message.Headers.Accept.Add(Json);
        destination?.Try(request.Count ?? 1);

        using var reply = await _transport.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var options = _options();
        var errors = new ErrorContext(options.TimeProvider, request.Prompt, options.ApiKey);
        if (!reply.IsSuccessStatusCode)
        {
            throw await ErrorDecoder.DecodeAsync(reply, errors, cancellationToken).ConfigureAwait(false);
        }

        using var body = await _transport.OpenBodyAsync(reply, cancellationToken).ConfigureAwait(false);

        var result = await ResultDecoder
            .DecodeAsync(body, ReplyFacts.Of(reply, request, destination, errors), cancellationToken)
            .ConfigureAwait(false);

        return destination is null
            ? result
            : await _links.BringAsync(result, destination, cancellationToken).ConfigureAwait(false);
    }

    // The same, event by event. Content is made anew for each enumeration, since each is a call of its own.
    private async IAsyncEnumerable<ImageStreamEvent> StreamAsync(
        string path,
        PromptedImageRequest request,
        Func<HttpContent> encode,
        ImageDestination? destination,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = encode() };
        message.Headers.Accept.Add(Events);
        message.Headers.Accept.Add(Json);
        destination?.Try(request.Count ?? 1);

        using var reply = await _transport.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var options = _options();
        var errors = new ErrorContext(options.TimeProvider, request.Prompt, options.ApiKey);
        if (!reply.IsSuccessStatusCode)
        {
            throw await ErrorDecoder.DecodeAsync(reply, errors, cancellationToken).ConfigureAwait(false);
        }

        using var body = await _transport.OpenEventsAsync(reply, cancellationToken).ConfigureAwait(false);
        using var events = new EventStreamDecoder(body, ReplyFacts.Of(reply, request, destination, errors));
        yield return events.Started;
        var place = 0;
        while (await events.ReadAsync(cancellationToken).ConfigureAwait(false) is { } next)
        {
            yield return next is CompletedImageEvent completed && destination is not null
                ? completed with
                {
                    Image = await _links
                        .BringAsync(completed.Image, destination, place++, cancellationToken)
                        .ConfigureAwait(false),
                }
                : next;
        }
    }
}
