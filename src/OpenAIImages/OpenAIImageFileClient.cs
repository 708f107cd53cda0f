using System.Text;
using OpenAIImages.Diagnostics;
using OpenAIImages.Encoders;
using OpenAIImages.Jobs;
using OpenAIImages.Settings;
using OpenAIImages.Transport;

namespace OpenAIImages;

/// <summary>Manages files at the service that makes the images.</summary>
/// <remarks>
/// The client takes the same options as <see cref="OpenAIImageClient"/>. The client is safe for concurrent use; keep
/// one for the life of the application. In a host, prefer <c>AddImageBatchClient</c>, which registers it as
/// <see cref="IImageFileClient"/>.
/// </remarks>
/// <example>
/// <code>
/// using var files = new OpenAIImageFileClient();
///
/// var fox = await files.UploadAsync(ImageInput.FromFile("fox.png"));
/// </code>
/// </example>
public sealed class OpenAIImageFileClient : IImageFileClient, IDisposable
{
    private const string Files = "files";
    private const int PageSize = 1_000;

    private readonly ServiceCaller _service;
    private readonly Log? _log;
    private readonly HttpClient? _ownHttp;
    private volatile bool _isDisposed;

    /// <summary>Calls OpenAI, or the service that <c>OPENAI_BASE_URL</c> names, with the environment's key.</summary>
    /// <exception cref="ImageConfigurationException">The environment's settings are wrong or missing; every fault is
    /// listed.</exception>
    public OpenAIImageFileClient()
        : this(new ImageClientOptions())
    {
    }

    /// <summary>Calls OpenAI with a key, and the environment's settings for the rest.</summary>
    /// <param name="apiKey">The API key.</param>
    /// <exception cref="ArgumentException"><paramref name="apiKey"/> is blank.</exception>
    /// <exception cref="ImageConfigurationException">The settings are wrong; every fault is listed.</exception>
    public OpenAIImageFileClient(string apiKey)
        : this(new ImageClientOptions { ApiKey = Guard.NotBlank(apiKey) })
    {
    }

    /// <summary>Calls a service with the given options, and with the environment's settings for the rest.</summary>
    /// <param name="options">The options. Later changes to them have no effect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ImageConfigurationException">The options are wrong; every fault is listed.</exception>
    public OpenAIImageFileClient(ImageClientOptions options)
        : this(options, PrimaryHandler.Create(), ownsHandler: true)
    {
    }

    /// <summary>Calls a service by a handler of your own, for example for a proxy, a certificate or the replies of a
    /// test.</summary>
    /// <param name="options">The options. Later changes to them have no effect.</param>
    /// <param name="handler">The handler that sends requests; the client does not dispose of it. The client switches
    /// redirects and cookies off in a <see cref="HttpClientHandler"/> or a <c>SocketsHttpHandler</c>, since the key
    /// must not reach other addresses. Switch them off yourself in a handler of another type.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ImageConfigurationException">The options are wrong; every fault is listed.</exception>
    /// <exception cref="ImageTransportException">The handler has sent requests already and follows redirects.
    /// </exception>
    public OpenAIImageFileClient(ImageClientOptions options, HttpMessageHandler handler)
        : this(options, Guard.NotNull(handler), ownsHandler: false)
    {
    }

    private OpenAIImageFileClient(ImageClientOptions options, HttpMessageHandler handler, bool ownsHandler)
    {
        var prepared = Guard.NotNull(options).Prepare(EnvironmentDefaults.ForThisProcess);
        var http = _ownHttp = HttpPipeline.CreateClient(prepared, handler, ownsHandler);
        _service = new ServiceCaller(() => http, () => prepared);
        _log = Log.Create(prepared.LoggerFactory);
    }

