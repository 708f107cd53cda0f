using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Logging;
using Microsoft.Extensions.Logging;
using OpenAIImages.Tests.Support;
using OpenTelemetry.Logs;

namespace OpenAIImages.Tests.DependencyInjection;

/// <summary>No log of the HTTP factory holds the key: neither in its text nor in its state nor in its scopes.</summary>
/// <remarks>Every log holds a header of the user, which proves that the walk finds values.</remarks>
public sealed class LoggedKeyTests
{
    private const string Key = "sk-test-0123456789";
    private const string Own = "own-header-4711";
    private const string Reply = """{"created":1713833628,"data":[{"b64_json":"iVBORw=="}]}""";

    private static readonly Dictionary<string, Action<IHttpClientBuilder>> Around = new()
    {
        ["nothing"] = _ => { },
        ["nothing redacted"] = http => http.RedactLoggedHeaders(_ => false),
        ["other headers redacted"] = http => http.RedactLoggedHeaders(["Accept"]),
        ["a keyed HTTP client"] = http => http.AddAsKeyed(),
        ["short lifetime"] = http => http.SetHandlerLifetime(TimeSpan.FromSeconds(1)),
        ["handlers that log"] = http => http.AddHttpMessageHandler(provider => new Logging(
            provider.GetRequiredService<ILoggerFactory>())),
        ["handlers of all clients"] = http => http.Services.ConfigureHttpClientDefaults(defaults =>
            defaults.AddHttpMessageHandler(provider => new Logging(provider.GetRequiredService<ILoggerFactory>()))),
        ["a logger outside"] = http => http.AddLogger(provider => new OwnLogger(
            provider.GetRequiredService<ILoggerFactory>()), wrapHandlersPipeline: true),
        ["a logger inside"] = http => http.AddLogger(provider => new OwnLogger(
            provider.GetRequiredService<ILoggerFactory>()), wrapHandlersPipeline: false),
        ["a logger alone"] = http => http.RemoveAllLoggers().AddLogger(provider => new OwnLogger(
            provider.GetRequiredService<ILoggerFactory>()), wrapHandlersPipeline: false),
    };

    private static readonly Dictionary<string, Action<ImageClientOptions>> Keys = new()
    {
        ["bearer"] = options => options.ApiKey = Key,
        ["api-key"] = options =>
        {
            options.ApiKey = Key;
            options.KeyHeader = "api-key";
        },
        ["token"] = options => options.TokenProvider = _ => new(Key),
        ["own header"] = options =>
        {
            options.ApiKey = "sk-another-0123456789";
            options.Headers["X-Gateway"] = Key;
        },
    };

    private readonly WaitingClock _clock = new();

    private readonly ScriptedService _service = new ScriptedService().Reply(503).Reply(200, Reply);

    public static MatrixTheoryData<string, string, string?> AroundAndKeys
        => new(Around.Keys, Keys.Keys, [null, "images"]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(AroundAndKeys))]
    public async Task No_log_state_holds_the_key(string around, string key, string? name)
    {
        using var logs = new LoggedState();

        await GenerateAsync(around, key, name, logging => logging.AddProvider(logs));

        var values = logs.Values;
        Assert.Contains(values, value => value == Own);
        Assert.DoesNotContain(values, value => value.Contains(Key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("nothing redacted")]
    [InlineData("a logger inside")]
    public async Task No_log_that_OpenTelemetry_exports_holds_the_key(string around)
    {
        List<LogRecord> records = [];
        using var walk = new LoggedState();

        await GenerateAsync(around, "bearer", null, logging => logging.AddOpenTelemetry(options =>
        {
            options.IncludeScopes = true;
            options.IncludeFormattedMessage = true;
            options.ParseStateValues = true;
            options.AddInMemoryExporter(records);
        }));

        foreach (var record in records)
        {
            walk.Walk(record.Attributes, depth: 0);
            walk.Walk(record.FormattedMessage, depth: 0);
            walk.Walk(record.Body, depth: 0);
            record.ForEachScope(static (scope, walk) => walk.Walk(scope.Scope, depth: 0), walk);
        }

        var values = walk.Values;
        Assert.Contains(values, value => value == Own);
        Assert.DoesNotContain(values, value => value.Contains(Key, StringComparison.Ordinal));
    }

    private async Task GenerateAsync(string around, string key, string? name, Action<ILoggingBuilder> addLogs)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => addLogs(logging.SetMinimumLevel(LogLevel.Trace)));
        var http = name is null ? services.AddImageClient(Set) : services.AddImageClient(name, Set);
        Around[around](http);
        http.ConfigurePrimaryHttpMessageHandler(() => _service).AddHttpMessageHandler(() => new Adding());
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        await _clock.RunAsync(provider.GetRequiredKeyedService<IImageClient>(name).GenerateAsync(
            new GenerateImageRequest("a red fox") { Model = "gpt-image-2" }, Token));

        Assert.Equal(2, _service.Attempts);
        Assert.All(_service.Headers, headers => Assert.Contains(Key, headers, StringComparison.Ordinal));

        void Set(ImageClientOptions options)
        {
            options.Endpoint = new Uri("https://fake.test/v1");
            options.TimeProvider = _clock;
            Keys[key](options);
        }
    }

    private sealed class Adding : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation("X-Own", Own);

            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Logging(ILoggerFactory factory) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var logger = new OwnLogger(factory);
            logger.LogRequestStart(request);
            var reply = await base.SendAsync(request, cancellationToken);
            logger.LogRequestStop(null, reply.RequestMessage ?? request, reply, TimeSpan.Zero);

            return reply;
        }
    }

    private sealed class OwnLogger(ILoggerFactory factory) : IHttpClientLogger
    {
        private readonly ILogger _logger = factory.CreateLogger("own");

        public object? LogRequestStart(HttpRequestMessage request)
        {
            Log(request);

            return null;
        }

        public void LogRequestStop(
            object? context, HttpRequestMessage request, HttpResponseMessage response, TimeSpan elapsed)
            => Log(request);

        public void LogRequestFailed(
            object? context, HttpRequestMessage request, HttpResponseMessage? response, Exception exception,
            TimeSpan elapsed)
            => Log(request);

        private void Log(HttpRequestMessage request)
        {
            if (_logger.IsEnabled(LogLevel.Trace))
            {
                Dictionary<string, object> state = new()
                {
                    ["request"] = request,
                    ["nested"] = request.Headers.Select(header => new object[] { header.Key, header.Value.ToArray() }),
                };
                _logger.Log(LogLevel.Trace, 1, state, null, static (_, _) => "own");
            }
        }
    }
}
