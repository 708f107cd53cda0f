using System.Net;
using System.Security.Authentication;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Transport;

/// <summary>Which attempts are repeated, which may have been billed, and which of two rules that fit comes first; by
/// whole calls of a client.</summary>
public sealed class RetryTableTests
{
    private const string Begun = """{"created":1713833628,"data":[{"b64_json":"iVBOR""";
    private const string OwnError = """{"error":{"message":"Sorry.","type":"server_error","code":null}}""";
    private const string OwnCode = """{"error":{"message":"Sorry.","type":null,"code":"server_error"}}""";
    private const string Blocked = "moderation_blocked";

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
        => FailsAsync(service => service.Refuse(status, code), billed: false);

    [Fact]
    public Task A_final_code_counts_more_than_the_header_x_should_retry()
        => FailsAsync(service => service.Refuse(400, "unknown_parameter", "x-should-retry: true"), billed: false);

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public Task A_final_code_counts_more_than_a_transient_status(int status)
        => FailsAsync(service => service.Refuse(status, "insufficient_quota", "retry-after-ms: 1"), billed: false);

    [Fact]
    public Task A_final_code_counts_more_than_RetryUnknownOutcome()
        => FailsAsync(
            service => service.Refuse(504, "insufficient_quota"), billed: false, Wish);

    [Theory]
    [InlineData(400, Blocked)]
    [InlineData(400, "content_policy_violation")]
    [InlineData(400, "DataInspectionFailed")]
    [InlineData(400, "OutputImageSensitiveContentDetected")]
    [InlineData(400, "ContentPolicyViolationError")]
    [InlineData(400, "1301")]
    public Task A_moderation_without_a_known_stage_may_have_been_billed(int status, string code)
        => FailsAsync(service => service.Refuse(status, code, "x-should-retry: true"), billed: true);

    [Theory]
    [InlineData("input", false)]
    [InlineData("output", true)]
    [InlineData("unknown", true)]
    public Task A_moderation_may_have_been_billed_unless_its_stage_is_input(string stage, bool billed)
        => FailsAsync(
            service => service.Reply(
                400,
                """{"error":{"code":"moderation_blocked","moderation_details":{"moderation_stage":"?"}}}"""
                    .Replace("?", stage, StringComparison.Ordinal)),
            billed);

    [Theory]
    [InlineData(400)]
    [InlineData(418)]
    public Task The_header_x_should_retry_counts_more_than_a_lasting_status(int status)
        => SucceedsAsync(service => service.Reply(status, "", "x-should-retry: true"), billed: 0);

    [Fact]
    public Task The_header_x_should_retry_counts_more_than_a_transient_status()
        => FailsAsync(service => service.Reply(503, "", "x-should-retry: false"), billed: false);

    [Fact]
    public Task The_header_x_should_retry_repeats_a_possibly_billed_attempt()
        => SucceedsAsync(service => service.Reply(504, "", "x-should-retry: true"), billed: 1);

    [Fact]
    public Task The_header_x_should_retry_counts_more_than_RetryUnknownOutcome()
        => FailsAsync(service => service.Reply(504, "", "x-should-retry: false"), billed: true, Wish);

    [Fact]
    public Task The_header_x_should_retry_is_ignored_with_another_value()
        => SucceedsAsync(service => service.Reply(503, "", "x-should-retry: perhaps"), billed: 0);

    [Fact]
    public Task A_connection_that_breaks_during_sending_is_repeated()
        => SucceedsAsync(service => service.BreakOff(), billed: 0);

    [Theory]
    [InlineData(408)]
    [InlineData(504)]
    [InlineData(524)]
    public Task A_timeout_status_before_the_whole_request_is_repeated(int status)
        => SucceedsAsync(service => service.BreakOff(status), billed: 0);

    [Fact]
    public Task A_request_that_is_too_large_is_not_repeated()
        => FailsAsync(service => service.BreakOff(413), billed: false);

    [Fact]
    public Task Half_a_request_is_not_sent_again_where_its_content_can_be_read_once()
        => FailsAsync(
            service => service.BreakOff(),
            billed: false,
            call: client => client.EditAsync(
                new EditImageRequest("a red fox", ImageInput.FromStream(new OneShotStream([0x89, 0x50, 0x4E, 0x47])))
                {
                    Model = "gpt-image-2",
                }));

    [Fact]
    public Task A_failed_connection_is_repeated()
        => SucceedsAsync(service => service.FailToConnect(), billed: 0);

    [Fact]
    public Task A_failed_proxy_tunnel_is_repeated()
        => SucceedsAsync(
            service => service.FailToConnect(new HttpRequestException(
                HttpRequestError.ProxyTunnelError, "The proxy tunnel request failed with status code '502'.")),
            billed: 0);

    [Fact]
    public Task A_failed_TLS_handshake_is_repeated()
        => SucceedsAsync(
            service => service.FailToConnect(new HttpRequestException(
                "No SSL.", new AuthenticationException("Cannot determine the frame size."))),
            billed: 0);

    [Fact]
    public Task A_refused_certificate_is_not_repeated()
        => FailsAsync(
            service => service.FailToConnect(new HttpRequestException(
                "No SSL.", new AuthenticationException("The remote certificate is invalid: UntrustedRoot."))),
            billed: false);

    // The build for netstandard2.0 meets no HTTP/2 on its own platform, and does not know its codes.
    [Theory]
    [InlineData(0x7)]
    [InlineData(0x10B)]
    public Task A_request_that_the_server_did_not_look_at_is_repeated(long code)
        => IsBuiltForNetStandard
            ? FailsAsync(service => service.LoseConnection(Reset(code)), billed: true)
            : SucceedsAsync(service => service.LoseConnection(Reset(code)), billed: 0);

