using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Tests.Settings;

/// <summary>A call uses the options of its beginning, also if the configuration is reloaded meanwhile.</summary>
public sealed class SnapshotTests : IDisposable
{
    private const string Old = "sk-old-0123456789";

    private readonly ConfigurationManager _configuration = new();
    private readonly ScriptedService _service = new ScriptedService().Reply(503).Reply(200, PaidCall.Made);
    private readonly WaitingClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _configuration.Dispose();
        _service.Dispose();
    }

    [Fact]
    public async Task A_reload_between_two_attempts_does_not_change_the_call()
    {
        await using var provider = Build(_ => { });
        var client = provider.GetRequiredService<IImageClient>();

        await _clock.RunAsync(client.GenerateAsync("a red fox", Token));
        _service.Reply(503);
        await Assert.ThrowsAsync<ImageApiException>(() => client.GenerateAsync("a red fox", Token));

        Assert.Equal(
            ["old.test", "old.test", "new.test"], _service.Addresses.Select(address => address.Host));
        Assert.Equal([true, true, false], _service.Headers.Select(headers => headers.Contains(Old, default)));
        Assert.Contains("Bearer sk-new-0123456789", _service.Headers[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reload_does_not_change_the_copies_of_a_hedging_handler()
    {
        await using var provider = Build(http => http.AddStandardHedgingHandler());

        await _clock.RunAsync(provider.GetRequiredService<IImageClient>().GenerateAsync("a red fox", Token));

        Assert.Equal(["old.test", "old.test"], _service.Addresses.Select(address => address.Host));
        Assert.All(_service.Headers, headers => Assert.Contains($"Bearer {Old}", headers, default));
    }

    // The configuration changes when the first attempt has its reply.
    private ServiceProvider Build(Action<IHttpClientBuilder> add)
    {
        _configuration["ApiKey"] = Old;
        _configuration["Endpoint"] = "https://old.test/v1";
        var services = new ServiceCollection();
        var http = services
            .AddImageClient(_configuration)
            .ConfigurePrimaryHttpMessageHandler(() => new Reloading(_configuration) { InnerHandler = _service });
        services.AddImageClient(options => options.TimeProvider = _clock);
        add(http);

        return services.BuildServiceProvider(validateScopes: true);
    }

    private sealed class Reloading(ConfigurationManager configuration) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var reply = await base.SendAsync(request, cancellationToken);
            configuration["ApiKey"] = "sk-new-0123456789";
            configuration["Endpoint"] = "https://new.test/v1";
            configuration["MaxRetries"] = "0";
            ((IConfigurationRoot)configuration).Reload();

            return reply;
        }
    }
}
