using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenAIImages.Tests.Support;
using Polly;

namespace OpenAIImages.Tests.DependencyInjection;

/// <summary>The client removes the resilience that a host adds to all of its HTTP clients, and keeps the resilience
/// that is added to this client.</summary>
public sealed class HostResilienceTests : IDisposable
{
    private const string Name = "OpenAIImages";
    private const string Said = "does not use the resilience that the host gives to all of its HTTP clients";

    private readonly ScriptedService _busy = new ScriptedService().Reply(503);
    private readonly WaitingClock _clock = new();
    private readonly CollectedLogs _logs = new();

    public void Dispose()
    {
        _busy.Dispose();
        _logs.Dispose();
    }

    [Fact]
    public async Task KeepHostResilience_keeps_the_retries_of_the_host()
    {
        Assert.Equal(4, await CountAsync(services =>
        {
            services.ConfigureHttpClientDefaults(http => Standard(http));
            services.AddImageClient(options => options.KeepHostResilience = true);
        }));
        Assert.DoesNotContain(Said, _logs.Text);
    }

    [Fact]
    public async Task The_standard_handler_of_the_host_is_removed()
        => await AssertTakenOffAsync(services =>
        {
            services.ConfigureHttpClientDefaults(http => Standard(http));
            services.AddImageClient();
        });

    [Fact]
    public async Task A_standard_handler_that_the_host_adds_later_is_removed()
        => await AssertTakenOffAsync(services =>
        {
            services.AddImageClient();
            services.ConfigureHttpClientDefaults(http => Standard(http));
        });

    [Fact]
    public async Task Handlers_that_the_host_adds_twice_around_other_clients_are_removed()
        => await AssertTakenOffAsync(services =>
        {
            services.AddHttpClient("first").AddHttpMessageHandler(() => new Passing());
            services.ConfigureHttpClientDefaults(http => Standard(http));
            services.AddImageClient();
            services.AddHttpClient("second").AddHttpMessageHandler(() => new Passing());
            services.ConfigureHttpClientDefaults(http => http.AddStandardHedgingHandler());
            services.AddImageClient();
        });

    [Fact]
    public async Task Hedging_of_the_host_is_removed_with_both_handlers()
        => await AssertTakenOffAsync(services =>
        {
            services.ConfigureHttpClientDefaults(http => http.AddStandardHedgingHandler());
            services.AddImageClient();
        });

    [Fact]
    public async Task A_policy_of_the_older_Polly_package_is_removed()
        => await AssertTakenOffAsync(services =>
        {
            services.ConfigureHttpClientDefaults(http => OldPolicy.AddRetry(http));
            services.AddImageClient();
        });

