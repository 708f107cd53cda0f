using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using OpenAIImages.Emulator.Faults;
using OpenAIImages.Emulator.Pipeline;

namespace OpenAIImages.Emulator.Endpoints;

/// <summary>Puts the web application together.</summary>
internal static class EmulatorApplication
{
    // Requests are cut off at once; only an engine that does not listen makes the end wait this long.
    private static readonly TimeSpan GraceAtTheEnd = TimeSpan.FromSeconds(2);

    /// <param name="options">How it shall behave.</param>
    /// <param name="journal">Keeps what arrives.</param>
    /// <param name="book">Knows what shall fail.</param>
    /// <param name="stores">Keeps what is uploaded and made; to be disposed of after the application.</param>
    public static WebApplication Build(
        ImageEmulatorOptions options, RequestJournal journal, FaultBook book, EmulatorStores stores)
    {
        // The empty builder reads no settings, no environment and no arguments: they are the host process's own.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(EmulatorApplication).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.AddServerHeader = false;

            // The journal sets the limits, so that a body too large is answered and not just cut off; and a debugger
            // may hold up either side for as long as it likes.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
        });
        builder.Services.AddRoutingCore();
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, QuietLifetime>());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = GraceAtTheEnd);
        if (options.LoggerFactory is { } loggers)
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(loggers));
        }

        var application = builder.Build();
        Arrange(application, options, journal, book, stores);

        return application;
    }

    // Outermost first. Headers go on every reply, refusals included; the journal keeps requests that its gate turns
    // away; only what passes the gate counts against the limits. What a proxy says of the address comes behind the
    // journal, which keeps headers as they were sent.
    private static void Arrange(
        WebApplication application,
        ImageEmulatorOptions options,
        RequestJournal journal,
        FaultBook book,
        EmulatorStores stores)
    {
        var limits = new RateLimits(options);
        var injector = new FaultInjector(book, options.TimeProvider);
        application.Use(new ReplyHeaders(options.TimeProvider).InvokeAsync);
        var faults = new FaultReporter(application.Logger);
        application.Use(new ErrorBarrier(application.Lifetime, faults, application.Logger).InvokeAsync);
        application.UseRouting();
        application.Use(journal.InvokeAsync);
        if (options.UseForwardedHeaders)
        {
            application.UseForwardedHeaders(new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            });
        }

        application.Use(limits.InvokeAsync);
        application.Use(injector.InvokeAsync);
        MapImages(application, options, limits, injector, faults, stores);
        stores.StartBatches(book, faults, application.Logger);
        new ModelsEndpoint(stores.Catalog).Map(application);
        new LinksEndpoint(stores.Links).Map(application);
        new FilesEndpoint(options, stores.Files).Map(application);
        new BatchesEndpoint(options, stores.Files, stores.Batches).Map(application);
        new ProvenanceEndpoint(options, stores.Ledger).Map(application);
    }

    private static void MapImages(
        WebApplication application,
        ImageEmulatorOptions options,
        RateLimits limits,
        FaultInjector injector,
        FaultReporter faults,
        EmulatorStores stores)
    {
        var streamer = new ImageStreamer(options, stores.Studio, stores.Ledger, faults);
        var runner = new ImageJobRunner(options, stores.Painter, stores.Links, limits, injector, streamer);
        new GenerationsEndpoint(stores.Azure, runner).Map(application);
        new EditsEndpoint(stores.Azure, stores.Loader, runner).Map(application);
        new VariationsEndpoint(options, stores.Catalog, stores.Studio, runner).Map(application);
    }
}
