using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenAIImages.Advice;
using OpenAIImages.Decoders;
using OpenAIImages.Encoders;
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

    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    private readonly ImageTransport _transport;
    private readonly Func<ImageClientOptions> _options;
    private readonly ModelGate _gate;
    private readonly HttpClient? _own;

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
        _gate = new ModelGate(NullLogger.Instance);
    }

    /// <summary>Calls by an HTTP client that others own.</summary>
    /// <param name="http">Returns the client; asked once a call.</param>
    /// <param name="options">Returns the options in force; asked once a call.</param>
    /// <param name="logger">Is told what speaks against requests.</param>
    internal OpenAIImageClient(Func<HttpClient> http, Func<ImageClientOptions> options, ILogger logger)
    {
        _gate = new ModelGate(logger);
        _options = options;
        _transport = new ImageTransport(http, options);
    }

    /// <inheritdoc/>
    public Task<ImageResult> GenerateAsync(GenerateImageRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Generations, Guard.NotNull(request), null, cancellationToken);

    /// <inheritdoc/>
    public Task<ImageResult> GenerateAsync(
        GenerateImageRequest request, ImageDestination destination, CancellationToken cancellationToken = default)
        => SendAsync(Generations, Guard.NotNull(request), Guard.NotNull(destination), cancellationToken);

    /// <inheritdoc/>
    public Task<ImageResult> EditAsync(EditImageRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Edits, Guard.NotNull(request), null, cancellationToken);

    /// <inheritdoc/>
    public Task<ImageResult> EditAsync(
        EditImageRequest request, ImageDestination destination, CancellationToken cancellationToken = default)
        => SendAsync(Edits, Guard.NotNull(request), Guard.NotNull(destination), cancellationToken);

    /// <inheritdoc/>
    public Task<ImageResult> CreateVariationAsync(
        CreateVariationRequest request, CancellationToken cancellationToken = default)
        => SendAsync(Variations, Guard.NotNull(request), null, cancellationToken);

    /// <inheritdoc/>
    public Task<ImageResult> CreateVariationAsync(
        CreateVariationRequest request, ImageDestination destination, CancellationToken cancellationToken = default)
        => SendAsync(Variations, Guard.NotNull(request), Guard.NotNull(destination), cancellationToken);

    /// <summary>Closes the connections that this client opened; calls under way fail. One from a container has none of
    /// its own.</summary>
    public void Dispose() => _own?.Dispose();

    // The whole journey of a call: content out, reply in, and then either a result or an exception.
    private async Task<ImageResult> SendAsync(
        string path, ImageRequest request, ImageDestination? destination, CancellationToken cancellationToken)
    {
        var options = _options();
        _gate.Check(request, options);
        var encoded = await RequestEncoder.EncodeAsync(request, cancellationToken).ConfigureAwait(false);
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = encoded.Content };
        message.Headers.Accept.Add(Json);
        if (!encoded.CanBeSentAgain)
        {
            message.MarkSingleUse();
        }

        destination?.Try(request.Count ?? 1);

        using var reply = await _transport.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var errors = new ErrorContext(
            options.TimeProvider, (request as PromptedImageRequest)?.Prompt, options.ApiKey);
        if (!reply.IsSuccessStatusCode)
        {
            throw await ErrorDecoder.DecodeAsync(reply, errors, cancellationToken).ConfigureAwait(false);
        }

        using var body = await _transport.OpenBodyAsync(reply, cancellationToken).ConfigureAwait(false);

        return await ResultDecoder
            .DecodeAsync(body, ReplyFacts.Of(reply, request, destination, errors), cancellationToken)
            .ConfigureAwait(false);
    }
}