    [Fact]
    public async Task A_handler_derived_from_ResilienceHandler_is_removed()
        => await AssertTakenOffAsync(services =>
        {
            services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new Derived()));
            services.AddImageClient();
        });

    [Fact]
    public async Task Resilience_of_the_host_is_removed_from_a_keyed_client()
    {
        await AssertTakenOffAsync(
            services =>
            {
                services.ConfigureHttpClientDefaults(http => Standard(http));
                services.AddImageClient("covers");
                services.AddImageClient("other");
            },
            "covers");
    }

    [Fact]
    public void Other_handlers_of_the_host_stay()
    {
        using var provider = Build(services =>
        {
            services.AddSingleton<IConfiguration>(new ConfigurationManager());
            services.AddServiceDiscovery();
            services.ConfigureHttpClientDefaults(http =>
            {
                Standard(http);
                http.AddServiceDiscovery();
            });
            services.AddImageClient();
        });

        var chain = ChainOf(provider, Name);

        Assert.Contains(chain, name => name.Contains("Resolving", StringComparison.Ordinal));
        Assert.DoesNotContain("Microsoft.Extensions.Http.Resilience.ResilienceHandler", chain);
    }

    [Fact]
    public async Task Other_clients_of_the_host_keep_their_resilience()
    {
        await using var provider = Build(services =>
        {
            services.ConfigureHttpClientDefaults(http => Standard(http));
            services.AddImageClient();
            services.AddHttpClient("other");
        });

        Assert.Contains("Microsoft.Extensions.Http.Resilience.ResilienceHandler", ChainOf(provider, "other"));
    }

    [Fact]
    public async Task Resilience_that_is_added_to_this_client_stays()
    {
        Assert.Equal(4, await CountAsync(services =>
        {
            services.ConfigureHttpClientDefaults(http => Standard(http));
            Standard(services.AddImageClient());
        }));
        Assert.Contains(Said, _logs.Text);
    }

    [Fact]
    public async Task Resilience_that_is_added_to_this_client_earlier_stays()
        => Assert.Equal(4, await CountAsync(services =>
        {
            Standard(services.AddHttpClient(Name));
            services.AddImageClient();
            services.ConfigureHttpClientDefaults(http => http.AddStandardHedgingHandler());
        }));

    [Fact]
    public async Task Hedging_that_is_added_to_this_client_stays()
        => Assert.Equal(2, await CountAsync(services =>
            services.AddImageClient().AddStandardHedgingHandler()));

    [Fact]
    public async Task A_handler_added_after_RemoveAllResilienceHandlers_stays()
        => Assert.Equal(2, await CountAsync(services =>
        {
            services.ConfigureHttpClientDefaults(http => Standard(http));
#pragma warning disable EXTEXP0001 // This test notices a change of the experimental method.
            services.AddImageClient().RemoveAllResilienceHandlers().AddResilienceHandler(
#pragma warning restore EXTEXP0001
                "mine",
                pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = 1,
                    Delay = TimeSpan.Zero,
                }));
        }));

    [Fact]
    public async Task A_call_outlives_the_time_limit_of_the_host()
    {
        using var service = new ScriptedService().Hang();
        using var stop = new CancellationTokenSource();
        await using var provider = Build(services =>
        {
            services.ConfigureHttpClientDefaults(Impatient);
            services.AddImageClient().ConfigurePrimaryHttpMessageHandler(() => service);
        });

        var call = provider.GetRequiredService<IImageClient>().GenerateAsync("a red fox", stop.Token);
        await service.Hanging;
        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.False(call.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAsync<ImageCallCanceledException>(() => call);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task A_time_limit_that_is_added_or_kept_ends_a_call(bool isKept, bool isOwn)
    {
        using var service = new ScriptedService().Hang();
        await using var provider = Build(services =>
        {
            services.ConfigureHttpClientDefaults(Impatient);
            var http = services.AddImageClient(options => options.KeepHostResilience = isKept)
                .ConfigurePrimaryHttpMessageHandler(() => service);
            if (isOwn)
            {
                Impatient(http);
            }
        });

        var call = provider.GetRequiredService<IImageClient>()
            .GenerateAsync("a red fox", TestContext.Current.CancellationToken);
        await service.Hanging;
        _clock.Advance(TimeSpan.FromSeconds(10));

        var late = await Assert.ThrowsAsync<ImageTransportException>(() => call);
        Assert.Equal("No reply began within 00:00:10. The image may have been made and billed.", late.Message);
    }

    private async Task AssertTakenOffAsync(Action<IServiceCollection> add, string? name = null)
    {
        Assert.Equal(1, await CountAsync(add, name));
        Assert.Contains(Said, Assert.Single(_logs.Lines, line => line.StartsWith("Information 13", default)));
    }

    // Counts the attempts of one call to a busy service. The client itself repeats nothing here.
    private async Task<int> CountAsync(Action<IServiceCollection> add, string? name = null)
    {
        await using var provider = Build(services =>
        {
            add(services);
            services.AddHttpClient(name is null ? Name : $"{Name}:{name}")
                .ConfigurePrimaryHttpMessageHandler(() => _busy);
        });
        var client = name is null
            ? provider.GetRequiredService<IImageClient>()
            : provider.GetRequiredKeyedService<IImageClient>(name);
        await Assert.ThrowsAsync<ImageApiException>(
            () => client.GenerateAsync("a red fox", TestContext.Current.CancellationToken));

        // New handlers are cleaned as well, without a second log entry.
        Assert.Equal(
            ChainOf(provider, name is null ? Name : $"{Name}:{name}"),
            ChainOf(provider, name is null ? Name : $"{Name}:{name}"));

        return _busy.Attempts;
    }

    private ServiceProvider Build(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddLogging(logging => logging.AddProvider(_logs));
        add(services);
        services.PostConfigureAll<ImageClientOptions>(options =>
        {
            options.ApiKey = "sk-test-0123456789";
            options.Endpoint = new Uri("https://fake.test/v1");
            options.MaxRetries = 0;
            options.TimeProvider = _clock;
        });

        return services.BuildServiceProvider(validateScopes: true);
    }

    private static IHttpClientBuilder Standard(IHttpClientBuilder http)
    {
        http.AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.Zero);

        return http;
    }

    private void Impatient(IHttpClientBuilder http)
        => http.AddResilienceHandler("impatient", pipeline =>
        {
            pipeline.TimeProvider = _clock;
            pipeline.AddTimeout(TimeSpan.FromSeconds(10));
        });

    private static List<string> ChainOf(IServiceProvider provider, string name)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>();
        var builder = provider.GetRequiredService<HttpMessageHandlerBuilder>();
        builder.Name = name;
        foreach (var action in options.Get(name).HttpMessageHandlerBuilderActions)
        {
            action(builder);
        }

        return [.. builder.AdditionalHandlers.Select(handler => handler.GetType().FullName!)];
    }

    private sealed class Passing : DelegatingHandler;

    private sealed class Derived() : ResilienceHandler(_ => new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new HttpRetryStrategyOptions { Delay = TimeSpan.Zero })
        .Build());
}
