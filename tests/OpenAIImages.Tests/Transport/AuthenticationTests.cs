using System.Net;
using OpenAIImages.Tests.Support;
using OpenAIImages.Transport;

namespace OpenAIImages.Tests.Transport;

public sealed class AuthenticationTests
{
    private const string Key = "sk-test-0123456789";

    [Fact]
    public async Task The_key_and_the_configured_headers_go_to_the_service()
    {
        using var service = new ScriptedService().Reply(200);
        using var wire = new Wire(service, options =>
        {
            options.OrganizationId = "org-1";
            options.ProjectId = "proj_1";
            options.Headers["X-Team"] = "drawing";
        });

        using var reply = await wire.PostAsync();

        Assert.Equal(new Uri("https://fake.test/v1/images/generations"), Assert.Single(service.Addresses));
        var headers = Assert.Single(service.Headers);
        Assert.Contains($"Authorization: Bearer {Key}", headers);
        Assert.Contains("OpenAI-Organization: org-1", headers);
        Assert.Contains("OpenAI-Project: proj_1", headers);
        Assert.Contains("X-Team: drawing", headers);
        Assert.Contains("User-Agent: OpenAIImages/", headers);
    }

    [Theory]
    [InlineData("https://elsewhere.test/v1/images/1.png")]
    [InlineData("https://fake.test.elsewhere.test/v1/images/1.png")]
    [InlineData("https://fake.test:8443/v1/images/1.png")]
    [InlineData("http://fake.test/v1/images/1.png")]
    [InlineData("https://fake.test/images/1.png")]
    [InlineData("https://fake.test/v1")]
    [InlineData("https://fake.test/v10/images/1.png")]
    [InlineData("https://fake.test/v1/../images/1.png")]
    [InlineData("https://fake.test/v1/%2e%2e/images/1.png")]
    [InlineData("https://fake.test/v1/..%2fimages/1.png")]
    [InlineData("https://fake.test/v1/%2e%2e%5cimages/1.png")]
    public async Task The_key_and_the_configured_headers_go_to_no_other_address(string link)
    {
        using var service = new ScriptedService().Reply(503).Reply(200);
        using var wire = new Wire(service, options =>
        {
            options.OrganizationId = "org-1";
            options.Headers["X-Team"] = "drawing";
        });

        using var reply = await wire.GetAsync(link);

        Assert.Equal(2, service.Attempts);
        Assert.DoesNotContain(service.Headers, headers =>
            headers.Contains(Key) || headers.Contains("org-1") || headers.Contains("drawing"));
    }

    [Fact]
    public async Task Each_message_gets_the_key_by_its_address_and_the_current_endpoint()
    {
        const string Link = "https://elsewhere.test/v1/images/1.png";
        using var service = new ScriptedService().Reply(200).Reply(200).Reply(200).Reply(200);
        using var wire = new Wire(service);

        (await wire.PostAsync()).Dispose();
        (await wire.GetAsync(Link)).Dispose();
        (await wire.PostAsync()).Dispose();
        wire.Options.Endpoint = new Uri("https://elsewhere.test/v1");
        (await wire.GetAsync(Link)).Dispose();

        Assert.Equal([true, false, true, true], service.Headers.Select(headers => headers.Contains(Key)));
    }

    [Fact]
    public async Task Each_attempt_sends_a_new_token()
    {
        var tokens = 0;
        using var service = new ScriptedService().Reply(503);
        using var wire = new Wire(service, options =>
        {
            options.ApiKey = null;
            options.TokenProvider = _ => new($"token-{++tokens}");
        });

        using var reply = await wire.PostAsync();

        Assert.Equal([1, 2, 3], service.Headers.Select(
            (headers, index) => headers.Contains($"Bearer token-{index + 1}") ? index + 1 : 0));
    }

    [Fact]
    public async Task A_changed_key_is_used_from_the_next_call_on()
    {
        using var service = new ScriptedService().Reply(200);
        using var wire = new Wire(service);

        using var first = await wire.PostAsync();
        wire.Options.ApiKey = "sk-other-0123456789";
        using var second = await wire.PostAsync();

        Assert.Contains("sk-other", service.Headers[1]);
        Assert.DoesNotContain("sk-test", service.Headers[1]);
    }

