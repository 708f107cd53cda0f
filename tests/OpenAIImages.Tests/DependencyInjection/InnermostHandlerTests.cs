using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.DependencyInjection;

/// <summary>The handler directly around the primary handler adds the key; without it the client sends
/// nothing.</summary>
public sealed class InnermostHandlerTests
{
    private const string Key = "sk-test-0123456789";
    private const string Reply = """{"created":1713833628,"data":[{"b64_json":"iVBORw=="}]}""";

    private readonly ScriptedService _service = new ScriptedService().Reply(200, Reply);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_without_the_filters_of_the_container_sends_nothing()
    {
        await using var provider = Build((services, http) =>
        {
            http.ConfigurePrimaryHttpMessageHandler(() => _service);
            services.RemoveAll<IHttpMessageHandlerBuilderFilter>();
        });

        await AssertNothingIsSentAsync(provider);
    }

    [Fact]
    public async Task A_client_whose_primary_handler_is_replaced_too_late_sends_nothing()
    {
        await using var provider = Build((services, _) => services.Insert(
            0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(new Replacing(_service))));

        await AssertNothingIsSentAsync(provider);
    }

    [Fact]
    public async Task Another_filter_may_replace_the_primary_handler_before_ours()
    {
        await using var provider = Build((services, _) =>
            services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new Replacing(_service)));

        await GenerateAsync(provider);

        Assert.Contains(Key, Assert.Single(_service.Headers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_that_are_removed_before_AddImageClient_do_no_harm()
    {
        var services = new ServiceCollection();
        services.AddHttpClient();
        services.RemoveAll<IHttpMessageHandlerBuilderFilter>();
        services.AddImageClient(Set).ConfigurePrimaryHttpMessageHandler(() => _service);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        await GenerateAsync(provider);

        Assert.Contains(Key, Assert.Single(_service.Headers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clearing_the_additional_handlers_keeps_the_key()
    {
        await using var provider = Build((services, http) =>
        {
            http.ConfigurePrimaryHttpMessageHandler(() => _service);
            services.PostConfigure<HttpClientFactoryOptions>(http.Name, options =>
                options.HttpMessageHandlerBuilderActions.Add(handlers => handlers.AdditionalHandlers.Clear()));
        });

        await GenerateAsync(provider);

        Assert.Contains(Key, Assert.Single(_service.Headers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renewed_handlers_send_the_key()
    {
        var made = 0;
        await using var provider = Build((_, http) => http
            .SetHandlerLifetime(TimeSpan.FromSeconds(1))
            .ConfigurePrimaryHttpMessageHandler(() =>
            {
                made++;

                return new Asking();
            }));

        while (made < 2)
        {
            await GenerateAsync(provider);
        }

        await GenerateAsync(provider);
    }

    [Fact]
    public async Task Another_client_of_the_container_gets_neither_the_key_nor_the_settings()
    {
        using var sockets = new SocketsHttpHandler();
        await using var provider = Build((services, http) =>
        {
            http.ConfigurePrimaryHttpMessageHandler(() => _service);
            services.AddHttpClient("other").ConfigurePrimaryHttpMessageHandler(() => sockets);
            services.AddHttpClient("third").ConfigurePrimaryHttpMessageHandler(() => _service);
        });

        provider.GetRequiredService<IHttpClientFactory>().CreateClient("other").Dispose();
        using var third = provider.GetRequiredService<IHttpClientFactory>().CreateClient("third");
        using var reply = await third.GetAsync(new Uri("https://fake.test/v1/models"), Token);

        Assert.Equal((true, true), (sockets.AllowAutoRedirect, sockets.UseCookies));
        Assert.DoesNotContain(Key, Assert.Single(_service.Headers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_of_the_primary_handler_factory_is_thrown_unchanged()
    {
        await using var provider = Build((_, http) => http.ConfigurePrimaryHttpMessageHandler(
            HttpMessageHandler () => throw new InvalidOperationException("No certificate.")));

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => GenerateAsync(provider));

        Assert.Equal("No certificate.", fault.Message);
    }

    private async Task AssertNothingIsSentAsync(IServiceProvider provider)
    {
        var first = await Assert.ThrowsAsync<ImageTransportException>(() => GenerateAsync(provider));
        var second = await Assert.ThrowsAsync<ImageTransportException>(() => GenerateAsync(provider));

        Assert.Equal(0, _service.Attempts);
        Assert.All([first, second], fault => Assert.StartsWith(
            "The request was not sent: the handler that adds the key is missing from the HTTP client. ",
            fault.Message,
            StringComparison.Ordinal));
        Assert.Equal((false, first.Message), (first.MayHaveBeenBilled, second.Message));
        Assert.Contains("RemoveAllLoggers()", first.Message, StringComparison.Ordinal);
        Assert.Contains("ConfigurePrimaryHttpMessageHandler()", first.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Build(Action<IServiceCollection, IHttpClientBuilder> configure)
    {
        var services = new ServiceCollection();
        configure(services, services.AddImageClient(Set));

        return services.BuildServiceProvider(validateScopes: true);
    }

    private static void Set(ImageClientOptions options)
    {
        options.ApiKey = Key;
        options.Endpoint = new Uri("https://fake.test/v1");
    }

    private static Task<ImageResult> GenerateAsync(IServiceProvider provider)
        => provider.GetRequiredService<IImageClient>().GenerateAsync(
            new GenerateImageRequest("a red fox") { Model = "gpt-image-2" }, Token);

    private sealed class Replacing(HttpMessageHandler primary) : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => handlers =>
        {
            next(handlers);
            handlers.PrimaryHandler = primary;
        };
    }

    // Answers only requests with the key.
    private sealed class Asking : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal($"Bearer {Key}", request.Headers.Authorization?.ToString());

            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(Reply) });
        }
    }
}
