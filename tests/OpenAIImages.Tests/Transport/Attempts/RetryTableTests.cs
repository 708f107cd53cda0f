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
    public Task A_final_code_ends_the_call_and_costs_nothing(int status, string code)
        => FailsAsync(service => service.Refuse(status, code), billed: false);

    [Fact]
    public Task A_final_code_counts_more_than_the_advice_to_repeat()
        => FailsAsync(service => service.Refuse(400, "unknown_parameter", "x-should-retry: true"), billed: false);

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public Task A_final_code_counts_more_than_a_status_that_passes(int status)
        => FailsAsync(service => service.Refuse(status, "insufficient_quota", "retry-after-ms: 1"), billed: false);

    [Fact]
    public Task A_final_code_counts_more_than_the_wish_to_repeat_unknown_outcomes()
        => FailsAsync(
            service => service.Refuse(504, "insufficient_quota"), billed: false, Wish);

    [Theory]
    [InlineData(400, Blocked)]
    [InlineData(400, "content_policy_violation")]
    [InlineData(400, "DataInspectionFailed")]
    [InlineData(400, "OutputImageSensitiveContentDetected")]
    [InlineData(400, "ContentPolicyViolationError")]
    [InlineData(400, "1301")]
    public Task A_moderation_of_no_known_stage_may_have_been_billed(int status, string code)
        => FailsAsync(service => service.Refuse(status, code, "x-should-retry: true"), billed: true);

    [Theory]
    [InlineData("input", false)]
    [InlineData("output", true)]
    [InlineData("unknown", true)]
    public Task A_moderation_may_have_been_billed_unless_the_input_was_stopped(string stage, bool billed)
        => FailsAsync(
            service => service.Reply(
                400,
                """{"error":{"code":"moderation_blocked","moderation_details":{"moderation_stage":"?"}}}"""
                    .Replace("?", stage, StringComparison.Ordinal)),
            billed);

    [Theory]
    [InlineData(400)]
    [InlineData(418)]
    public Task The_service_s_advice_to_repeat_counts_more_than_a_status_that_stays(int status)
        => SucceedsAsync(service => service.Reply(status, "", "x-should-retry: true"), billed: 0);

    [Fact]
    public Task The_service_s_advice_not_to_repeat_counts_more_than_a_status_that_passes()
        => FailsAsync(service => service.Reply(503, "", "x-should-retry: false"), billed: false);

    [Fact]
    public Task An_unknown_outcome_that_is_repeated_by_advice_may_have_been_billed()
        => SucceedsAsync(service => service.Reply(504, "", "x-should-retry: true"), billed: 1);

    [Fact]
    public Task The_service_s_advice_not_to_repeat_counts_more_than_the_caller_s_wish()
        => FailsAsync(service => service.Reply(504, "", "x-should-retry: false"), billed: true, Wish);

    [Fact]
    public Task Advice_that_is_neither_yes_nor_no_is_none()
        => SucceedsAsync(service => service.Reply(503, "", "x-should-retry: perhaps"), billed: 0);

    [Fact]
    public Task A_connection_that_breaks_while_the_request_is_sent_is_repeated()
        => SucceedsAsync(service => service.BreakOff(), billed: 0);

    [Theory]
    [InlineData(408)]
    [InlineData(504)]
    [InlineData(524)]
    public Task A_time_out_before_the_whole_request_was_sent_is_repeated(int status)
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
    public Task A_connection_that_cannot_be_made_is_tried_again()
        => SucceedsAsync(service => service.FailToConnect(), billed: 0);

    [Fact]
    public Task A_proxy_that_gives_no_tunnel_is_tried_again()
        => SucceedsAsync(
            service => service.FailToConnect(new HttpRequestException(
                HttpRequestError.ProxyTunnelError, "The proxy tunnel request failed with status code '502'.")),
            billed: 0);

    [Fact]
    public Task A_handshake_that_fails_is_tried_again()
        => SucceedsAsync(
            service => service.FailToConnect(new HttpRequestException(
                "No SSL.", new AuthenticationException("Cannot determine the frame size."))),
            billed: 0);

    [Fact]
    public Task A_certificate_that_is_refused_is_refused_again()
        => FailsAsync(
            service => service.FailToConnect(new HttpRequestException(
                "No SSL.", new AuthenticationException("The remote certificate is invalid: UntrustedRoot."))),
            billed: false);

    // The build for netstandard2.0 meets no HTTP/2 on its own platform, and does not know its codes.
    [Theory]
    [InlineData(0x7)]
    [InlineData(0x10B)]
    public Task A_request_that_the_server_gives_back_unseen_is_sent_again(long code)
        => IsBuiltForNetStandard
            ? FailsAsync(service => service.LoseConnection(Reset(code)), billed: true)
            : SucceedsAsync(service => service.LoseConnection(Reset(code)), billed: 0);

    [Theory]
    [InlineData(0x2)]
    [InlineData(0x8)]
    public Task A_stream_that_is_reset_otherwise_leaves_the_outcome_open(long code)
        => FailsAsync(service => service.LoseConnection(Reset(code)), billed: true);

    [Fact]
    public Task A_key_that_is_not_accepted_is_not_repeated()
        => FailsAsync(service => service.Reply(401), billed: false);

    [Fact]
    public async Task A_token_that_is_not_accepted_is_replaced_once()
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
    public Task A_request_that_is_turned_away_is_repeated(int status)
        => SucceedsAsync(service => service.Reply(status), billed: 0);

    [Theory]
    [InlineData(500, OwnError)]
    [InlineData(502, OwnError)]
    [InlineData(500, OwnCode)]
    [InlineData(502, OwnCode)]
    public Task A_failure_that_the_API_itself_reports_is_repeated(int status, string body)
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
    public async Task A_failure_that_a_gateway_reports_leaves_the_outcome_open(string body)
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
    public Task A_time_out_after_the_whole_request_leaves_the_outcome_open(int status)
        => FailsAsync(service => service.Reply(status, OwnError), billed: true);

    [Theory]
    [InlineData(408)]
    [InlineData(504)]
    [InlineData(520)]
    public Task An_unknown_outcome_is_repeated_by_the_caller_s_wish(int status)
        => SucceedsAsync(service => service.Reply(status), billed: 1, Wish);

    [Fact]
    public Task A_connection_lost_after_sending_leaves_the_outcome_open()
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
    public Task Any_other_status_is_an_answer_and_costs_nothing(int status)
        => FailsAsync(service => service.Reply(status), billed: false);

    [Theory]
    [InlineData(null)]
    [InlineData("x-should-retry: true")]
    public Task A_reply_that_has_begun_is_never_repeated(string? headers)
        => FailsAsync(service => service.Reply(200, Begun, headers), billed: true, Wish);

    [Fact]
    public Task An_error_in_the_body_of_a_success_may_have_been_billed()
        => FailsAsync(service => service.Reply(200, OwnError), billed: true);

    [Fact]
    public Task A_final_code_in_the_body_of_a_success_costs_nothing()
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
    public Task A_wait_that_is_too_long_counts_more_than_any_rule()
        => FailsAsync(service => service.Reply(429, "", "x-should-retry: true\nRetry-After: 61"), billed: false);

    [Fact]
    public async Task A_call_is_worth_what_its_worst_attempt_is_worth()
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