    [Fact]
    public async Task A_TokenProvider_that_fails_is_named_and_not_called_again()
    {
        var cause = new InvalidOperationException("The secret is hunter2.");
        using var service = new ScriptedService().Reply(200);
        using var wire = new Wire(service, options => options.TokenProvider = _ => throw cause);

        var fault = await Assert.ThrowsAsync<ImageTransportException>(() => wire.PostAsync());

        Assert.Equal((0, false), (service.Attempts, fault.MayHaveBeenBilled));
        Assert.Equal("The request was not sent: TokenProvider failed (InvalidOperationException).", fault.Message);
        Assert.Same(cause, fault.InnerException);
    }

    [Fact]
    public async Task A_TokenProvider_that_never_returns_ends_with_AttemptTimeout()
    {
        using var service = new ScriptedService().Reply(200);
        var asked = new TaskCompletionSource<string>();
        using var wire = new Wire(service, options =>
        {
            options.TokenProvider = _ => new(asked.Task);
            options.MaxRetries = 0;
        });

        var call = wire.PostAsync();
        wire.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.False(call.IsCompleted);
        wire.Clock.Advance(TimeSpan.FromTicks(1));

        var fault = await Assert.ThrowsAsync<ImageTransportException>(() => call);
        Assert.Equal((0, false), (service.Attempts, fault.MayHaveBeenBilled));
        Assert.Equal("No reply began within 00:10:00.", fault.Message);
        asked.SetException(new InvalidOperationException("Too late for anybody to see."));
    }

    [Fact]
    public async Task A_cancelled_call_does_not_wait_for_a_hanging_TokenProvider()
    {
        using var service = new ScriptedService().Reply(200);
        using var wire = new Wire(
            service, options => options.TokenProvider = _ => new(new TaskCompletionSource<string>().Task));
        using var stop = new CancellationTokenSource();

        var call = wire.PostAsync(cancel: stop);
        await stop.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal((0, stop.Token), (service.Attempts, cancelled.CancellationToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hunter2\n")]
    [InlineData("hunter 2")]
    public async Task A_malformed_token_is_refused_and_not_shown(string token)
    {
        using var service = new ScriptedService().Reply(200);
        using var wire = new Wire(service, options => options.TokenProvider = _ => new(token));

        var fault = await Assert.ThrowsAsync<ImageTransportException>(() => wire.PostAsync());

        Assert.StartsWith("The request was not sent: the token of TokenProvider ", fault.Message);
        Assert.DoesNotContain("hunter", fault.ToString());
    }

    [Fact]
    public async Task AllowAnonymous_sends_only_the_Authorization_header_of_the_user()
    {
        using var service = new ScriptedService().Reply(200);
        using var wire = new Wire(service, options =>
        {
            options.ApiKey = null;
            options.AllowAnonymous = true;
            options.Headers["Authorization"] = "Basic YWJj";
        });

        using var reply = await wire.PostAsync();

        Assert.Contains("Authorization: Basic YWJj", Assert.Single(service.Headers));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(503)]
    public async Task Headers_that_are_added_to_a_message_are_removed_after_the_call(int status)
    {
        using var service = new ScriptedService().Reply(status);
        using var wire = new Wire(service, options => options.Headers["X-Team"] = "drawing");
        using var message = new HttpRequestMessage(
            HttpMethod.Post, ServiceRoute.For(wire.Options).AddressOf("images/generations"))
        {
            Content = new StringContent("{}"),
        };
        var content = message.Content;

        using var reply = await wire.Clock.RunAsync(
            wire.Transport.SendAsync(message, CancellationToken.None).AsTask());

        Assert.DoesNotContain(message.Headers, header => header.Key is "Authorization" or "X-Team");
        Assert.Same(content, message.Content);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        using var service = new ScriptedService().Reply(307, "", "Location: https://elsewhere.test/");
        using var wire = new Wire(service);

        using var reply = await wire.PostAsync();

        Assert.Equal((HttpStatusCode.TemporaryRedirect, 1), (reply.StatusCode, service.Attempts));
    }
}
