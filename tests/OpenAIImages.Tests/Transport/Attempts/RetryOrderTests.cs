using System.Net;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Transport;

/// <summary>Two rules of docs/retries.md fit one attempt, and the first row decides.</summary>
public sealed class RetryOrderTests
{
    [Fact]
    public Task A_final_code_counts_more_than_the_header_x_should_retry()
        => PaidCall.IsNotRepeatedAsync(
            service => service.Refuse(400, "unknown_parameter", "x-should-retry: true"), billed: false);

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public Task A_final_code_counts_more_than_a_transient_status(int status)
        => PaidCall.IsNotRepeatedAsync(
            service => service.Refuse(status, "insufficient_quota", "retry-after-ms: 1"), billed: false);

    [Fact]
    public Task A_final_code_counts_more_than_RetryUnknownOutcome()
        => PaidCall.IsNotRepeatedAsync(
            service => service.Refuse(504, "insufficient_quota"), billed: false, RepeatUnknown);

    [Theory]
    [InlineData(400)]
    [InlineData(418)]
    public Task The_header_x_should_retry_counts_more_than_a_lasting_status(int status)
        => PaidCall.IsRepeatedAsync(service => service.Reply(status, "", "x-should-retry: true"), billed: 0);

    [Fact]
    public Task The_header_x_should_retry_counts_more_than_a_transient_status()
        => PaidCall.IsNotRepeatedAsync(service => service.Reply(503, "", "x-should-retry: false"), billed: false);

    [Fact]
    public Task The_header_x_should_retry_repeats_a_possibly_billed_attempt()
        => PaidCall.IsRepeatedAsync(service => service.Reply(504, "", "x-should-retry: true"), billed: 1);

    [Fact]
    public Task The_header_x_should_retry_counts_more_than_RetryUnknownOutcome()
        => PaidCall.IsNotRepeatedAsync(
            service => service.Reply(504, "", "x-should-retry: false"), billed: true, RepeatUnknown);

    [Fact]
    public Task The_header_x_should_retry_is_ignored_with_another_value()
        => PaidCall.IsRepeatedAsync(service => service.Reply(503, "", "x-should-retry: perhaps"), billed: 0);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task MaxRetries_counts_more_than_any_rule(int retries)
    {
        using var service = new ScriptedService().Reply(503, "", "x-should-retry: true");

        var fault = await Assert.ThrowsAsync<ImageApiException>(
            () => PaidCall.MakeAsync(service, options => options.MaxRetries = retries));

        Assert.Equal((retries + 1, false), (service.Attempts, fault.MayHaveBeenBilled));
    }

    [Fact]
    public Task A_wait_above_MaxServerDelay_counts_more_than_any_rule()
        => PaidCall.IsNotRepeatedAsync(
            service => service.Reply(429, "", "x-should-retry: true\nRetry-After: 61"), billed: false);

    [Fact]
    public async Task A_call_counts_every_possibly_billed_attempt()
    {
        using var service = new ScriptedService().Reply(504).LoseConnection().Reply(400);

        var fault = await Assert.ThrowsAsync<ImageApiException>(() => PaidCall.MakeAsync(service, RepeatUnknown));

        Assert.Equal((HttpStatusCode.BadRequest, 2), (fault.Status, fault.PossiblyBilledAttempts));
    }

    [Fact]
    public async Task A_failed_connection_after_a_lost_one_may_have_been_billed()
    {
        using var service = new ScriptedService().LoseConnection().FailToConnect();

        var fault = await Assert.ThrowsAsync<ImageTransportException>(
            () => PaidCall.MakeAsync(service, RepeatUnknown));

        Assert.Equal((3, 1), (service.Attempts, fault.PossiblyBilledAttempts));
    }

    private static void RepeatUnknown(ImageClientOptions options) => options.RetryUnknownOutcome = true;
}
