using System.Security.Authentication;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Transport;

/// <summary>The table of docs/retries.md, row by row, by whole calls of a client.</summary>
/// <remarks>The comment above a group of tests quotes its row. <see cref="TimeoutTests"/> has the time limits and
/// <see cref="CanceledCallTests"/> the cancelled calls, since these need a clock or a token.</remarks>
public sealed class RetryTableTests
{
    private const string Begun = """{"created":1713833628,"data":[{"b64_json":"iVBOR""";
    private const string OwnError = """{"error":{"message":"Sorry.","type":"server_error","code":null}}""";
    private const string OwnCode = """{"error":{"message":"Sorry.","type":null,"code":"server_error"}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string PreviewAndError => Streaming.Partial("QUFB")
        + Streaming.Event("error", """{"error":{"code":"insufficient_quota"}}""");

    // Row "A picture of the call had come":
    [Fact]
    public Task A_preview_that_arrived_makes_a_later_failure_possibly_billed()
        => PaidCall.IsNotRepeatedAsync(
            service => service.Reply(200, PreviewAndError),
            billed: true,
            RepeatUnknown,
            client => client.GenerateStreamingAsync("a red fox", Token).CountAsync(Token).AsTask());

    // Row "The finished picture was moderated":
    [Theory]
    [InlineData(400, "moderation_blocked")]
    [InlineData(400, "content_policy_violation")]
    [InlineData(400, "DataInspectionFailed")]
    [InlineData(400, "OutputImageSensitiveContentDetected")]
    [InlineData(400, "ContentPolicyViolationError")]
    [InlineData(400, "1301")]
    public Task A_moderation_without_a_known_stage_may_have_been_billed(int status, string code)
        => PaidCall.IsNotRepeatedAsync(service => service.Refuse(status, code, "x-should-retry: true"), billed: true);

    [Theory]
    [InlineData("input", false)]
    [InlineData("output", true)]
    [InlineData("unknown", true)]
    public Task A_moderation_may_have_been_billed_unless_its_stage_is_input(string stage, bool billed)
        => PaidCall.IsNotRepeatedAsync(
            service => service.Reply(
                400,
                """{"error":{"code":"moderation_blocked","moderation_details":{"moderation_stage":"?"}}}"""
                    .Replace("?", stage, StringComparison.Ordinal)),
            billed);

    // Row "401 with a `TokenProvider`":
    [Fact]
    public async Task A_refused_token_is_replaced_once()
    {
        using var service = new ScriptedService().Refuse(401, "invalid_api_key");
        var tokens = 0;

        var fault = await Assert.ThrowsAsync<ImageAuthenticationException>(() => PaidCall.MakeAsync(
            service,
            options => (options.ApiKey, options.TokenProvider) = (null, _ => new($"token-{++tokens}"))));

        Assert.Equal((2, 2, false), (service.Attempts, tokens, fault.MayHaveBeenBilled || fault.IsTransient));
    }

    // Row "The service's code or type is final":
    [Theory]
    [InlineData(400, "unknown_parameter")]
    [InlineData(400, "invalid_type")]
    [InlineData(400, "billing_hard_limit_reached")]
    [InlineData(401, "invalid_api_key")]
    [InlineData(403, "unsupported_country_region_territory")]
    [InlineData(404, "model_not_found")]
    [InlineData(429, "insufficient_quota")]
    [InlineData(429, "billing_not_active")]
    [InlineData(429, "quota_exceeded")]
    [InlineData(403, "insufficient_user_quota")]
    [InlineData(403, "pre_consume_token_quota_failed")]
    [InlineData(403, "30001")]
    [InlineData(429, "1113")]
    public Task A_final_code_is_neither_repeated_nor_billed(int status, string code)
        => PaidCall.IsNotRepeatedAsync(service => service.Refuse(status, code), billed: false);

    [Fact]
    public Task A_refused_key_is_not_repeated()
        => PaidCall.IsNotRepeatedAsync(service => service.Reply(401), billed: false);

    [Fact]
    public Task A_final_code_in_a_successful_reply_is_not_billed()
        => PaidCall.IsNotRepeatedAsync(
            service => service.Reply(200, """{"error":{"message":"No.","code":"insufficient_quota"}}"""),
            billed: false);

    // Row "The reply had begun to arrive":
    [Theory]
    [InlineData(null)]
    [InlineData("x-should-retry: true")]
    public Task A_reply_that_has_begun_is_never_repeated(string? headers)
        => PaidCall.IsNotRepeatedAsync(service => service.Reply(200, Begun, headers), billed: true, RepeatUnknown);

    [Fact]
    public Task An_error_in_a_successful_reply_may_have_been_billed()
        => PaidCall.IsNotRepeatedAsync(service => service.Reply(200, OwnError), billed: true);

    // Row "The server's certificate is refused":
    [Fact]
    public Task A_refused_certificate_is_not_repeated()
        => PaidCall.IsNotRepeatedAsync(
            service => service.FailToConnect(new HttpRequestException(
                "No SSL.", new AuthenticationException("The remote certificate is invalid: UntrustedRoot."))),
            billed: false);

    // Row "Nothing was sent":
    [Fact]
    public Task A_failed_connection_is_repeated()
        => PaidCall.IsRepeatedAsync(service => service.FailToConnect(), billed: 0);

    // A SocketsHttpHandler reports its ConnectTimeout in this shape.
    [Fact]
    public Task A_connection_that_takes_too_long_to_open_is_repeated()
        => PaidCall.IsRepeatedAsync(
            service => service.FailToConnect(new TaskCanceledException(
                "canceled", new TimeoutException("No connection in time."))),
            billed: 0);

    [Fact]
    public Task A_failed_proxy_tunnel_is_repeated()
        => PaidCall.IsRepeatedAsync(
            service => service.FailToConnect(new HttpRequestException(
                HttpRequestError.ProxyTunnelError, "The proxy tunnel request failed with status code '502'.")),
            billed: 0);

    [Fact]
    public Task A_failed_TLS_handshake_is_repeated()
        => PaidCall.IsRepeatedAsync(
            service => service.FailToConnect(new HttpRequestException(
                "No SSL.", new AuthenticationException("Cannot determine the frame size."))),
            billed: 0);

    // Row "HTTP/2 or HTTP/3 says":
    // The build for netstandard2.0 does not know the codes of HTTP/2.
    [Theory]
    [InlineData(0x7)]
    [InlineData(0x10B)]
    public Task A_request_that_the_server_did_not_process_is_repeated(long code)
        => TestedBuild.IsNetStandard
            ? PaidCall.IsNotRepeatedAsync(service => service.LoseConnection(Reset(code)), billed: true)
            : PaidCall.IsRepeatedAsync(service => service.LoseConnection(Reset(code)), billed: 0);

    [Theory]
    [InlineData(0x2)]
    [InlineData(0x8)]
    public Task Another_reset_of_HTTP_2_may_have_been_billed(long code)
        => PaidCall.IsNotRepeatedAsync(service => service.LoseConnection(Reset(code)), billed: true);

    // Row "turned away before any work":
    [Theory]
    [InlineData(409)]
    [InlineData(425)]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(521)]
    [InlineData(522)]
    [InlineData(523)]
    [InlineData(525)]
    [InlineData(530)]
    public Task A_request_that_is_turned_away_before_any_work_is_repeated(int status)
        => PaidCall.IsRepeatedAsync(service => service.Reply(status), billed: 0);

    // Row "with the API's own error object":
    [Theory]
    [InlineData(500, OwnError)]
    [InlineData(502, OwnError)]
    [InlineData(500, OwnCode)]
    [InlineData(502, OwnCode)]
    public Task A_failure_with_the_error_object_of_the_API_is_repeated(int status, string body)
        => PaidCall.IsRepeatedAsync(service => service.Reply(status, body), billed: 0);

    [Theory]
    [InlineData("")]
    [InlineData("<html><head><title>502 Bad Gateway</title></head></html>")]
    [InlineData("""{"detail":"Internal Server Error"}""")]
    [InlineData("""{"error":"server_error","message":"Sorry."}""")]
    [InlineData("""{"error":{"message":"Sorry.","type":null,"code":"502"}}""")]
    [InlineData("""{"error":{"message":"Sorry.","type":"None","code":502}}""")]
    [InlineData("""{"error":{"message":"Sorry.","type":"upstream_error"}}""")]
    [InlineData("""{"error":{"message":"Sorry.","type":"new_api_error","code":"do_request_failed"}}""")]
    public async Task A_failure_that_a_gateway_reports_may_have_been_billed(string body)
    {
        await PaidCall.IsNotRepeatedAsync(service => service.Reply(500, body), billed: true);
        await PaidCall.IsNotRepeatedAsync(service => service.Reply(502, body), billed: true);
    }

    // Row "before the whole request was sent":
    [Fact]
    public Task A_connection_that_breaks_during_sending_is_repeated()
        => PaidCall.IsRepeatedAsync(service => service.BreakOff(), billed: 0);

    [Theory]
    [InlineData(408)]
    [InlineData(504)]
    [InlineData(524)]
    public Task A_timeout_status_before_the_whole_request_is_repeated(int status)
        => PaidCall.IsRepeatedAsync(service => service.BreakOff(status), billed: 0);

    [Fact]
    public Task A_broken_request_is_not_repeated_if_its_content_can_be_read_once()
        => PaidCall.IsNotRepeatedAsync(
            service => service.BreakOff(),
            billed: false,
            call: client => client.EditAsync(Edit(new OneShotStream([0x89, 0x50, 0x4E, 0x47])), Token));

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_once()
    {
        using var service = new ScriptedService().FailToConnect().Reply(503).Reply(200, PaidCall.Made);
        using var stream = new OneShotStream([0x89, 0x50, 0x4E, 0x47]);

        var fault = await Assert.ThrowsAsync<ImageApiException>(() => PaidCall.MakeAsync(
            service, call: client => client.EditAsync(Edit(stream), Token)));

        Assert.Equal((2, 1, false), (service.Attempts, service.Bodies.Count, stream.IsClosed));
        Assert.False(fault.MayHaveBeenBilled);
    }

    // Row "after the whole request":
    [Theory]
    [InlineData(408)]
    [InlineData(499)]
    [InlineData(504)]
    [InlineData(520)]
    [InlineData(524)]
    public Task A_timeout_status_after_the_whole_request_may_have_been_billed(int status)
        => PaidCall.IsNotRepeatedAsync(service => service.Reply(status, OwnError), billed: true);

    [Theory]
    [InlineData(408)]
    [InlineData(504)]
    [InlineData(520)]
    public Task RetryUnknownOutcome_repeats_an_unknown_outcome(int status)
        => PaidCall.IsRepeatedAsync(service => service.Reply(status), billed: 1, RepeatUnknown);

    [Fact]
    public Task A_connection_lost_after_sending_may_have_been_billed()
        => PaidCall.IsNotRepeatedAsync(service => service.LoseConnection(), billed: true);

    // Row "Any other status":
    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(422)]
    [InlineData(501)]
    [InlineData(505)]
    [InlineData(526)]
    [InlineData(307)]
    public Task Any_other_status_is_neither_repeated_nor_billed(int status)
        => PaidCall.IsNotRepeatedAsync(service => service.Reply(status), billed: false);

    [Fact]
    public Task A_request_that_is_too_large_is_not_repeated()
        => PaidCall.IsNotRepeatedAsync(service => service.BreakOff(413), billed: false);

    private static EditImageRequest Edit(Stream stream)
        => new("a red fox", ImageInput.FromStream(stream)) { Model = "gpt-image-2" };

    private static HttpRequestException Reset(long code)
        => new("An error occurred.", new HttpProtocolException(code, "The stream was reset.", null));

    private static void RepeatUnknown(ImageClientOptions options) => options.RetryUnknownOutcome = true;
}
