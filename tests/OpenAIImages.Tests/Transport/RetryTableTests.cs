using OpenAIImages.Tests.Support;
using OpenAIImages.Transport;

namespace OpenAIImages.Tests.Transport;

/// <summary>The rows of the table, and which of two that fit comes first; by whole calls of a client.</summary>
public sealed class RetryTableTests
{
    private const string Made = """{"created":1713833628,"data":[{"b64_json":"iVBORw=="}]}""";
    private const string Begun = """{"created":1713833628,"data":[{"b64_json":"iVBOR""";
    private const string Blocked = "moderation_blocked";

    [Fact]
    public Task Row_1_a_word_about_money_or_rules_ends_the_call()
        => FailsAsync<ImageModerationException>(service => service.Refuse(400, Blocked));

    [Theory]
    [InlineData("insufficient_quota", 429, typeof(ImageQuotaException))]
    [InlineData("invalid_api_key", 401, typeof(ImageAuthenticationException))]
    [InlineData("model_not_found", 404, typeof(ImageApiException))]
    public async Task Row_1_holds_for_each_kind(string code, int status, Type kind)
    {
        var fault = await FailsAsync<ImageApiException>(service => service.Refuse(status, code));

        Assert.Equal(kind, fault.GetType());
    }

    [Fact]
    public Task Row_1_before_2_such_a_word_counts_more_than_the_advice_to_repeat()
        => FailsAsync<ImageModerationException>(service => service.Refuse(400, Blocked, "x-should-retry: true"));

    [Fact]
    public Task Row_1_before_4_such_a_word_counts_more_than_a_status_that_passes()
        => FailsAsync<ImageModerationException>(service => service.Refuse(503, Blocked, "retry-after-ms: 1"));

    [Fact]
    public Task Row_1_before_5_such_a_word_is_an_answer_whatever_the_gateway()
        => FailsAsync<ImageModerationException>(
            service => service.Refuse(504, Blocked), options => options.RetryUnknownOutcome = true);

    [Fact]
    public Task Row_2_the_service_advises_to_repeat()
        => SucceedsAsync(service => service.Refuse(418, "teapot", "x-should-retry: true"), retries: 1);

    [Fact]
    public Task Row_2_before_4_the_service_advises_against_it()
        => FailsAsync<ImageApiException>(service => service.Reply(503, "", "x-should-retry: false"));

    [Fact]
    public Task Row_2_before_5_its_advice_to_repeat_counts_more_than_an_outcome_that_is_unknown()
        => SucceedsAsync(service => service.Reply(504, "", "x-should-retry: true"), retries: 1);

    [Fact]
    public Task Row_2_before_5_and_its_advice_against_it_more_than_the_caller_s_wish()
        => FailsAsync<ImageApiException>(
            service => service.Reply(504, "", "x-should-retry: false"), options => options.RetryUnknownOutcome = true);

    [Fact]
    public Task Row_3_what_was_never_sent_is_repeated()
        => SucceedsAsync(service => service.FailToConnect(), retries: 1);

    [Fact]
    public Task Row_3_before_5_a_fault_of_the_network_before_sending_leaves_nothing_open()
        => SucceedsAsync(service => service.FailToConnect(new IOException("TLS failed.")), retries: 1);

    [Theory]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(520)]
    [InlineData(524)]
    public Task Row_4_a_status_that_passes_is_repeated(int status)
        => SucceedsAsync(service => service.Reply(status), retries: 1);

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(501)]
    [InlineData(525)]
    public Task Row_4_any_other_is_an_answer(int status)
        => FailsAsync<ImageApiException>(service => service.Reply(status));

    [Fact]
    public async Task Row_5_a_gateway_that_gave_up_leaves_the_outcome_open()
    {
        var fault = await FailsAsync<ImageApiException>(service => service.Reply(504));

        Assert.EndsWith("The image may have been made and billed.", fault.Message);
    }

    [Fact]
    public async Task Row_5_so_does_a_connection_lost_after_sending()
    {
        var fault = await FailsAsync<ImageTransportException>(service => service.LoseConnection());

        Assert.True(fault.IsOutcomeUnknown);
    }

    [Fact]
    public Task Row_5_by_the_caller_s_wish_both_are_repeated()
        => SucceedsAsync(
            service => service.LoseConnection().Reply(504), retries: 2, options => options.RetryUnknownOutcome = true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Row_6_what_has_begun_to_arrive_is_never_repeated(bool retryUnknown)
    {
        var fault = await FailsAsync<ImageClientException>(
            service => service.Reply(200, Begun), options => options.RetryUnknownOutcome = retryUnknown);

        Assert.IsType<ImageDecodeException>(fault);
    }

    [Fact]
    public Task Row_6_before_2_whatever_its_headers_advise()
        => FailsAsync<ImageDecodeException>(service => service.Reply(200, Begun, "x-should-retry: true"));

    [Fact]
    public Task Row_6_before_4_an_error_in_the_body_of_a_success_is_not_repeated_either()
        => FailsAsync<ImageApiException>(
            service => service.Reply(200, """{"error":{"message":"Try again.","code":"server_error"}}"""));

    [Fact]
    public Task Above_all_rows_is_the_number_of_retries()
        => FailsAsync<ImageApiException>(
            service => service.Reply(503, "", "x-should-retry: true"), options => options.MaxRetries = 0);

    [Fact]
    public Task And_a_wait_that_is_too_long()
        => FailsAsync<ImageRateLimitException>(
            service => service.Reply(429, "", "x-should-retry: true\nRetry-After: 61"));

    [Fact]
    public async Task Two_rows_in_one_call_are_each_decided_for_themselves()
    {
        using var service = new ScriptedService().FailToConnect().Reply(503).LoseConnection().Reply(200, Made);

        var fault = await Assert.ThrowsAsync<ImageTransportException>(
            () => CallAsync(service, options => options.MaxRetries = 9));

        Assert.Equal((3, true), (service.Attempts, fault.IsOutcomeUnknown));
    }

    private static async Task<T> FailsAsync<T>(
        Func<ScriptedService, ScriptedService> fail, Action<ImageClientOptions>? configure = null)
        where T : Exception
    {
        using var service = fail(new ScriptedService()).Reply(200, Made);

        var fault = await Assert.ThrowsAnyAsync<T>(() => CallAsync(service, configure));

        Assert.Equal(1, service.Attempts);

        return fault;
    }

    private static async Task SucceedsAsync(
        Func<ScriptedService, ScriptedService> fail, int retries, Action<ImageClientOptions>? configure = null)
    {
        using var service = fail(new ScriptedService()).Reply(200, Made);

        var result = await CallAsync(service, configure);

        Assert.Equal((1, 1 + retries), (result.Images.Count, service.Attempts));
        Assert.Single(service.Bodies.Distinct());
    }

    private static async Task<ImageResult> CallAsync(ScriptedService service, Action<ImageClientOptions>? configure)
    {
        var clock = new WaitingClock();
        var options = new ImageClientOptions
        {
            ApiKey = FakeService.Key,
            Endpoint = new Uri("https://fake.test/v1"),
            TimeProvider = clock,
        };
        configure?.Invoke(options);
        using var http = HttpPipeline.CreateClient(options, service);
        using var client = new OpenAIImageClient(() => http, () => options, null);

        return await clock.RunAsync(client.GenerateAsync("a red fox", TestContext.Current.CancellationToken));
    }
}
