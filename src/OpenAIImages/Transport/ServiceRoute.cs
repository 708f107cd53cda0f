using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using OpenAIImages.Settings;
using Polly;

namespace OpenAIImages.Transport;

/// <summary>The parts that follow from one set of options: the addresses of the service, the header for the key, and
/// the pipeline of calls.</summary>
/// <remarks>
/// <para>Each set of options has one route for as long as the options are in use. Options do not change once they are
/// in use. The route is safe for concurrent use.</para>
/// <para>The pipeline belongs to the options and not to a handler: a host renews its handlers every two minutes, and
/// an open circuit must not close because of that.</para>
/// </remarks>
internal sealed class ServiceRoute
{
    private const string Authorization = "Authorization";

    private const string AzureKeyHeader = "api-key";

    private static readonly ConditionalWeakTable<ImageClientOptions, ServiceRoute> Routes = new();

    private readonly ImageClientOptions _options;
    private readonly ConcurrentDictionary<string, Uri> _addresses = new(StringComparer.Ordinal);
    private readonly bool _isBearer;
    private readonly string? _key;
    private readonly string? _keyValue;
    private readonly Lazy<ResiliencePipeline<HttpResponseMessage>> _pipeline;

    private ServiceRoute(ImageClientOptions options)
    {
        _options = options;
        KeyHeader = options.KeyHeader ?? (TakesAzureKey(options) ? AzureKeyHeader : Authorization);
        _isBearer = options.KeyHeader is null && KeyHeader == Authorization;
        _key = options.ApiKey;
        _keyValue = CreateKeyValue(_key);
        _pipeline = new(() => ResiliencePipelines.Build(options));
    }

    /// <summary>Gets the header that carries the key or token.</summary>
    public string KeyHeader { get; }

    /// <summary>Gets the pipeline, which is built when a call first needs it.</summary>
    public ResiliencePipeline<HttpResponseMessage> Pipeline => _pipeline.Value;

    /// <summary>Returns the route of a set of options.</summary>
    public static ServiceRoute For(ImageClientOptions options)
        => Routes.GetValue(options, static options => new ServiceRoute(options));

    /// <summary>Returns the address of one of the service's operations.</summary>
    /// <param name="path">The path below the service's own path, such as <c>images/edits</c>.</param>
    public Uri AddressOf(string path)
        => _addresses.TryGetValue(path, out var address)
            ? address
            : _addresses[path] = ServiceAddress.Resolve(_options, path);

    /// <summary>Returns the value of <see cref="KeyHeader"/>.</summary>
    /// <param name="token">The key or token; <see langword="null"/> for a call without a key.</param>
    public string? KeyValueOf(string? token)
        => ReferenceEquals(token, _key) ? _keyValue : CreateKeyValue(token);

    private string? CreateKeyValue(string? token) => token is null || !_isBearer ? token : "Bearer " + token;

    // Azure takes a key in a header of its own, and a token in Authorization like all other services.
    private static bool TakesAzureKey(ImageClientOptions options)
        => options.TokenProvider is null
            && (options.Azure.Deployment is not null || ServiceAddress.IsAzure(options.Endpoint));
}
