using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Transport;

/// <summary>Each attempt has an id, by which a user can ask the service about a call that got no answer.</summary>
public sealed class ClientRequestIdTests
{
    private const string Header = "X-Client-Request-Id";

    [Theory]
    [InlineData("https://api.openai.com/v1", null, true)]
    [InlineData("https://eu.api.openai.com/v1", null, true)]
    [InlineData("https://mine.openai.azure.com/openai/v1", null, true)]
    [InlineData("https://fake.test/v1", null, false)]
    [InlineData("https://fake.test/v1", true, true)]
    [InlineData("https://api.openai.com/v1", false, false)]
    public async Task OpenAI_and_Azure_get_a_client_request_id_and_others_by_option(
        string endpoint, bool? wish, bool isSent)
    {
        using var service = new ScriptedService().Reply(200, PaidCall.Made);

        var result = await PaidCall.MakeAsync(service, options =>
        {
            options.Endpoint = new Uri(endpoint);
            options.Telemetry.SendClientRequestId = wish;
        });

        Assert.Equal(isSent, Guid.TryParse(result!.ClientRequestId, out _));
        Assert.Equal(result.ClientRequestId, Sent(service, attempt: 0));
    }

    [Fact]
    public async Task Each_attempt_has_its_own_id_and_the_exception_holds_the_last_one()
    {
        using var service = new ScriptedService().Reply(503).LoseConnection();

        var fault = await Assert.ThrowsAsync<ImageTransportException>(
            () => PaidCall.MakeAsync(service, options => options.Telemetry.SendClientRequestId = true));

        Assert.NotEqual(Sent(service, attempt: 0), Sent(service, attempt: 1));
        Assert.Equal(Sent(service, attempt: 1), fault.ClientRequestId);
    }

    [Fact]
    public async Task A_client_request_id_of_the_user_is_kept()
    {
        using var service = new ScriptedService().Reply(503).Reply(200, PaidCall.Made);

        var result = await PaidCall.MakeAsync(service, options =>
        {
            options.Telemetry.SendClientRequestId = true;
            options.Headers[Header] = "order-17";
        });

        Assert.Equal(
            ("order-17", "order-17", "order-17"),
            (result!.ClientRequestId, Sent(service, attempt: 0), Sent(service, attempt: 1)));
    }

    [Fact]
    public async Task A_client_request_id_of_a_request_is_kept_and_reported()
    {
        using var service = new ScriptedService().Reply(200, PaidCall.Made);
        var request = new GenerateImageRequest("a red fox")
        {
            Headers = new Dictionary<string, string> { [Header.ToLowerInvariant()] = "order-18" },
        };
        var reported = default(string);

        await PaidCall.MakeAsync(
            service,
            options => (options.Telemetry.SendClientRequestId, options.Headers[Header]) = (true, "order-17"),
            async client => reported = (await client.GenerateAsync(request)).ClientRequestId);

        Assert.Equal("order-18", reported);
        Assert.Contains($"{Header.ToLowerInvariant()}: order-18", service.Headers[0], StringComparison.Ordinal);
    }

    private static string? Sent(ScriptedService service, int attempt)
        => service.Headers[attempt].Split('\n')
            .Where(line => line.StartsWith(Header, StringComparison.Ordinal))
            .Select(line => line[(Header.Length + 1)..].Trim())
            .SingleOrDefault();
}