    /// <summary>Calls a service by an HTTP client that the caller owns.</summary>
    /// <param name="http">Returns the HTTP client. It is called once for each call.</param>
    /// <param name="options">Returns the options in force. It is called once for each call.</param>
    /// <param name="log">Takes messages about files that are saved under other names.</param>
    internal OpenAIImageFileClient(Func<HttpClient> http, Func<ImageClientOptions> options, Log? log)
        => (_service, _log) = (new ServiceCaller(http, options), log);

    private ServiceCaller Service
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);

            return _service;
        }
    }

    /// <inheritdoc/>
    public async Task<ImageFile> UploadAsync(ImageUpload upload, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(upload);
        var service = Service;
        var form = await UploadEncoder.EncodeAsync(upload, cancellationToken).ConfigureAwait(false);

        return await service
            .AskAsync(
                new ServiceRequest(TelemetryNames.Span.UploadFile, HttpMethod.Post, Files)
                {
                    Content = form.Content,
                    CanBeSentAgain = form.CanBeSentAgain,
                },
                FileObjects.DecodeFile,
                cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ImageFile> ListAsync(
        ImageFilePurpose? purpose = null, CancellationToken cancellationToken = default)
    {
        var service = Service;

        return Pages.ReadAsync(
            (after, token) => service.AskAsync(
                new ServiceRequest(TelemetryNames.Span.ListFiles, HttpMethod.Get, ListPath(purpose, after)),
                FileObjects.DecodePage,
                token),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImageFile> GetAsync(string id, CancellationToken cancellationToken = default)
        => Service.AskAsync(
            new ServiceRequest(TelemetryNames.Span.GetFile, HttpMethod.Get, PathOf(id)),
            FileObjects.DecodeFile,
            cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(string id, CancellationToken cancellationToken = default)
        => Service.AskAsync(
            new ServiceRequest(TelemetryNames.Span.DeleteFile, HttpMethod.Delete, PathOf(id)),
            FileObjects.DecodeDeletion,
            cancellationToken);

    /// <inheritdoc/>
    public async Task<ImageOutput> DownloadAsync(
        string id,
        ImageDestination destination,
        IProgress<ImageProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        Guard.NotNull(destination);
        PathOf(id);
        using var content = new FileContentStream(Service, id, Service.Options);

        return await new FileDownload(content, progress)
            .ToDestinationAsync(destination, _log, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<long> CopyToAsync(
        string id,
        Stream target,
        IProgress<ImageProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        PathOf(id);
        if (!Guard.NotNull(target).CanWrite)
        {
            throw new ArgumentException("The stream cannot be written to.", nameof(target));
        }

        using var content = new FileContentStream(Service, id, Service.Options);

        return await new FileDownload(content, progress)
            .ToStreamAsync(target, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<ImageProvenance> CheckProvenanceAsync(
        ImageInput image, CancellationToken cancellationToken = default)
    {
        if (Guard.NotNull(image).Source is null)
        {
            throw new ArgumentException("A link or a file id cannot be checked.", nameof(image));
        }

        var service = Service;
        var form = await UploadEncoder.EncodeAsync(image, cancellationToken).ConfigureAwait(false);

        return await service
            .AskAsync(
                new ServiceRequest(TelemetryNames.Span.CheckProvenance, HttpMethod.Post, "content_provenance_checks")
                {
                    Content = form.Content,
                    CanBeSentAgain = form.CanBeSentAgain,
                },
                FileObjects.DecodeProvenance,
                cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Closes the connections that this client opened. Running calls fail. A client from a container has
    /// opened no connections.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _ownHttp?.Dispose();
    }

    private static string PathOf(string id) => $"{Files}/{ServiceRequest.PartOf(id, nameof(id))}";

    private static string ListPath(ImageFilePurpose? purpose, string? after)
    {
        var path = new StringBuilder($"{Files}?limit={PageSize}");
        if (purpose is { } wanted && wanted != default)
        {
            path.Append("&purpose=").Append(Uri.EscapeDataString(wanted.ToString()));
        }

        if (after is not null)
        {
            path.Append("&after=").Append(Uri.EscapeDataString(after));
        }

        return path.ToString();
    }
}
