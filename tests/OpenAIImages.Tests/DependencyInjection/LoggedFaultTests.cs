using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Logging;
using Microsoft.Extensions.Logging;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.DependencyInjection;

/// <summary>The loggers of the HTTP factory get faults without any text of a reply or of a token provider.</summary>
public sealed class LoggedFaultTests
{
    private const string Secret = "sk-test-0123456789";

    private static readonly HttpRequestException Quoting = new(
        $"Received an invalid status line: '{Secret}'.", new IOException(Secret));

    private readonly WaitingClock _clock = new();
    private readonly ScriptedService _service = new();

    public static TheoryData<Exception> Faults => new()
    {
        Quoting,
        new IOException(Secret),
        new TaskCanceledException("cancelled", Quoting),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_malformed_reply_is_logged_without_its_text(Exception fault)
    {
        _service.LoseConnection(fault);

        var (thrown, logged) = await FailAsync(_ => { });

        Assert.DoesNotContain(Secret, thrown.ToString(), StringComparison.Ordinal);
        Assert.Contains(logged, value => value.StartsWith("inner ", StringComparison.Ordinal));
        Assert.DoesNotContain(logged, value => value.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_message_of_a_TokenProvider_fault_reaches_the_caller_and_no_log()
    {
        var cause = new InvalidOperationException(Secret);
        _service.Reply(200);

        var (thrown, logged) = await FailAsync(options => options.TokenProvider = _ => throw cause);

        Assert.Same(cause, thrown.InnerException);
        Assert.Equal("The request was not sent: TokenProvider failed (InvalidOperationException).", thrown.Message);
        Assert.Equal((0, false), (_service.Attempts, thrown.MayHaveBeenBilled));
        Assert.Contains(logged, value => value.StartsWith("inner ", StringComparison.Ordinal));
        Assert.DoesNotContain(logged, value => value.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_message_of_a_BeforeSending_fault_reaches_the_caller_and_no_log()
    {
        var cause = new InvalidOperationException(Secret);
        using var logs = new LoggedState();
        _service.Reply(200);

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => GenerateAsync(logs, options =>
        {
            options.ApiKey = "sk-another-0123456789";
            options.BeforeSending = (_, _) => throw cause;
        }));

        Assert.Same(cause, thrown);
        Assert.Contains(logs.Values, value => value.StartsWith("inner ", StringComparison.Ordinal));
        Assert.DoesNotContain(
            logs.Values,
            value => value.StartsWith("inner ", StringComparison.Ordinal)
                && value.Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("x-echo")]
    [InlineData("x-request-id")]
    [InlineData("Location")]
    public async Task A_reply_header_that_repeats_the_key_is_in_no_log(string header)
    {
        using var logs = new LoggedState();
        _service.Reply(400, "No.", $"{header}:/before/{Secret}/after\nx-other:other-header-4711");

        var refused = await Assert.ThrowsAsync<ImageApiException>(
            () => GenerateAsync(logs, options => options.ApiKey = Secret));

        Assert.Contains("400", refused.Message, StringComparison.Ordinal);
        Assert.Contains(logs.Values, value => value == "other-header-4711");
        Assert.DoesNotContain(logs.Values, value => value.Contains(Secret, StringComparison.Ordinal));
    }

    private async Task<(ImageTransportException Thrown, IReadOnlyList<string> Logged)> FailAsync(
        Action<ImageClientOptions> configure)
    {
        using var logs = new LoggedState();
        var thrown = await Assert.ThrowsAsync<ImageTransportException>(() => GenerateAsync(logs, options =>
        {
            configure(options);
            options.ApiKey = options.TokenProvider is null ? "sk-another-0123456789" : null;
        }));

        return (thrown, logs.Values);
    }

    private async Task GenerateAsync(LoggedState logs, Action<ImageClientOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        services
            .AddImageClient(options =>
            {
                options.Endpoint = new Uri("https://fake.test/v1");
                options.TimeProvider = _clock;
                configure(options);
            })
            .RedactLoggedHeaders(static _ => false)
            .AddLogger(provider => new FaultLogger(provider, "outer"), wrapHandlersPipeline: true)
            .AddLogger(provider => new FaultLogger(provider, "inner"), wrapHandlersPipeline: false)
            .ConfigurePrimaryHttpMessageHandler(() => _service);
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        var client = provider.GetRequiredService<IImageClient>();

        await _clock.RunAsync(
            client.GenerateAsync(new GenerateImageRequest("a red fox") { Model = "gpt-image-2" }, Token));
    }

    // The loggers of the factory log only some faults; loggers of users get all of them.
    private sealed class FaultLogger(IServiceProvider provider, string name) : IHttpClientLogger
    {
        public object? LogRequestStart(HttpRequestMessage request) => null;

        public void LogRequestStop(
            object? context, HttpRequestMessage request, HttpResponseMessage response, TimeSpan elapsed)
        {
        }

        public void LogRequestFailed(
            object? context, HttpRequestMessage request, HttpResponseMessage? response, Exception exception,
            TimeSpan elapsed)
            => provider.GetRequiredService<ILoggerFactory>().CreateLogger(name).Log(
                LogLevel.Error, 1, name, exception, static (name, fault) => $"{name} {fault!.Message}");
    }
}
