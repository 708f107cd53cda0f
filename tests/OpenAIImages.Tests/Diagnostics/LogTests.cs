using System.Net;
using Microsoft.Extensions.Logging;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Diagnostics;

public sealed class LogTests : IDisposable
{
    private const string Picture =
        """{"data":[{"b64_json":"iVBORw=="}],"usage":{"input_tokens":50,"output_tokens":60}}""";

    private readonly CollectedLogs _logs = new();
    private readonly ILoggerFactory _factory;

    public LogTests() => _factory = LoggerFactory.Create(
        logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _factory.Dispose();

    [Fact]
    public async Task A_successful_call_is_logged_as_information()
    {
        using var service = new ScriptedService().Reply(200, Picture, "x-request-id: req_1");

        await GenerateAsync(service);

        Assert.Equal(
            [
                "Information 3: 1 images came after 00:00:00 (tokens 50 in, 60 out, request req_1, " +
                "client request (null)).",
            ],
            _logs.Lines);
    }

    [Fact]
    public async Task The_log_says_why_an_attempt_is_repeated_and_how_the_call_ended()
    {
        using var service = new ScriptedService().Refuse(429, "rate_limit_exceeded", "retry-after: 3")
            .Refuse(400, "billing_hard_limit_reached", "x-request-id: req_2");

        await Assert.ThrowsAsync<ImageQuotaException>(() => GenerateAsync(service));

        Assert.Equal(
            [
                "Warning 1: Attempt 1 failed (status 429, code rate_limit_exceeded, client request (null)); the next " +
                "begins in 00:00:03.",
                "Information 4: A call failed after 00:00:03 (billing_hard_limit_reached, request req_2, " +
                "client request (null)).",
            ],
            _logs.Lines);
    }

    [Fact]
    public async Task A_possibly_billed_failure_is_logged_as_a_warning()
    {
        using var service = new ScriptedService().LoseConnection();

        await Assert.ThrowsAsync<ImageTransportException>(() => GenerateAsync(service));

        Assert.Equal(
            [
                "Warning 5: A call failed after 00:00:00 (connection_lost, request (null), client request (null)). " +
                "The image may have been made and billed.",
            ],
            _logs.Lines);
    }

    [Fact]
    public async Task A_low_limit_is_logged_once_and_again_after_it_recovered()
    {
        const string Limit = "x-ratelimit-limit-images: 100\nx-ratelimit-reset-images: 12s\n";
        using var service = new ScriptedService()
            .Reply(200, Picture, Limit + "x-ratelimit-remaining-images: 10")
            .Reply(200, Picture, Limit + "x-ratelimit-remaining-images: 9")
            .Reply(200, Picture, Limit + "x-ratelimit-remaining-images: 8")
            .Reply(200, Picture, Limit + "x-ratelimit-remaining-images: 100")
            .Reply(200, Picture, Limit + "x-ratelimit-remaining-images: 7");
        using var watched = Watch(service);

        for (var call = 0; call < 5; call++)
        {
            await watched.GenerateAsync();
        }

        Assert.Equal(
            [
                "Warning 6: Only 9 of 100 images are left; all are available again in 00:00:12.",
                "Warning 6: Only 7 of 100 images are left; all are available again in 00:00:12.",
            ],
            _logs.Lines.Where(line => line.StartsWith("Warning", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_streaming_call_is_logged()
    {
        using var client = new FakeService()
            .Replies(HttpStatusCode.OK, Streaming.Completed("QUJD"), "text/event-stream")
            .CreateClient(options => (options.LoggerFactory, options.TimeProvider) = (_factory, new WaitingClock()));

        var events = client.GenerateStreamingAsync(new GenerateImageRequest("a red fox"), Token);
        Assert.Equal(1, await events.CountAsync(Token));

        Assert.Equal(
            [
                "Information 3: 1 images came after 00:00:00 (tokens 50 in, 50 out, request (null), " +
                "client request (null)).",
            ],
            _logs.Lines);
    }

    private WatchedClient Watch(ScriptedService service)
        => new(service, options => options.LoggerFactory = _factory);

    private async Task GenerateAsync(ScriptedService service)
    {
        using var watched = Watch(service);
        await watched.GenerateAsync();
    }
}
