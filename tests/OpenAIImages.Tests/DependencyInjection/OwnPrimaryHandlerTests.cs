using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using OpenAIImages.Tests.Support;
using OpenAIImages.Transport;

namespace OpenAIImages.Tests.DependencyInjection;

/// <summary>The key, the prompt and the pictures go only to the service, with any primary handler.</summary>
public sealed class OwnPrimaryHandlerTests
{
    private const string Key = "sk-test-0123456789";
    private const string Prompt = "a red fox in the snow";

    private static readonly string[] Redirects =
        ["301 Moved", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect"];

    private static readonly string Reply = Bodies.Text(Bodies.Of(Bodies.Picture(40)));

    /// <summary>The ways in which users give a primary handler.</summary>
    private static readonly Dictionary<string, Action<IHttpClientBuilder>> Given = new()
    {
        ["sockets"] = http => http.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler()),
        ["sockets by their own method"] = http => http.UseSocketsHttpHandler((sockets, _) =>
        {
            sockets.AllowAutoRedirect = true;
            sockets.UseCookies = true;
        }),
        ["HttpClientHandler"] = http => http.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler()),
        ["derived"] = http => http.ConfigurePrimaryHttpMessageHandler(() => new Derived()),
        ["wrapped twice"] = http => http.ConfigurePrimaryHttpMessageHandler(
            () => new Wrapper { InnerHandler = new Wrapper { InnerHandler = new SocketsHttpHandler() } }),
        ["wrapped HttpClientHandler"] = http => http.ConfigurePrimaryHttpMessageHandler(
            () => new Wrapper { InnerHandler = new HttpClientHandler() }),
        ["ours, changed"] = http => http.ConfigurePrimaryHttpMessageHandler((handler, _) =>
        {
            if (handler is SocketsHttpHandler sockets)
            {
                sockets.AllowAutoRedirect = true;
            }
        }),
        ["of all clients"] = http => http.Services.ConfigureHttpClientDefaults(defaults =>
            defaults.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler())),
    };

    public static MatrixTheoryData<string, string> GivenAndRedirects => new(Given.Keys, Redirects);

    public static TheoryData<string> GivenNames => [.. Given.Keys];

    public static TheoryData<string> AllRedirects => [.. Redirects];

    private readonly WaitingClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(GivenAndRedirects))]
    public async Task A_redirect_target_receives_nothing(string given, string status)
    {
        await using var other = new LoopbackServer().RepliesAlways("200 OK", body: Reply);
        await using var origin = new LoopbackServer().RepliesAlways(
            status, $"Location: {other.Endpoint}elsewhere?sig=x\r\n");
        await using var provider = Build(origin, Given[given]);

        var fault = await Assert.ThrowsAsync<ImageApiException>(() => EditAsync(provider));

        Assert.Empty(other.Received);
        Assert.Contains("redirects are not followed", fault.Message, StringComparison.Ordinal);
        var request = Assert.Single(origin.Received);
        Assert.All(
            [$"Authorization: Bearer {Key}", "OpenAI-Organization: org-1", "X-Team: drawing", Prompt],
            text => Assert.Contains(text, request, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("api-key")]
    [InlineData("X-Own-Key")]
    public async Task A_redirect_target_receives_no_key_from_a_custom_header(string header)
    {
        await using var other = new LoopbackServer().RepliesAlways("200 OK", body: Reply);
        await using var origin = new LoopbackServer().RepliesAlways(
            "308 Permanent Redirect", $"Location: {other.Endpoint}\r\n");
        await using var provider = Build(
            origin, Given["sockets"], configure: options => options.KeyHeader = header);

        await Assert.ThrowsAsync<ImageApiException>(() => EditAsync(provider));

        Assert.Empty(other.Received);
        Assert.Contains($"{header}: {Key}", Assert.Single(origin.Received), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(GivenNames))]
    public async Task Cookies_are_not_sent_back(string given)
    {
        await using var origin = new LoopbackServer().RepliesAlways("200 OK", "Set-Cookie: who=me; Path=/\r\n", Reply);
        await using var provider = Build(origin, Given[given]);

        await EditAsync(provider);
        await EditAsync(provider);

        Assert.Equal(2, origin.Received.Count);
        Assert.DoesNotContain("Cookie", origin.Received[1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllRedirects))]
    public async Task A_reply_from_another_address_is_an_error_and_is_not_repeated(string status)
    {
        await using var other = new LoopbackServer().RepliesAlways("503 Busy");
        await using var origin = new LoopbackServer().RepliesAlways(
            status, $"Location: {other.Endpoint}elsewhere?sig=x\r\n");
        await using var provider = Build(
            origin, http => http.ConfigurePrimaryHttpMessageHandler(() => new FollowingHandler()));

        var fault = await Assert.ThrowsAsync<ImageTransportException>(() => EditAsync(provider));

        Assert.Equal((1, 1, true), (origin.Received.Count, other.Received.Count, fault.MayHaveBeenBilled));
        Assert.Equal(
            $"The reply came from another address than the requested one, at 127.0.0.1: the primary handler given to " +
            "the client follows redirects, and sent the request there. Switch them off in it. " +
            "The image may have been made and billed.",
            fault.Message);
    }

    [Fact]
    public async Task A_handler_of_unknown_type_without_redirects_is_used_unchanged()
    {
        await using var origin = new LoopbackServer().RepliesAlways("200 OK", body: Reply);
        await using var provider = Build(
            origin, http => http.ConfigurePrimaryHttpMessageHandler(() => new FollowingHandler()));

        var result = await EditAsync(provider);

        Assert.Single(result.Images);
        Assert.Contains(Key, Assert.Single(origin.Received), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_after_a_redirect_goes_to_the_service_again()
    {
        await using var other = new LoopbackServer().RepliesAlways(null);
        await using var origin = new LoopbackServer().RepliesAlways(
            "303 See Other", $"Location: {other.Endpoint}elsewhere\r\n");
        await using var provider = Build(
            origin,
            http => http.ConfigurePrimaryHttpMessageHandler(() => new FollowingHandler()),
            options => options.RetryUnknownOutcome = true);

        var fault = await Assert.ThrowsAsync<ImageTransportException>(() => EditAsync(provider));

        Assert.True(fault.MayHaveBeenBilled);
        Assert.Equal(3, origin.Received.Count);
        Assert.DoesNotContain(other.Received, request => request.Contains(Prompt, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_used_handler_that_follows_redirects_is_refused(bool isClient, bool isWrapped)
    {
        await using var origin = new LoopbackServer().RepliesAlways(
            "307 Temporary Redirect", "Location: /elsewhere\r\n");
        await using var elsewhere = new LoopbackServer().RepliesAlways("200 OK");
        using HttpMessageHandler shared = isClient ? new HttpClientHandler() : new SocketsHttpHandler();
        await UseAsync(shared, elsewhere);
        await using var provider = Build(origin, http => http.ConfigurePrimaryHttpMessageHandler(
            () => isWrapped ? new Wrapper { InnerHandler = shared } : shared));

        var first = await Assert.ThrowsAsync<ImageTransportException>(() => EditAsync(provider));
        var second = await Assert.ThrowsAsync<ImageTransportException>(() => EditAsync(provider));

        Assert.Empty(origin.Received);
        Assert.All([first, second], fault => Assert.Equal(
            (false, "The request was not sent: the primary handler given to the client has sent requests elsewhere " +
                "or is disposed of, and can no longer be set up (redirects and cookies off, the container's metrics " +
                "on). Give this client a handler of its own."),
            (fault.MayHaveBeenBilled, fault.Message)));
    }

    [Fact]
    public async Task A_used_handler_without_redirects_is_accepted_inside_another()
    {
        await using var origin = new LoopbackServer().RepliesAlways("200 OK", body: Reply);
        using var shared = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        await UseAsync(shared, origin);
        await using var provider = Build(origin, http => http.ConfigurePrimaryHttpMessageHandler(
            () => new Wrapper { InnerHandler = shared }));

        await EditAsync(provider);

        Assert.Contains(Key, origin.Received[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_handler_that_is_unused_is_set_up_for_all_its_users()
    {
        await using var origin = new LoopbackServer().RepliesAlways("200 OK", body: Reply);
        using var shared = new SocketsHttpHandler();
        await using var provider = Build(origin, http => http.ConfigurePrimaryHttpMessageHandler(() => shared));

        await EditAsync(provider);

        Assert.Equal((false, false), (shared.AllowAutoRedirect, shared.UseCookies));
        Assert.Same(provider.GetRequiredService<IMeterFactory>(), shared.MeterFactory);
    }

    [Fact]
    public void A_handler_that_is_given_without_a_container_is_set_up()
    {
        using var sockets = new SocketsHttpHandler();
        using var client = new HttpClientHandler();

        HttpPipeline.CreateClient(new ImageClientOptions { ApiKey = Key }, sockets).Dispose();
        HttpPipeline.CreateClient(new ImageClientOptions { ApiKey = Key }, client).Dispose();

        Assert.Equal((false, false), (sockets.AllowAutoRedirect, sockets.UseCookies));
        Assert.Equal((false, false), (client.AllowAutoRedirect, client.UseCookies));
    }

    private ServiceProvider Build(
        LoopbackServer origin, Action<IHttpClientBuilder> give, Action<ImageClientOptions>? configure = null)
    {
        var services = new ServiceCollection();
        give(services.AddImageClient(options =>
        {
            options.ApiKey = Key;
            options.Endpoint = origin.Endpoint;
            options.OrganizationId = "org-1";
            options.Headers["X-Team"] = "drawing";
            options.TimeProvider = _clock;
            configure?.Invoke(options);
        }));

        return services.BuildServiceProvider(validateScopes: true);
    }

    private Task<ImageResult> EditAsync(IServiceProvider provider)
        => _clock.RunAsync(provider.GetRequiredService<IImageClient>().EditAsync(
            new EditImageRequest(Prompt, ImageInput.FromBytes(Bodies.Picture(3_000))) { Model = "gpt-image-2" },
            Token));

    private static async Task UseAsync(HttpMessageHandler handler, LoopbackServer origin)
    {
        using var other = new HttpClient(handler, disposeHandler: false);
        using var reply = await other.GetAsync(origin.Endpoint, Token);

        Assert.True(reply.IsSuccessStatusCode);
    }

    private sealed class Wrapper : DelegatingHandler;

    private sealed class Derived : HttpClientHandler;
}
