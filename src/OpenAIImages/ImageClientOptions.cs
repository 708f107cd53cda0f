using System.Diagnostics;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenAIImages.Advice;
using OpenAIImages.Diagnostics;
using OpenAIImages.Transport;
using Polly;

namespace OpenAIImages;

/// <summary>How to reach the service, who is calling, and how much patience to have.</summary>
/// <remarks>
/// <para>
/// What is not set is taken from the environment: <c>OPENAI_API_KEY</c>, <c>OPENAI_BASE_URL</c>,
/// <c>OPENAI_ORG_ID</c>, <c>OPENAI_PROJECT_ID</c>. What the program sets wins over configuration, and configuration
/// over the environment.
/// </para>
/// <para>
/// The environment's key, organization and project go to <c>api.openai.com</c> and the hosts under it, and to the
/// scheme, host and port of <c>OPENAI_BASE_URL</c>. They go nowhere else: for another <see cref="Endpoint"/>, this
/// machine included, set <see cref="ApiKey"/>.
/// </para>
/// <para>Settings are checked all at once, before the first call; every fault is listed.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ImageClientOptions
{
    /// <summary>The most bytes that an array holds, whatever the runtime.</summary>
    internal const long LargestReply = 0x7FFFFFC7;

    private static readonly Uri DefaultEndpoint = new("https://api.openai.com/v1/");

    private readonly List<(string Message, string Setting)> _faults = [];

    private Uri? _endpoint;
    private ImageCircuitBreakerOptions? _circuitBreaker;

    /// <summary>Gets or sets the API key.</summary>
    /// <value>Printable ASCII without spaces. When not set, <c>OPENAI_API_KEY</c>, unless <see cref="TokenProvider"/>
    /// or <see cref="AllowAnonymous"/> is set, or <see cref="Endpoint"/> is neither OpenAI nor the address of
    /// <c>OPENAI_BASE_URL</c>.</value>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ApiKey { get; set; }

    /// <summary>Gets or sets a callback that returns the token to send, in place of a fixed key.</summary>
    /// <value>By default none.</value>
    /// <remarks>
    /// Asked before every attempt, possibly by many calls at once, so it should keep its token while that is valid.
    /// Goes well with Entra ID, or with keys that change. When it fails, the call fails with
    /// <see cref="ImageTransportException"/> and nothing has been sent.
    /// </remarks>
    public Func<CancellationToken, ValueTask<string>>? TokenProvider { get; set; }

    /// <summary>Gets or sets whether calls go out without a key, as many compatible servers expect.</summary>
    /// <value>The default is <see langword="false"/>. When set, the key of the environment is not used either.</value>
    public bool AllowAnonymous { get; set; }

    /// <summary>Gets or sets the address that the paths of the API are appended to.</summary>
    /// <value>Absolute, https; http for this machine, or when <see cref="AllowPlainHttp"/> is set. When not set,
    /// <c>OPENAI_BASE_URL</c>, else <c>https://api.openai.com/v1/</c>.</value>
    /// <remarks>
    /// A slash at the end makes no difference. The path and the query are kept: <c>https://host/v1?api-version=x</c>
    /// leads to <c>https://host/v1/images/generations?api-version=x</c>. The key goes to this scheme, host, port and
    /// path and nowhere else, and redirects are not followed.
    /// </remarks>
    public Uri Endpoint
    {
        get => _endpoint ?? DefaultEndpoint;
        set => _endpoint = value;
    }

    /// <summary>Gets or sets whether an <see cref="Endpoint"/> on another machine may be http, where anyone on the way
    /// can read the key; and whether links to images may be.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AllowPlainHttp { get; set; }

    /// <summary>Gets or sets the organization to bill, sent as <c>OpenAI-Organization</c>.</summary>
    /// <value>When not set, <c>OPENAI_ORG_ID</c> where the environment's key may go, else the key's own.</value>
    public string? OrganizationId { get; set; }

    /// <summary>Gets or sets the project to bill, sent as <c>OpenAI-Project</c>.</summary>
    /// <value>When not set, <c>OPENAI_PROJECT_ID</c> where the environment's key may go, else the key's own.</value>
    public string? ProjectId { get; set; }

    /// <summary>Gets or sets the header that the key goes in, in place of <c>Authorization: Bearer</c>.</summary>
    /// <value>
    /// The name of a header, such as <c>api-key</c>. When not set, <c>api-key</c> for a key at an address of Azure
    /// OpenAI,
    /// or where <see cref="AzureDeployment"/> is set, and <c>Authorization</c> otherwise. A token from
    /// <see cref="TokenProvider"/> goes in <c>Authorization</c> unless this is set.
    /// </value>
    public string? KeyHeader { get; set; }

    /// <summary>Gets or sets the deployment of Azure OpenAI to call by the older form of its addresses,
    /// <c>/openai/deployments/{deployment}/images/…</c>.</summary>
    /// <value>By default none: the address is used as it is. With the newer form, <c>…/openai/v1/</c>, leave it out and
    /// name the deployment as <see cref="ImageRequest.Model"/>.</value>
    /// <remarks>
    /// Wants <see cref="ApiVersion"/>, and an <see cref="Endpoint"/> such as
    /// <c>https://my-resource.openai.azure.com</c>. See
    /// https://learn.microsoft.com/azure/ai-foundry/openai/how-to/dall-e.
    /// </remarks>
    public string? AzureDeployment { get; set; }

    /// <summary>Gets or sets the <c>api-version</c> to send with every call.</summary>
    /// <value>By default none. For example <c>2025-04-01-preview</c>, or <c>preview</c> with the newer
    /// addresses.</value>
    public string? ApiVersion { get; set; }

    /// <summary>Gets or sets what becomes of a request that the published facts about its model speak
    /// against.</summary>
    /// <value>The default is <see cref="ImageModelChecks.Warn"/>.</value>
    public ImageModelChecks ModelChecks
    {
        get;
        set => (field, CreateGate) = (value, ModelGate.With);
    } = ImageModelChecks.Warn;

    /// <summary>Gets headers to send along with every call to the <see cref="Endpoint"/>, and to no other
    /// address.</summary>
    /// <value>By default none. A header named here replaces ours of that name, <c>Authorization</c> excepted: use
    /// <see cref="ApiKey"/>, or <see cref="AllowAnonymous"/> first.</value>
    public IDictionary<string, string> Headers { get; private set; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets how many times a call is repeated after its first attempt.</summary>
    /// <value>Zero or more. The default is 2.</value>
    /// <remarks>
    /// Repeated is what cannot have made an image: a service that is busy, a connection that was never made. What may
    /// have been made and billed is not, see <see cref="RetryUnknownOutcome"/>.
    /// </remarks>
    public int MaxRetries { get; set; } = 2;

    /// <summary>Gets or sets whether a call is repeated even though the image may have been made and billed.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    /// <remarks>
    /// So it is after an attempt that ran out of time, a connection lost after the request was sent, and status 504.
    /// Setting this can buy the same image twice; the service knows no way to prevent that.
    /// </remarks>
    public bool RetryUnknownOutcome { get; set; }

    /// <summary>Gets or sets how long one attempt may take, from its start to the last header of the reply.</summary>
    /// <value>More than zero, at most <see cref="TotalTimeout"/>. The default is 10 minutes: a large image can take
    /// several.</value>
    /// <remarks>
    /// Reading the body is not included, so that a slow download is never cut off. When it runs out the call fails
    /// with <see cref="ImageTransportException"/> and is not repeated, since a second attempt could buy the image
    /// twice.
    /// </remarks>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets or sets how long all attempts and the waits between them may take together.</summary>
    /// <value>At least <see cref="AttemptTimeout"/>, at most a day. The default is 20 minutes.</value>
    /// <remarks>A wait that would outlast it is not begun: the call fails at once with what the service said.</remarks>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>Gets or sets how long the body of a reply may go without a single byte.</summary>
    /// <value>More than zero, at most a day. The default is 1 minute.</value>
    /// <remarks>
    /// When it runs out, the call fails with <see cref="ImageTransportException"/>. A stream of events is silent while
    /// the images are made; for it <see cref="AttemptTimeout"/> counts, if that is longer.
    /// </remarks>
    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets the longest wait that the service may ask for before the next attempt.</summary>
    /// <value>Zero or more. The default is 60 seconds.</value>
    /// <remarks>When it asks for more, the call fails at once, with the wait as
    /// <see cref="ImageApiException.RetryAfter"/>.</remarks>
    public TimeSpan MaxServerDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets or sets how many images a minute are asked for at most.</summary>
    /// <value>1 or more. By default none: only the service limits.</value>
    /// <remarks>
    /// <para>
    /// In no 60 seconds more are asked for, by all clients of this process that use the same key at the same
    /// <see cref="Endpoint"/>. A call takes its turn before each attempt, in the order of asking; one for more images
    /// than this goes alone and counts for as many minutes as it fills. What is not sent does not count.
    /// </para>
    /// <para>
    /// The service's own <c>x-ratelimit-*</c> headers and status 429 slow calls down further, for
    /// <see cref="MaxServerDelay"/> at most. Waiting counts towards <see cref="TotalTimeout"/> and not towards
    /// <see cref="AttemptTimeout"/>. Downloads of links are not limited.
    /// </para>
    /// </remarks>
    public int? ImagesPerMinute
    {
        get;
        set => (field, AddLimiter) = (value, ResiliencePipelines.AddLimiter);
    }

    /// <summary>Gets or sets how many images may wait for their turn under <see cref="ImagesPerMinute"/>.</summary>
    /// <value>Zero or more. The default is 1,000.</value>
    /// <remarks>A call for more fails at once with <see cref="ImageCallRejectedException"/>.</remarks>
    public int MaxQueuedImages { get; set; } = 1000;

    /// <summary>Gets or sets a limiter of your own, in place of <see cref="ImagesPerMinute"/>.</summary>
    /// <value>By default none.</value>
    /// <remarks>Asked before each attempt for as many permits as it asks for images. Not disposed of by the
    /// client, so that several can share it.</remarks>
    public RateLimiter? RateLimiter
    {
        get;
        set => (field, AddLimiter) = (value, ResiliencePipelines.AddLimiter);
    }

    /// <summary>Gets or sets when to stop calling a service that fails.</summary>
    /// <value>By default never.</value>
    /// <remarks>While the circuit is open, calls fail at once with <see cref="ImageCallRejectedException"/>. Each set
    /// of options has a circuit of its own.</remarks>
    public ImageCircuitBreakerOptions? CircuitBreaker
    {
        get => _circuitBreaker;
        set => (_circuitBreaker, AddCircuitBreaker) = (value, ResiliencePipelines.AddCircuitBreaker);
    }

    /// <summary>Gets or sets a pipeline of your own that calls run through, in place of the retries.</summary>
    /// <value>By default none. <see cref="ImageResilienceExtensions.AddImageRetry"/> puts the retries into it;
    /// otherwise <see cref="MaxRetries"/> has no effect.</value>
    /// <remarks>
    /// The key, telemetry, <see cref="TotalTimeout"/> around it and what stands within stay: the limiter, the circuit
    /// breaker and <see cref="AttemptTimeout"/>, for each attempt. An attempt whose outcome is unknown is not repeated
    /// for it either, unless <see cref="RetryUnknownOutcome"/> is set, nor are two made at once.
    /// </remarks>
    public ResiliencePipeline<HttpResponseMessage>? ResiliencePipeline
    {
        get;
        set => (field, AddOwnPipeline) = (value, ResiliencePipelines.AddOwnPipeline);
    }

    /// <summary>Gets or sets whether links to images may lead to private addresses: this machine, its
    /// network.</summary>
    /// <value>The default is <see langword="false"/>. Links to the <see cref="Endpoint"/>'s own host are followed
    /// wherever that is.</value>
    /// <remarks>
    /// A link comes from outside. Followed anywhere, it could read what only this machine can reach. On .NET 8 and
    /// later the very address that is connected to is checked; before, the name is resolved once more for the
    /// connection, and may then lead elsewhere. Behind a proxy it is the proxy that resolves names.
    /// </remarks>
    public bool AllowPrivateLinks { get; set; }

    /// <summary>Gets or sets how large an image behind a link may be.</summary>
    /// <value>In bytes, more than zero. The default is 256 MiB.</value>
    public long MaxDownloadBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>Gets or sets how large a reply may be: its images and all else together.</summary>
    /// <value>In bytes, 1 to 2,147,483,591. The default is 512 MiB, which holds ten images of 3840 x 2160 pixels that
    /// do not compress at all.</value>
    /// <remarks>
    /// Images come as base64, which is a third longer than they are. A stream may be that long once more for each of
    /// <see cref="PromptedImageRequest.PartialImages"/>. A reply that is longer, or says that it will be, fails with
    /// <see cref="ImageDecodeException"/>. What is not an image may take 4 MiB of a reply, whatever this is.
    /// </remarks>
    public long MaxReplyBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>Gets or sets the clock that all of the times above run on.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>. Tests set one that they turn by hand.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets or sets where a client made without a container logs to.</summary>
    /// <value>By default nowhere. In a host, its own logging is used and this is not.</value>
    /// <remarks>Told of retries and failures, and of what <see cref="ModelChecks"/> finds. Not disposed of by the
    /// client.</remarks>
    public ILoggerFactory? LoggerFactory
    {
        get;
        set
        {
            field = value;
            Log = value is null ? null : Log.To(value);
            CreateGate = ModelGate.With;
        }
    }

    /// <summary>Gets or sets whether spans hold the prompt, as <c>gen_ai.input.messages</c>.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    /// <remarks>Prompts are often personal, and those who can read traces are many. Neither pictures nor the key are
    /// ever part of a span, a measurement or a log.</remarks>
    public bool EnableSensitiveTelemetry { get; set; }

    /// <summary>Gets what puts a limiter into a pipeline, once any of the options for it was set.</summary>
    // Known through the options alone, and so are those below: compiled ahead of time, a program that never sets them
    // does without the code.
    internal PipelineStep? AddLimiter { get; private set; }

    /// <summary>Gets what puts a circuit breaker into a pipeline, once that option was set.</summary>
    internal PipelineStep? AddCircuitBreaker { get; private set; }

    /// <summary>Gets what puts the user's own pipeline into ours, once that option was set.</summary>
    internal PipelineStep? AddOwnPipeline { get; private set; }

    /// <summary>Gets whether a call runs through nothing but our own retries.</summary>
    internal bool HasRetriesAlone => AddLimiter is null && AddCircuitBreaker is null && AddOwnPipeline is null;

    /// <summary>Gets what tells the loggers of <see cref="LoggerFactory"/>, when it is set.</summary>
    internal Log? Log { get; private set; }

    /// <summary>Gets what makes the gate that looks at requests, once anybody wants to hear of its findings.</summary>
    internal Func<Log?, ModelGate>? CreateGate { get; private set; }

    internal bool IsEndpointSet => _endpoint is not null;

    /// <summary>Gets or sets whether the environment has a key that <see cref="Endpoint"/> is not shown.</summary>
    internal bool IsEnvironmentKeyWithheld { get; set; }

    /// <summary>Gets what could not be read from configuration.</summary>
    internal IReadOnlyList<(string Message, string Setting)> Faults => _faults;

    /// <summary>Returns where calls go and whether there is a key; never the key.</summary>
    /// <returns>One line.</returns>
    public override string ToString()
    {
        var credentials = TokenProvider is not null ? "a token provider"
            : ApiKey is not null ? "a key"
            : AllowAnonymous ? "no key"
            : "no key yet";
        var address = Endpoint.IsAbsoluteUri
            ? Endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : "a relative address";

        return $"{address} with {credentials}";
    }

    internal void AddFault(string message, string setting) => _faults.Add((message, setting));

    /// <summary>Makes a copy to work with where there is no host, completed from the environment and
    /// checked.</summary>
    /// <param name="environment">The environment.</param>
    /// <returns>The copy, which later changes of the caller's do not reach.</returns>
    /// <exception cref="OptionsValidationException">Something is wrong; the message lists every fault.</exception>
    internal ImageClientOptions Settle(EnvironmentDefaults environment)
    {
        var settled = (ImageClientOptions)MemberwiseClone();
        settled.Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase);
        settled._circuitBreaker = _circuitBreaker?.Copy();
        environment.PostConfigure(Options.DefaultName, settled);
        var result = new ImageClientOptionsValidator().Validate(Options.DefaultName, settled);

        return result.Failed
            ? throw new OptionsValidationException(Options.DefaultName, typeof(ImageClientOptions), result.Failures)
            : settled;
    }
}
