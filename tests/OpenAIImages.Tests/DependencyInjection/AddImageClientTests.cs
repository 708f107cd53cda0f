using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenAIImages.Settings;
using OpenAIImages.Tests.Support;
using OpenAIImages.Transport;
using Polly;
using Polly.Registry;

namespace OpenAIImages.Tests.DependencyInjection;

public sealed class AddImageClientTests
{
    private const string Key = "sk-test-0123456789";

    private readonly WaitingClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_client_calls_the_service_with_key_and_retries()
    {
        using var service = new ScriptedService().Reply(503).Reply(200);
        await using var provider = Build(services => services
            .AddImageClient(Set)
            .ConfigurePrimaryHttpMessageHandler(() => service));

        Assert.IsType<OpenAIImageClient>(provider.GetRequiredService<IImageClient>());
        using var reply = await PostAsync(provider);

        Assert.Equal((HttpStatusCode.OK, 2), (reply.StatusCode, service.Attempts));
        Assert.All(service.Headers, headers => Assert.Contains($"Bearer {Key}", headers));
        Assert.All(service.Headers, headers => Assert.Contains("User-Agent: OpenAIImages/", headers));
    }

    [Fact]
    public async Task A_second_AddImageClient_adds_options_and_no_second_pipeline()
    {
        using var service = new ScriptedService().Reply(503);
        await using var provider = Build(services =>
        {
            services.AddImageClient(Set);
            services.AddImageClient(options => options.MaxRetries = 1)
                .ConfigurePrimaryHttpMessageHandler(() => service);
        });

        using var reply = await PostAsync(provider);

        Assert.Equal(2, service.Attempts);
        Assert.Single(provider.GetServices<IImageClient>());
    }

    [Fact]
    public async Task Named_clients_have_their_own_options_and_key()
    {
        using var service = new ScriptedService().Reply(200);
        await using var provider = Build(services =>
        {
            services.AddImageClient(Set);
            services.AddImageClient("other", options =>
            {
                Set(options);
                options.ApiKey = "sk-other-0123456789";
            }).ConfigurePrimaryHttpMessageHandler(() => service);
        });

        using var reply = await PostAsync(provider, "other");

        Assert.Contains("Bearer sk-other-0123456789", Assert.Single(service.Headers));
        Assert.NotSame(
            provider.GetRequiredService<IImageClient>(), provider.GetRequiredKeyedService<IImageClient>("other"));
        Assert.Null(provider.GetKeyedService<IImageClient>("third"));
    }

    [Fact]
    public async Task Options_come_from_the_program_then_configuration_then_the_environment()
    {
        var configuration = Configuration(new() { ["MaxRetries"] = "7", ["OrganizationId"] = "org-configured" });
        await using var provider = Build(services =>
        {
            services.AddImageClient(configuration);
            services.AddImageClient(options => options.OrganizationId = "org-program");
        });

        var options = provider.GetRequiredService<IOptions<ImageClientOptions>>().Value;

        Assert.Equal(
            (7, "org-program", "proj_environment"), (options.MaxRetries, options.OrganizationId, options.ProjectId));
    }

    [Fact]
    public async Task Changed_configuration_reaches_the_next_call()
    {
        using var service = new ScriptedService().Reply(200);
        var configuration = Configuration(new() { ["ApiKey"] = Key });
        await using var provider = Build(services =>
        {
            services.AddImageClient("other", configuration).ConfigurePrimaryHttpMessageHandler(() => service);
            services.AddImageClient("other", options => options.TimeProvider = _clock);
        });

        using var first = await PostAsync(provider, "other");
        configuration["ApiKey"] = "sk-changed-0123456789";
        configuration.Reload();
        using var second = await PostAsync(provider, "other");

        Assert.Contains($"Bearer {Key}", service.Headers[0]);
        Assert.Contains("Bearer sk-changed-0123456789", service.Headers[1]);
    }

    [Fact]
    public async Task Handlers_of_the_user_see_each_call_once_and_never_the_key()
    {
        using var service = new ScriptedService().Reply(503).Reply(200);
        var seen = new List<string>();
        await using var provider = Build(services => services
            .AddImageClient(Set)
            .ConfigurePrimaryHttpMessageHandler(() => service)
            .AddHttpMessageHandler(() => new Spy(seen)));

        using var reply = await PostAsync(provider);

        Assert.Equal(2, service.Attempts);
        Assert.DoesNotContain(Key, Assert.Single(seen));
    }

