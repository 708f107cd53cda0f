using OpenAIImages.Calls;
using OpenAIImages.Tests.Support;
using OpenAIImages.Transport;

namespace OpenAIImages.Tests.Transport;

/// <summary>Checks that outer handlers see the same headers of a message before and after each attempt.</summary>
public sealed class MessageHeadersTests
{
    private const string Key = "sk-test-0123456789";

    [Theory]
    [InlineData(200)]
    [InlineData(503)]
    public async Task Headers_that_are_added_to_a_message_are_removed_after_the_call(int status)
    {
        using var service = new ScriptedService().Reply(status);
        using var wire = new Wire(service, options => options.Headers["X-Team"] = "drawing");
        using var message = Message(wire);
        var content = message.Content;

        using var reply = await SendAsync(wire, message);

        Assert.DoesNotContain(message.Headers, header => header.Key is "Authorization" or "X-Team");
        Assert.Same(content, message.Content);
    }

    [Theory]
    [InlineData(200, 1)]
    [InlineData(503, 3)]
    public async Task Headers_of_a_message_that_the_options_replace_are_put_back(int status, int attempts)
    {
        using var service = new ScriptedService().Reply(status);
        using var wire = new Wire(service, SetHeaders);
        using var message = WithOwnHeaders(Message(wire));
        var before = Headers(message);

        using var reply = await SendAsync(wire, message);

        Assert.Equal(before, Headers(message));
        Assert.Equal(attempts, service.Attempts);
        Assert.All(service.Headers, sent =>
        {
            Assert.Contains($"Authorization: Bearer {Key}", sent, StringComparison.Ordinal);
            Assert.Contains("OpenAI-Organization: org-1", sent, StringComparison.Ordinal);
            Assert.Contains("OpenAI-Project: proj_1", sent, StringComparison.Ordinal);
            Assert.Contains("X-Team: drawing", sent, StringComparison.Ordinal);
            Assert.Contains("User-Agent: Studio/1", sent, StringComparison.Ordinal);
            Assert.DoesNotContain("mine", sent, StringComparison.Ordinal);
            Assert.DoesNotContain("Caller", sent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Headers_are_put_back_after_a_lost_connection()
    {
        using var service = new ScriptedService().LoseConnection();
        using var wire = new Wire(service, SetHeaders);
        using var message = WithOwnHeaders(Message(wire));
        var before = Headers(message);

        await Assert.ThrowsAsync<ImageTransportException>(() => SendAsync(wire, message));

        Assert.Equal(before, Headers(message));
    }

    [Theory]
    [InlineData("https://studio.openai.azure.com/openai/v1", null, "api-key")]
    [InlineData("https://fake.test/v1", "X-Key", "X-Key")]
    public async Task A_header_for_the_key_that_the_message_has_is_put_back(
        string endpoint, string? chosen, string used)
    {
        using var service = new ScriptedService().Reply(200);
        using var wire = new Wire(service, options =>
        {
            options.Endpoint = new Uri(endpoint);
            options.KeyHeader = chosen;
        });
        using var message = Message(wire);
        message.Headers.TryAddWithoutValidation(used, ["mine", "mine, too"]);
        var before = Headers(message);

        using var reply = await SendAsync(wire, message);

        Assert.Equal(before, Headers(message));
        Assert.Contains($"{used}: {Key}", service.Headers[0], StringComparison.Ordinal);
        Assert.DoesNotContain("mine", service.Headers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_that_options_and_request_both_replace_is_put_back()
    {
        using var service = new ScriptedService().Reply(200);
        using var wire = new Wire(service, options => options.Headers["X-Team"] = "drawing");
        using var message = Message(wire);
        message.Headers.Add("X-Team", "mine");
        CallRecord.Begin(message, images: 1, isSingleUse: false, settings: CallSettings.None.With(
            new Dictionary<string, string> { ["x-team"] = "painting" }, "Headers"));
        var before = Headers(message);

        using var reply = await SendAsync(wire, message);

        Assert.Equal(before, Headers(message));
        Assert.Contains("X-Team: painting", service.Headers[0], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_header_that_options_and_request_both_set_is_removed()
    {
        using var service = new ScriptedService().Reply(200);
        using var wire = new Wire(service, options => options.Headers["X-Team"] = "drawing");
        using var message = Message(wire);
        CallRecord.Begin(message, images: 1, isSingleUse: false, settings: CallSettings.None.With(
            new Dictionary<string, string> { ["X-Team"] = "painting" }, "Headers"));

        using var reply = await SendAsync(wire, message);

        Assert.False(message.Headers.Contains("X-Team"));
    }

    private static void SetHeaders(ImageClientOptions options)
    {
        options.OrganizationId = "org-1";
        options.ProjectId = "proj_1";
        options.Headers["X-Team"] = "drawing";
        options.Headers["User-Agent"] = "Studio/1";
    }

    // The HTTP client gives its User-Agent to each message without one, and leaves it there.
    private static HttpRequestMessage Message(Wire wire)
        => new(HttpMethod.Post, ServiceRoute.For(wire.Options).AddressOf("images/generations"))
        {
            Content = new StringContent("{}"),
            Headers = { { "User-Agent", "Caller/1.0 (of a test)" } },
        };

    private static HttpRequestMessage WithOwnHeaders(HttpRequestMessage message)
    {
        message.Headers.TryAddWithoutValidation("Authorization", "mine");
        message.Headers.TryAddWithoutValidation("OpenAI-Organization", "mine");
        message.Headers.TryAddWithoutValidation("OpenAI-Project", "mine");
        message.Headers.TryAddWithoutValidation("X-Team", ["mine", "also mine"]);

        return message;
    }

    private static Task<HttpResponseMessage> SendAsync(Wire wire, HttpRequestMessage message)
        => wire.Clock.RunAsync(wire.Transport.SendAsync(message, CancellationToken.None).AsTask());

    // The order of headers has no meaning.
    private static string Headers(HttpRequestMessage message)
        => string.Join('\n', message.Headers.ToString().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Order(StringComparer.Ordinal));
}
