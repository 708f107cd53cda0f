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

/// <summary>Builds the web application.</summary>
internal static class EmulatorApplication
{
    // The end cuts off requests at once; it waits this long only for an engine that ignores its token.
    private static readonly TimeSpan GraceAtTheEnd = TimeSpan.FromSeconds(2);

    /// <param name="options">The settings.</param>
    /// <param name="journal">Keeps the requests.</param>
    /// <param name="book">Keeps the faults.</param>
    /// <param name="stores">Keep uploads and pictures. The caller disposes of them after the application.</param>
    public static WebApplication Build(
        ImageEmulatorOptions options, RequestJournal journal, FaultBook book, EmulatorStores stores)
    {
        // The empty builder reads no settings, no environment and no arguments: they belong to the host process.
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

            // The journal checks the size of bodies, so that a body that is too large gets a reply. A debugger may stop
            // either side for any time.
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

    // The outermost comes first. Every reply gets the headers, including refusals. The journal also keeps requests that
    // its key gate refuses; only requests that pass the gate count against the limits. The headers of a proxy are
    // applied after the journal, so that it keeps headers as they were sent.
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
