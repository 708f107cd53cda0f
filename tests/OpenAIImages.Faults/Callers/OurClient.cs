using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenAIImages.Faults.Scripts;

namespace OpenAIImages.Faults.Callers;

/// <summary>A client of this repository, with a container and without.</summary>
internal sealed class OurClient : IDisposable
{
    private readonly ServiceProvider? _provider;
    private readonly OwnPrimary? _primary;
    private readonly OpenAIImageClient? _own;

    public OurClient(CallSite site)
    {
        if (!site.Script.IsHosted)
        {
            var options = new ImageClientOptions();
            Set(options, site);
            site.Emissions.Add(options);
            Images = _own = new OpenAIImageClient(options);

            return;
        }

        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(site.Emissions));
        var http = services.AddImageClient(options => Set(options, site)).RedactLoggedHeaders(static _ => false);
        _primary = new OwnPrimary(http, site.Script.Primary, site.Faults);
        _provider = services.BuildServiceProvider();
        Images = _provider.GetRequiredService<IImageClient>();
    }

    public IImageClient Images { get; }

    public void Dispose()
    {
        _own?.Dispose();
        _provider?.Dispose();
        _primary?.Dispose();
    }

    private static void Set(ImageClientOptions options, CallSite site)
    {
        options.ApiKey = Secrets.Key;
        options.Endpoint = site.Proxy.Endpoint;
        options.ModelChecks = ImageModelChecks.Off;
        options.TimeProvider = site.Faults.Clock;
        options.MaxRetries = site.Script.MaxRetries;
        options.AttemptTimeout = FastClock.Slow(FaultScript.Patience);
        options.StallTimeout = FastClock.Slow(FaultScript.Patience);
        options.TotalTimeout = FastClock.Slow(FaultScript.Patience) * 10;
        options.LoggerFactory = site.Emissions;
        site.Configure?.Invoke(options);
    }
}
