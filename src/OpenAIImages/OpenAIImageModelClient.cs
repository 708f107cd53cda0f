using System.Text.Json;
using OpenAIImages.Decoders;
using OpenAIImages.Diagnostics;
using OpenAIImages.Jobs;
using OpenAIImages.Settings;
using OpenAIImages.Transport;

namespace OpenAIImages;

/// <summary>Lists the models of the service that makes the images.</summary>
/// <remarks>
/// The client takes the same options as <see cref="OpenAIImageClient"/>. The client is safe for concurrent use; keep
/// one for the life of the application. In a host, prefer <c>AddImageClient</c>, which registers it as
/// <see cref="IImageModelClient"/>.
/// </remarks>
public sealed class OpenAIImageModelClient : IImageModelClient, IDisposable
{
    private const string Models = "models";

    private readonly ServiceCaller _service;
    private readonly HttpClient? _ownHttp;
    private volatile bool _isDisposed;

    /// <summary>Asks OpenAI, or the service that <c>OPENAI_BASE_URL</c> names, with the environment's key.</summary>
    /// <exception cref="ImageConfigurationException">The environment's settings are wrong or missing; every fault is
    /// listed.</exception>
    public OpenAIImageModelClient()
        : this(new ImageClientOptions())
    {
    }

    /// <summary>Asks OpenAI with a key, and the environment's settings for the rest.</summary>
    /// <param name="apiKey">The API key.</param>
    /// <exception cref="ArgumentException"><paramref name="apiKey"/> is blank.</exception>
    /// <exception cref="ImageConfigurationException">The settings are wrong; every fault is listed.</exception>
    public OpenAIImageModelClient(string apiKey)
        : this(new ImageClientOptions { ApiKey = Guard.NotBlank(apiKey) })
    {
    }

    /// <summary>Asks a service with the given options, and with the environment's settings for the rest.</summary>
    /// <param name="options">The options. Later changes to them have no effect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ImageConfigurationException">The options are wrong; every fault is listed.</exception>
    public OpenAIImageModelClient(ImageClientOptions options)
        : this(options, PrimaryHandler.Create(), ownsHandler: true)
    {
    }

    /// <summary>Asks a service by a handler of your own, for example for a proxy, a certificate or the replies of a
    /// test.</summary>
    /// <param name="options">The options. Later changes to them have no effect.</param>
    /// <param name="handler">The handler that sends requests; the client does not dispose of it. The client switches
    /// redirects and cookies off in a <see cref="HttpClientHandler"/> or a <c>SocketsHttpHandler</c>, since the key
    /// must not reach other addresses. Switch them off yourself in a handler of another type.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ImageConfigurationException">The options are wrong; every fault is listed.</exception>
    /// <exception cref="ImageTransportException">The handler has sent requests already and follows redirects.
    /// </exception>
    public OpenAIImageModelClient(ImageClientOptions options, HttpMessageHandler handler)
        : this(options, Guard.NotNull(handler), ownsHandler: false)
    {
    }

    private OpenAIImageModelClient(ImageClientOptions options, HttpMessageHandler handler, bool ownsHandler)
    {
        var prepared = Guard.NotNull(options).Prepare(EnvironmentDefaults.ForThisProcess);
        var http = _ownHttp = HttpPipeline.CreateClient(prepared, handler, ownsHandler);
        _service = new ServiceCaller(() => http, () => prepared);
    }

    /// <summary>Asks a service by an HTTP client that the caller owns.</summary>
    /// <param name="http">Returns the HTTP client. It is called once for each call.</param>
    /// <param name="options">Returns the options in force. It is called once for each call.</param>
    internal OpenAIImageModelClient(Func<HttpClient> http, Func<ImageClientOptions> options)
        => _service = new ServiceCaller(http, options);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ImageServiceModel>> ListAsync(CancellationToken cancellationToken = default)
        => AskAsync(Models, ModelDecoder.DecodeList, cancellationToken);

    /// <inheritdoc/>
    public Task<ImageServiceModel> GetAsync(ImageModel model, CancellationToken cancellationToken = default)
        => AskAsync($"{Models}/{PathOf(model)}", ModelDecoder.Decode, cancellationToken);

    /// <summary>Closes the connections that this client opened. Running calls fail. A client from a container has
    /// opened no connections.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _ownHttp?.Dispose();
    }

    // Compatible servers have model names with slashes, and take the slashes unescaped.
    private static string PathOf(ImageModel model)
    {
        var parts = model.ToString().Split('/');

        return Array.Exists(parts, part => part is "" or "." or "..")
            ? throw new ArgumentException($"'{model}' is not the name of a model.", nameof(model))
            : string.Join("/", parts.Select(Uri.EscapeDataString));
    }

    private Task<T> AskAsync<T>(string path, Func<JsonElement, T> decode, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);

        return _service.AskAsync(
            new ServiceRequest(TelemetryNames.Span.ListModels, HttpMethod.Get, path), decode, cancellationToken);
    }
}
