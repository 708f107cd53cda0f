using System.Runtime.CompilerServices;
using OpenAIImages.Advice;
using OpenAIImages.Diagnostics;
using OpenAIImages.Jobs;
using OpenAIImages.Settings;
using OpenAIImages.Transport;

namespace OpenAIImages;

/// <summary>Makes images by batches of the service.</summary>
/// <remarks>
/// The client takes the same options as <see cref="OpenAIImageClient"/>. The client is safe for concurrent use; keep
/// one for the life of the application. In a host, prefer <c>AddImageBatchClient</c>, which registers it as
/// <see cref="IImageBatchClient"/>.
/// </remarks>
public sealed class OpenAIImageBatchClient : IImageBatchClient, IDisposable
{
    private readonly ServiceCaller _service;
    private readonly ModelChecker _modelChecker;
    private readonly Log? _log;
    private readonly HttpClient? _ownHttp;
    private volatile bool _isDisposed;

    /// <summary>Calls OpenAI, or the service that <c>OPENAI_BASE_URL</c> names, with the environment's key.</summary>
    /// <exception cref="ImageConfigurationException">The environment's settings are wrong or missing; every fault is
    /// listed.</exception>
    public OpenAIImageBatchClient()
        : this(new ImageClientOptions())
    {
    }

    /// <summary>Calls OpenAI with a key, and the environment's settings for the rest.</summary>
    /// <param name="apiKey">The API key.</param>
    /// <exception cref="ArgumentException"><paramref name="apiKey"/> is blank.</exception>
    /// <exception cref="ImageConfigurationException">The settings are wrong; every fault is listed.</exception>
    public OpenAIImageBatchClient(string apiKey)
        : this(new ImageClientOptions { ApiKey = Guard.NotBlank(apiKey) })
    {
    }

    /// <summary>Calls a service with the given options, and with the environment's settings for the rest.</summary>
    /// <param name="options">The options. Later changes to them have no effect.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    /// <exception cref="ImageConfigurationException">The options are wrong; every fault is listed.</exception>
    public OpenAIImageBatchClient(ImageClientOptions options)
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
    public OpenAIImageBatchClient(ImageClientOptions options, HttpMessageHandler handler)
        : this(options, Guard.NotNull(handler), ownsHandler: false)
    {
    }

    private OpenAIImageBatchClient(ImageClientOptions options, HttpMessageHandler handler, bool ownsHandler)
    {
        var prepared = Guard.NotNull(options).Prepare(EnvironmentDefaults.ForThisProcess);
        var http = _ownHttp = HttpPipeline.CreateClient(prepared, handler, ownsHandler);
        _service = new ServiceCaller(() => http, () => prepared);
        _log = Log.Create(prepared.LoggerFactory);
        _modelChecker = new ModelChecker(_log);
    }

    /// <summary>Calls a service by an HTTP client that the caller owns.</summary>
    /// <param name="http">Returns the HTTP client. It is called once for each call.</param>
    /// <param name="options">Returns the options in force. It is called once for each call.</param>
    /// <param name="log">Takes the advice about requests, and messages about batches.</param>
    internal OpenAIImageBatchClient(Func<HttpClient> http, Func<ImageClientOptions> options, Log? log)
    {
        _service = new ServiceCaller(http, options);
        _log = log;
        _modelChecker = new ModelChecker(log);
    }

    private ServiceCaller Service
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);

            return _service;
        }
    }

    private BatchCreation Creation => new(Service, _modelChecker.Check, _log);

    /// <inheritdoc/>
    public async Task<ImageBatch> CreateAsync(
        IAsyncEnumerable<ImageWorkItem> items,
        ImageBatchOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var creation = Creation;
        var source = new BatchItems(Guard.NotNull(items), cancellationToken);
        await using (source.ConfigureAwait(false))
        {
            if (await source.PeekAsync(cancellationToken).ConfigureAwait(false) is null)
            {
                throw ImageBatchException.Empty();
            }

            return await creation
                .CreateAsync(source, options ?? new(), canSplit: false, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ImageBatch> CreateManyAsync(
        IAsyncEnumerable<ImageWorkItem> items,
        ImageBatchOptions? options = null,
        CancellationToken cancellationToken = default)
        => CreateManyAsync(Creation, Guard.NotNull(items), options ?? new(), cancellationToken);

    /// <inheritdoc/>
    public Task<ImageBatch> GetAsync(string id, CancellationToken cancellationToken = default)
        => BatchWait.AskAsync(Service, id, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ImageBatch> ListAsync(CancellationToken cancellationToken = default)
    {
        var service = Service;

        return Pages.ReadAsync(
            (after, token) => BatchCreation.AskForPageAsync(service, after, token), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImageBatch> CancelAsync(string id, CancellationToken cancellationToken = default)
        => Service.AskAsync(
            new ServiceRequest(
                TelemetryNames.Span.CancelBatch,
                HttpMethod.Post,
                $"batches/{ServiceRequest.PartOf(id, nameof(id))}/cancel"),
            BatchObjects.Decode,
            cancellationToken);

    /// <inheritdoc/>
    public Task<ImageBatch> WaitAsync(
        string id, ImageBatchWaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ServiceRequest.PartOf(id, nameof(id));

        return new BatchWait(Service, id, options ?? new(), static () => Random.Shared.NextDouble())
            .RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ImageBatchResult> ReadResultsAsync(
        ImageBatch batch, ImageBatchReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        if (options.Prices is { } prices)
        {
            options = options with { Prices = prices.ForBatches() };
        }

        return ReadResultsAsync(Service, Guard.NotNull(batch), options, cancellationToken);
    }

    /// <summary>Closes the connections that this client opened. Running calls fail. A client from a container has
    /// opened no connections.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _ownHttp?.Dispose();
    }

    private static async IAsyncEnumerable<ImageBatch> CreateManyAsync(
        BatchCreation creation,
        IAsyncEnumerable<ImageWorkItem> items,
        ImageBatchOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = new BatchItems(items, cancellationToken);
        await using (source.ConfigureAwait(false))
        {
            var hasAny = false;
            while (await source.PeekAsync(cancellationToken).ConfigureAwait(false) is not null)
            {
                hasAny = true;

                yield return await creation
                    .CreateAsync(source, options, canSplit: true, cancellationToken).ConfigureAwait(false);
            }

            if (!hasAny)
            {
                throw ImageBatchException.Empty();
            }
        }
    }

    private async IAsyncEnumerable<ImageBatchResult> ReadResultsAsync(
        ServiceCaller service,
        ImageBatch batch,
        ImageBatchReadOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (batch.Status == ImageBatchStatus.Failed)
        {
            throw ImageBatchException.Failed(batch);
        }

        if (!batch.Status.IsFinal)
        {
            throw ImageBatchException.NotEnded(batch);
        }

        using var reading = new BatchReading(service.Options, batch);
        var file = new ResultFile(service, batch, options, _log);
        foreach (var id in new[] { batch.OutputFileId, batch.ErrorFileId }.OfType<string>())
        {
            await foreach (var result in reading
                .WatchAsync(file.ReadAsync(id, cancellationToken)).ConfigureAwait(false))
            {
                yield return result;
            }
        }
    }
}
