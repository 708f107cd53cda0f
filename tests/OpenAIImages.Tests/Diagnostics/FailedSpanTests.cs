using System.Diagnostics;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Diagnostics;

/// <summary>The span of a failed call names the error and says whether the call is possibly billed.</summary>
[Collection(nameof(Alone))]
public sealed class FailedSpanTests
{
    private static readonly TimeSpan Attempt = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(400, """{"error":{"code":"moderation_blocked","message":"No."}}""", "moderation_blocked", true)]
    [InlineData(401, """{"error":{"code":"invalid_api_key","message":"No."}}""", "invalid_api_key")]
    [InlineData(429, """{"error":{"code":"insufficient_quota","message":"No."}}""", "insufficient_quota")]
    [InlineData(400, """{"error":{"code":"the model said: no","message":"No."}}""", "400")]
    [InlineData(418, "", "418")]
    [InlineData(200, """{"error":{"message":"No."}}""", "OpenAIImages.ImageApiException", true)]
    public async Task The_error_type_of_a_failed_reply_is_its_code_or_its_status(
        int status, string body, string name, bool? isPossiblyBilled = null)
    {
        using var service = new ScriptedService().Reply(status, body, "x-request-id: req_1");

        var span = await FailAsync<ImageApiException>(service);

        Assert.Equal(name, Tag(span, "error.type"));
        Assert.Equal("req_1", Tag(span, "openaiimages.request_id"));
        Assert.Equal(isPossiblyBilled, Tag(span, "openaiimages.possibly_billed"));
    }

    [Fact]
    public async Task The_status_of_the_span_has_the_message_of_the_exception()
    {
        using var service = new ScriptedService().Refuse(400, "moderation_blocked");
        using var watched = new WatchedClient(service);

        var refused = await Assert.ThrowsAsync<ImageModerationException>(() => watched.GenerateAsync());

        var span = watched.Telemetry.Span;
        Assert.Equal((ActivityStatusCode.Error, refused.Message), (span.Status, span.StatusDescription));
    }

    [Fact]
    public async Task A_timeout_of_a_gateway_is_possibly_billed()
    {
        using var service = new ScriptedService().Reply(504);

        var span = await FailAsync<ImageApiException>(service);

        Assert.Equal(("504", true), (Tag(span, "error.type"), Tag(span, "openaiimages.possibly_billed")));
    }

    [Fact]
    public async Task A_failed_connection_is_not_possibly_billed()
    {
        using var service = new ScriptedService().FailToConnect();

        var span = await FailAsync<ImageTransportException>(service);

        Assert.Equal("connection_failed", Tag(span, "error.type"));
        Assert.Null(Tag(span, "openaiimages.possibly_billed"));
        Assert.Equal(2, Tag(span, "openaiimages.retry.count"));
    }

    [Fact]
    public async Task A_connection_lost_after_the_request_is_possibly_billed()
    {
        using var service = new ScriptedService().LoseConnection();

        var span = await FailAsync<ImageTransportException>(service);

        Assert.Equal(("connection_lost", true), (Tag(span, "error.type"), Tag(span, "openaiimages.possibly_billed")));
    }

    [Fact]
    public async Task An_attempt_that_ran_out_of_time_is_possibly_billed()
    {
        using var service = new ScriptedService().Hang();
        using var watched = new WatchedClient(service);

        var call = watched.GenerateAsync();
        await service.Hanging;
        watched.Clock.Advance(Attempt);

        await Assert.ThrowsAsync<ImageTransportException>(() => call);
        var span = watched.Telemetry.Span;
        Assert.Equal(("timeout", true), (Tag(span, "error.type"), Tag(span, "openaiimages.possibly_billed")));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, null)]
    public async Task A_cancelled_call_is_possibly_billed_only_if_it_was_sent(bool wasSent, bool? isBilled)
    {
        using var service = new ScriptedService().Hang(afterSending: wasSent);
        using var watched = new WatchedClient(service);
        using var stop = new CancellationTokenSource();

        var call = watched.GenerateAsync(cancel: stop);
        await service.Hanging;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        var span = watched.Telemetry.Span;
        Assert.Equal("canceled", Tag(span, "error.type"));
        Assert.Equal(isBilled, Tag(span, "openaiimages.possibly_billed"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"created":1,"data":[{"b64_json":"not base64!"}]}""")]
    public async Task An_unreadable_reply_is_possibly_billed(string body)
    {
        using var service = new ScriptedService().Reply(200, body, "x-request-id: req_1");

        var span = await FailAsync<ImageDecodeException>(service);

        Assert.Equal("OpenAIImages.ImageDecodeException", Tag(span, "error.type"));
        Assert.Equal(true, Tag(span, "openaiimages.possibly_billed"));
        Assert.Equal("req_1", Tag(span, "openaiimages.request_id"));
    }

    [Fact]
    public async Task An_unwritable_destination_is_not_possibly_billed()
    {
        using var service = new ScriptedService().Reply(200);

        var span = await FailAsync<ImageDestinationException>(
            service, ImageDestination.File(Path.Combine(Path.GetTempPath(), "no", "such", "place.png")));

        Assert.Equal("OpenAIImages.ImageDestinationException", Tag(span, "error.type"));
        Assert.Null(Tag(span, "openaiimages.possibly_billed"));
        Assert.Equal(0, service.Attempts);
    }

    [Fact]
    public async Task A_span_marks_a_possibly_billed_attempt_although_the_next_one_succeeds()
    {
        using var service = new ScriptedService().LoseConnection()
            .Reply(200, """{"data":[{"b64_json":"iVBORw=="}]}""");
        using var watched = new WatchedClient(service, options => options.RetryUnknownOutcome = true);

        await watched.GenerateAsync();

        var span = watched.Telemetry.Span;
        Assert.Equal((null, true), (Tag(span, "error.type"), Tag(span, "openaiimages.possibly_billed")));
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
    }

    private static async Task<Activity> FailAsync<TException>(
        ScriptedService service, ImageDestination? destination = null)
        where TException : Exception
    {
        using var watched = new WatchedClient(service);
        await Assert.ThrowsAnyAsync<TException>(() => watched.GenerateAsync(destination));
        var span = watched.Telemetry.Span;
        Assert.Equal(ActivityStatusCode.Error, span.Status);

        return span;
    }

    private static object? Tag(Activity span, string name) => span.GetTagItem(name);
}