    [Theory]
    [InlineData(0x2)]
    [InlineData(0x8)]
    public Task Another_reset_of_HTTP_2_may_have_been_billed(long code)
        => FailsAsync(service => service.LoseConnection(Reset(code)), billed: true);

    [Fact]
    public Task A_refused_key_is_not_repeated()
        => FailsAsync(service => service.Reply(401), billed: false);

    [Fact]
    public async Task A_refused_token_is_replaced_once()
    {
        using var service = new ScriptedService().Refuse(401, "invalid_api_key");
        var tokens = 0;

        var fault = await Assert.ThrowsAsync<ImageAuthenticationException>(() => PaidCall.MakeAsync(
            service, options => options.TokenProvider = _ => new($"token-{++tokens}")));

        Assert.Equal((2, 2, false), (service.Attempts, tokens, fault.MayHaveBeenBilled || fault.IsTransient));
    }

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
        => SucceedsAsync(service => service.Reply(status), billed: 0);

    [Theory]
    [InlineData(500, OwnError)]
    [InlineData(502, OwnError)]
    [InlineData(500, OwnCode)]
    [InlineData(502, OwnCode)]
    public Task A_failure_with_the_error_object_of_the_API_is_repeated(int status, string body)
        => SucceedsAsync(service => service.Reply(status, body), billed: 0);

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
        await FailsAsync(service => service.Reply(500, body), billed: true);
        await FailsAsync(service => service.Reply(502, body), billed: true);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(499)]
    [InlineData(504)]
    [InlineData(520)]
    [InlineData(524)]
    public Task A_timeout_status_after_the_whole_request_may_have_been_billed(int status)
        => FailsAsync(service => service.Reply(status, OwnError), billed: true);

    [Theory]
    [InlineData(408)]
    [InlineData(504)]
    [InlineData(520)]
    public Task RetryUnknownOutcome_repeats_an_unknown_outcome(int status)
        => SucceedsAsync(service => service.Reply(status), billed: 1, Wish);

    [Fact]
    public Task A_connection_lost_after_sending_may_have_been_billed()
        => FailsAsync(service => service.LoseConnection(), billed: true);

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
        => FailsAsync(service => service.Reply(status), billed: false);

    [Theory]
    [InlineData(null)]
    [InlineData("x-should-retry: true")]
    public Task A_reply_that_has_begun_is_never_repeated(string? headers)
        => FailsAsync(service => service.Reply(200, Begun, headers), billed: true, Wish);

    [Fact]
    public Task An_error_in_a_successful_reply_may_have_been_billed()
        => FailsAsync(service => service.Reply(200, OwnError), billed: true);

    [Fact]
    public Task A_final_code_in_a_successful_reply_is_not_billed()
        => FailsAsync(
            service => service.Reply(200, """{"error":{"message":"No.","code":"insufficient_quota"}}"""),
            billed: false);

    [Fact]
    public Task The_number_of_retries_counts_more_than_any_rule()
        => FailsAsync(
            service => service.Reply(503, "", "x-should-retry: true"),
            billed: false,
            options => options.MaxRetries = 0);

    [Fact]
    public Task A_wait_above_MaxServerDelay_counts_more_than_any_rule()
        => FailsAsync(service => service.Reply(429, "", "x-should-retry: true\nRetry-After: 61"), billed: false);

    [Fact]
    public async Task A_call_counts_every_possibly_billed_attempt()
    {
        using var service = new ScriptedService().Reply(504).LoseConnection().Reply(400);

        var fault = await Assert.ThrowsAsync<ImageApiException>(() => PaidCall.MakeAsync(service, Wish));

        Assert.Equal((HttpStatusCode.BadRequest, 2), (fault.Status, fault.PossiblyBilledAttempts));
    }

    private static bool IsBuiltForNetStandard { get; } = typeof(IImageClient).Assembly
        .GetCustomAttributes(typeof(System.Runtime.Versioning.TargetFrameworkAttribute), inherit: false)
        .Cast<System.Runtime.Versioning.TargetFrameworkAttribute>()
        .Single().FrameworkName.StartsWith(".NETStandard", StringComparison.Ordinal);

    private static HttpRequestException Reset(long code)
        => new("An error occurred.", new HttpProtocolException(code, "The stream was reset.", null));

    private static void Wish(ImageClientOptions options) => options.RetryUnknownOutcome = true;

    private static async Task FailsAsync(
        Func<ScriptedService, ScriptedService> fail,
        bool billed,
        Action<ImageClientOptions>? configure = null,
        Func<IImageClient, Task>? call = null)
    {
        using var service = fail(new ScriptedService()).Reply(200, PaidCall.Made);

        var fault = await Assert.ThrowsAnyAsync<ImageClientException>(
            () => PaidCall.MakeAsync(service, configure, call));

        Assert.Equal((1, billed), (service.Attempts, fault.MayHaveBeenBilled));
        Assert.Equal(billed ? 1 : 0, fault.PossiblyBilledAttempts);
        Assert.False(fault is { IsTransient: true, MayHaveBeenBilled: true });
        Assert.Equal(
            billed, fault.Message.EndsWith("The image may have been made and billed.", StringComparison.Ordinal));
    }

    private static async Task SucceedsAsync(
        Func<ScriptedService, ScriptedService> fail, int billed, Action<ImageClientOptions>? configure = null)
    {
        using var service = fail(new ScriptedService()).Reply(200, PaidCall.Made);

        var result = await PaidCall.MakeAsync(service, configure);

        Assert.Equal((2, billed), (service.Attempts, result!.PossiblyBilledAttempts));
    }
}
