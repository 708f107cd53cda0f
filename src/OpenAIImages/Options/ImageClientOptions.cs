using System.Diagnostics;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using OpenAIImages.Budgets;
using OpenAIImages.Settings;
using Polly;

namespace OpenAIImages;

/// <summary>The address of the service, the key, the retries, the time limits, and rarer settings of a
/// client.</summary>
/// <remarks>
/// <para>
/// The client takes settings that are not set from the environment: <c>OPENAI_API_KEY</c>, <c>OPENAI_BASE_URL</c>,
/// <c>OPENAI_ORG_ID</c>, <c>OPENAI_PROJECT_ID</c>. A setting of the program wins over configuration, and configuration
/// over the environment.
/// </para>
/// <para>
/// The environment's key, organization and project go to <c>api.openai.com</c> and the hosts under it, and to the
/// scheme, host and port of <c>OPENAI_BASE_URL</c>. They go nowhere else. For another <see cref="Endpoint"/>, this
/// machine included, set <see cref="ApiKey"/>.
/// </para>
/// <para>The client checks all settings together, before the first call. Its error lists every fault, with the client
/// and the configuration key of the fault.</para>
/// <para>This class has the settings of most programs. Rare settings are in groups: <see cref="Azure"/>,
/// <see cref="Links"/>, <see cref="RateLimit"/>, <see cref="CircuitBreaker"/>, <see cref="Budget"/>,
/// <see cref="Telemetry"/>. A method switches each strategy on, so that trimming removes the unused strategies:
/// <see cref="ImageResilienceExtensions.UseRateLimit(ImageClientOptions)"/>,
/// <see cref="ImageResilienceExtensions.UseCircuitBreaker"/>, <see cref="ImageResilienceExtensions.UsePipeline"/>.
/// </para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ImageClientOptions
{
    /// <summary>The largest number of bytes that an array holds on every runtime.</summary>
    internal const long MaxReplyBytesLimit = 0x7FFFFFC7;

    private static readonly Uri DefaultEndpoint = new("https://api.openai.com/v1/");

    private Uri? _endpoint;

    /// <summary>Gets or sets the API key.</summary>
    /// <value>Printable ASCII; the client leaves out white space and line breaks around it. When not set,
    /// <c>OPENAI_API_KEY</c>, unless <see cref="TokenProvider"/> or <see cref="AllowAnonymous"/> is set, or
    /// <see cref="Endpoint"/> is neither OpenAI nor the address of <c>OPENAI_BASE_URL</c>.</value>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ApiKey { get; set; }

    /// <summary>Gets or sets a callback that returns the token to send in place of a fixed key.</summary>
    /// <value>By default none.</value>
    /// <remarks>
    /// The callback is called before every attempt, possibly by many calls at once, so it should keep its token while
    /// the token is valid. It suits Entra ID and keys that change. When it fails, the call fails with
    /// <see cref="ImageTransportException"/> and nothing has been sent. Its time limit is that of the attempt,
    /// <see cref="AttemptTimeout"/>, even if the callback ignores its cancellation token.
    /// </remarks>
    public Func<CancellationToken, ValueTask<string>>? TokenProvider { get; set; }

    /// <summary>Gets or sets a callback that the client awaits right before it sends a paid attempt: after the attempt
    /// has its turn and its token, and before its first byte.</summary>
    /// <value>By default none.</value>
    /// <remarks>
    /// <para>The callback can store a note that money may be spent from here on. A queue that finds such a note after a
    /// crash knows that the image may have been bought. The client calls the callback again before each retry, but not
    /// for downloads or lists of models.</para>
    /// <para>When the callback throws, the client does not send the attempt, and the call ends with that same
    /// exception: no retry, and nothing was billed. With <see cref="RetryUnknownOutcome"/>, an earlier attempt of the
    /// call may have been billed. An exception that cannot say so then becomes the inner exception of an
    /// <see cref="ImageTransportException"/> that does.</para>
    /// <para>Its time limit is that of the attempt, <see cref="AttemptTimeout"/>. When the time is over or the caller
    /// cancels, the client no longer waits for a callback that ignores its cancellation token, and does not send the
    /// attempt.</para>
    /// </remarks>
    public Func<ImageSendingContext, CancellationToken, ValueTask>? BeforeSending { get; set; }

    /// <summary>Gets or sets whether calls go out without a key, as many compatible servers expect.</summary>
    /// <value>The default is <see langword="false"/>. When set, the client does not use the key of the environment
    /// either.</value>
    public bool AllowAnonymous { get; set; }

    /// <summary>Gets or sets the address to which the client appends the paths of the API.</summary>
    /// <value>Absolute, https; http for this machine, or when <see cref="AllowPlainHttp"/> is set. When not set,
    /// <c>OPENAI_BASE_URL</c>, else <c>https://api.openai.com/v1/</c>.</value>
    /// <remarks>
    /// A slash at the end makes no difference. The client keeps the path and the query:
    /// <c>https://host/v1?api-version=x</c> leads to <c>https://host/v1/images/generations?api-version=x</c>. The key
    /// goes to this scheme, host, port and path and nowhere else, and redirects are not followed.
    /// </remarks>
    public Uri Endpoint
    {
        get => _endpoint ?? DefaultEndpoint;
        set => _endpoint = value;
    }

    /// <summary>Gets or sets whether an <see cref="Endpoint"/> on another machine may be http, where anyone on the
    /// network path can read the key, and whether links to images may be http.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AllowPlainHttp { get; set; }

    /// <summary>Gets or sets the organization to bill, sent as <c>OpenAI-Organization</c>.</summary>
    /// <value>When not set, <c>OPENAI_ORG_ID</c> if the environment's key may go to <see cref="Endpoint"/>, else the
    /// organization of the key.</value>
    public string? OrganizationId { get; set; }

    /// <summary>Gets or sets the project to bill, sent as <c>OpenAI-Project</c>.</summary>
    /// <value>When not set, <c>OPENAI_PROJECT_ID</c> if the environment's key may go to <see cref="Endpoint"/>, else
    /// the project of the key.</value>
    public string? ProjectId { get; set; }

    /// <summary>Gets or sets the header for the key, in place of <c>Authorization: Bearer</c>.</summary>
    /// <value>
    /// The name of a header, such as <c>api-key</c>. When not set, <c>api-key</c> for a key at an address of Azure
    /// OpenAI, or where <see cref="ImageAzureOptions.Deployment"/> is set, and <c>Authorization</c> otherwise. A token
    /// from <see cref="TokenProvider"/> goes in <c>Authorization</c> unless this is set.
    /// </value>
    public string? KeyHeader { get; set; }

    /// <summary>Gets or sets the model of requests that name none.</summary>
    /// <value>
    /// By default none. Then <c>gpt-image-2</c> is sent to <c>api.openai.com</c> and the hosts under it, and no model
    /// to other servers, which have their own.
    /// </value>
    /// <remarks>With Azure OpenAI's newer addresses the model is the name of a deployment.</remarks>
    public ImageModel? Model { get; set; }

    /// <summary>Gets the settings for Azure OpenAI's older addresses.</summary>
    /// <value>By default none of them is set.</value>
    public ImageAzureOptions Azure { get; private set; } = new();

    /// <summary>Gets or sets the handling of a request that contradicts the published facts about its model.</summary>
    /// <value>The default is <see cref="ImageModelChecks.Warn"/>.</value>
    public ImageModelChecks ModelChecks { get; set; } = ImageModelChecks.Warn;

    /// <summary>Gets headers that the client sends with every call to the <see cref="Endpoint"/>, and to no other
    /// address.</summary>
    /// <value>By default none. A header here replaces the client's own header of that name, except for
    /// <c>Authorization</c>: use <see cref="ApiKey"/>, or set <see cref="AllowAnonymous"/> first.</value>
    public IDictionary<string, string> Headers { get; private set; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets the largest number of retries after the first attempt of a call.</summary>
    /// <value>Zero or more. The default is 2.</value>
    /// <remarks>
    /// The client repeats an attempt that cannot have made an image: the service was busy, or there was no connection.
    /// The client does not repeat an attempt whose image may have been made and billed, see
    /// <see cref="RetryUnknownOutcome"/>.
    /// </remarks>
    public int MaxRetries { get; set; } = 2;

    /// <summary>Gets or sets whether the client repeats a call even though the image may have been made and
    /// billed.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    /// <remarks>
    /// An image may have been made after an attempt that ran out of time, after a connection that was lost when the
    /// request had been sent, and after status 504. With this set, the same image may be bought twice. The service has
    /// no way to prevent that.
    /// </remarks>
    public bool RetryUnknownOutcome { get; set; }

    /// <summary>Gets or sets the time limit of one attempt, from its start to the last header of the reply.</summary>
    /// <value>More than zero, at most <see cref="TotalTimeout"/>. The default is 10 minutes: a large image can take
    /// several.</value>
    /// <remarks>
    /// The limit does not include the reading of the body, so a slow download is never cut off. When the time runs out,
    /// the call fails with <see cref="ImageTransportException"/>. The client does not repeat it, since a second attempt
    /// could buy the image twice.
    /// </remarks>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets or sets the time limit of all attempts and the waits between them together. The limit does not
    /// include the wait for a turn under <see cref="RateLimit"/>.</summary>
    /// <value>At least <see cref="AttemptTimeout"/>, at most a day. The default is 20 minutes.</value>
    /// <remarks>The client does not begin a wait that would outlast this limit: the call fails at once with the error
    /// of the service.</remarks>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>Gets or sets the time limit for each wait for the next byte of a reply's body.</summary>
    /// <value>More than zero, at most a day. The default is 1 minute.</value>
    /// <remarks>
    /// When the time runs out, the call fails with <see cref="ImageTransportException"/>. A stream of events is silent
    /// while the service makes the images. Its limit is <see cref="AttemptTimeout"/>, if that is longer.
    /// </remarks>
    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets the longest wait that the service may ask for before the next attempt.</summary>
    /// <value>Zero or more. The default is 60 seconds.</value>
    /// <remarks>When the service asks for a longer wait, the call fails at once, with the wait as
    /// <see cref="ImageClientException.RetryAfter"/>.</remarks>
    public TimeSpan MaxServerDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets or sets whether this client keeps the resilience that the host gives to all of its HTTP clients
    /// by <c>ConfigureHttpClientDefaults</c>.</summary>
    /// <value>The default is <see langword="false"/>: the client removes it, and one line of the log says so.</value>
    /// <remarks>
    /// <para>Such resilience, for example that of Aspire's service defaults, ends an attempt after 10 seconds. An image
    /// takes longer and is billed nevertheless, and the client has its own retries and time limits.</para>
    /// <para>The client removes the handlers of Microsoft.Extensions.Http.Resilience and
    /// Microsoft.Extensions.Http.Polly. Handlers on the builder that <c>AddImageClient</c> returns always stay, and so
    /// do other handlers of the host. The factory makes new handlers for a client every two minutes; a change of this
    /// setting takes effect then.</para>
    /// </remarks>
    public bool KeepHostResilience { get; set; }

    /// <summary>Gets the figures of the client's own rate limit.</summary>
    /// <value>By default none of them is set.</value>
    /// <remarks><see cref="ImageResilienceExtensions.UseRateLimit(ImageClientOptions)"/> switches the limit on.
    /// </remarks>
    public ImageRateLimitOptions RateLimit { get; private set; } = new();

    /// <summary>Gets the figures of the circuit breaker, which stops calling a service that fails.</summary>
    /// <value>By default none of them is set.</value>
    /// <remarks><see cref="ImageResilienceExtensions.UseCircuitBreaker"/> switches the circuit breaker on.</remarks>
    public ImageCircuitBreakerOptions CircuitBreaker { get; private set; } = new();

    /// <summary>Gets the figures of the budget of a client in a container.</summary>
    /// <value>By default none of them is set.</value>
    /// <remarks><see cref="ImageBudgetExtensions.UseBudget(ImageClientOptions)"/> switches the budget on. A client
    /// without a container gets a budget by <see cref="ImageBudgetExtensions.WithBudget"/>.</remarks>
    public ImageClientBudgetOptions Budget { get; private set; } = new();

    /// <summary>Gets the settings for images that come as links.</summary>
    public ImageLinkOptions Links { get; private set; } = new();

    /// <summary>Gets the settings for the content of spans and logs.</summary>
    public ImageTelemetryOptions Telemetry { get; private set; } = new();

    /// <summary>Gets or sets the largest size of a whole reply, images included.</summary>
    /// <value>In bytes, 1 to 2,147,483,591. The default is 512 MiB, which holds ten images of 3840 x 2160 pixels that
    /// do not compress at all.</value>
    /// <remarks>
    /// Images come as base64, which is a third longer than the image. A stream may have this size once more for each of
    /// <see cref="PromptedImageRequest.PartialImages"/>. A call whose reply is longer, or announces a longer body,
    /// fails with <see cref="ImageDecodeException"/>. All parts of a reply that are not images may take 4 MiB together.
    /// </remarks>
    public long MaxReplyBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>Gets or sets the clock of all time limits and waits.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>. Tests can set a clock that they move
    /// themselves.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets or sets the loggers of a client without a container.</summary>
    /// <value>By default none, and the client logs nothing. A client in a container uses the container's loggers
    /// instead.</value>
    /// <remarks>The client logs calls, retries, failures, and the findings of <see cref="ModelChecks"/>. It does not
    /// dispose of the factory.</remarks>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Gets or sets whether the client ignores unknown keys in the configuration.</summary>
    /// <value>The default is <see langword="false"/>: an unknown key is a fault at the start, which names the nearest
    /// setting, and a warning when the configuration is reloaded. The client always ignores unknown sections.</value>
    public bool AllowUnknownKeys { get; set; }

    /// <summary>Gets the step that adds a rate limiter to the pipeline, once it is switched on.</summary>
    // Only the Use methods refer to the code of this step and of the steps below. A program that is compiled ahead of
    // time and switches none of these steps on does not contain their code.
    internal PipelineStep? AddLimiter { get; set; }

    /// <summary>Gets the step that adds a circuit breaker to the pipeline, once it is switched on.</summary>
    internal PipelineStep? AddCircuitBreaker { get; set; }

    /// <summary>Gets the step that adds the user's own pipeline, once there is one.</summary>
    internal PipelineStep? AddUserPipeline { get; set; }

    /// <summary>Gets the step that puts a budget in front of a client, once it is switched on.</summary>
    internal IBudgetStep? BudgetStep { get; set; }

    /// <summary>Gets the user's own limiter, in place of the one that <see cref="RateLimit"/> describes.</summary>
    internal RateLimiter? UserLimiter { get; set; }

    /// <summary>Gets the user's own pipeline, in place of the retries.</summary>
    internal ResiliencePipeline<HttpResponseMessage>? UserPipeline { get; set; }

    /// <summary>Gets whether the pipeline has nothing but our own retries.</summary>
    internal bool HasOnlyRetries => AddLimiter is null && AddCircuitBreaker is null && AddUserPipeline is null;

    /// <summary>Gets or sets the reason why these options are not in force, when a reload brought them and they cannot
    /// be used.</summary>
    internal RefusedReload? Refused { get; set; }

    /// <summary>Gets the unusable entries that were found in the configuration.</summary>
    internal ConfigurationFindings Configuration { get; private set; } = new();

    internal bool IsEndpointSet => _endpoint is not null;

    /// <summary>Gets or sets whether the environment has a key that is not sent to <see cref="Endpoint"/>.</summary>
    internal bool IsEnvironmentKeyWithheld { get; set; }

    /// <summary>Returns the address of calls and the kind of credentials; never the key.</summary>
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

    /// <summary>Makes a copy, which later changes to these options do not reach.</summary>
    /// <returns>The copy.</returns>
    internal ImageClientOptions Copy()
    {
        var copy = (ImageClientOptions)MemberwiseClone();
        copy.Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase);
        copy.Azure = Azure.Copy();
        copy.RateLimit = RateLimit.Copy();
        copy.CircuitBreaker = CircuitBreaker.Copy();
        copy.Budget = Budget.Copy();
        copy.Links = Links.Copy();
        copy.Telemetry = Telemetry.Copy();

        return copy;
    }
}