    [Fact]
    public async Task A_custom_pipeline_runs_inside_the_handlers_of_the_user()
    {
        using var service = new ScriptedService().Reply(418).Reply(200);
        var seen = new List<string>();
        await using var registry = new ResiliencePipelineRegistry<string>();
        Assert.True(registry.TryAddBuilder<HttpResponseMessage>("images", (builder, _) => builder.AddRetry(new()
        {
            ShouldHandle = arguments => new((int?)arguments.Outcome.Result?.StatusCode == 418),
            Delay = TimeSpan.Zero,
        })));
        await using var provider = Build(services =>
        {
            services.AddSingleton<ResiliencePipelineProvider<string>>(registry);
            services.AddOptions<ImageClientOptions>().Configure<ResiliencePipelineProvider<string>>(
                (options, pipelines) =>
                    options.UsePipeline(pipelines.GetPipeline<HttpResponseMessage>("images")));
            services
                .AddImageClient(Set)
                .ConfigurePrimaryHttpMessageHandler(() => service)
                .AddHttpMessageHandler(() => new Spy(seen));
        });

        using var reply = await PostAsync(provider);

        Assert.Equal(2, service.Attempts);
        Assert.All(service.Headers, headers => Assert.Contains(Key, headers));
        Assert.DoesNotContain(Key, Assert.Single(seen));
    }

    [Fact]
    public async Task Retries_are_logged_and_the_key_is_not()
    {
        using var service = new ScriptedService().Reply(503).Reply(200);
        using var logs = new CollectedLogs();
        await using var provider = Build(services =>
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
            services.AddImageClient(Set).ConfigurePrimaryHttpMessageHandler(() => service);
        });

        using var reply = await PostAsync(provider);

        Assert.Contains("Attempt 1 failed (status 503, code none, client request (null)); the next begins", logs.Text);
        Assert.DoesNotContain(Key, logs.Text);
    }

    [Fact]
    public async Task A_client_that_is_registered_earlier_is_kept()
    {
        IImageClient own = new OpenAIImageClient(new ImageClientOptions { ApiKey = "another" });
        await using var provider = Build(services =>
        {
            services.AddSingleton(own);
            services.AddImageClient(Set);
        });

        Assert.Same(own, provider.GetRequiredService<IImageClient>());
    }

    [Fact]
    public async Task A_host_with_wrong_options_does_not_start_and_lists_every_fault()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddImageClient(options =>
        {
            options.ApiKey = "hunter 2";
            options.MaxRetries = -1;
        });
        builder.Services.AddImageClient("other", Configuration(new() { ["ApiKey"] = Key, ["StallTimeout"] = "soon" }));
        using var host = builder.Build();

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync(Token));

        Assert.Contains("ApiKey: The API key has", refused.ToString());
        Assert.Contains("MaxRetries: -1", refused.ToString());
        Assert.Contains("Image client 'other', StallTimeout (configuration key 'StallTimeout'): ", refused.ToString());
        Assert.DoesNotContain("hunter", refused.ToString());
    }

    [Fact]
    public async Task A_host_with_valid_options_starts_and_stops()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddImageClient(Set);
        using var host = builder.Build();

        await host.StartAsync(Token);
        await host.StopAsync(Token);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_blank_client_name_is_refused(string name)
        => Assert.Throws<ArgumentException>(() => new ServiceCollection().AddImageClient(name));

    private static IConfigurationRoot Configuration(Dictionary<string, string?> settings)
        => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

    private void Set(ImageClientOptions options)
    {
        options.ApiKey = Key;
        options.Endpoint = new Uri("https://fake.test/v1");
        options.TimeProvider = _clock;
    }

    private static ServiceProvider Build(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        add(services);
        services.RemoveAll<IPostConfigureOptions<ImageClientOptions>>();
        services.AddSingleton<IPostConfigureOptions<ImageClientOptions>>(new EnvironmentDefaults(
            name => name == "OPENAI_PROJECT_ID" ? "proj_environment" : null));
        services.Configure<ImageClientOptions>(options => options.ApiKey ??= Key);

        return services.BuildServiceProvider(validateScopes: true);
    }

    private async Task<HttpResponseMessage> PostAsync(IServiceProvider provider, string? name = null)
    {
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        var monitor = provider.GetRequiredService<IOptionsMonitor<ImageClientOptions>>();
        var transport = new ImageTransport(
            () => factory.CreateClient(name is null ? "OpenAIImages" : $"OpenAIImages:{name}"));
        var address = ServiceRoute.For(monitor.Get(name ?? Options.DefaultName)).AddressOf("images");
        using var message = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent("{}"),
        };

        return await _clock.RunAsync(transport.SendAsync(message, Token).AsTask());
    }

    private sealed class Spy(List<string> seen) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var reply = await base.SendAsync(request, cancellationToken);
            seen.Add($"{request.Headers} {reply.RequestMessage?.Headers}");

            return reply;
        }
    }
}
