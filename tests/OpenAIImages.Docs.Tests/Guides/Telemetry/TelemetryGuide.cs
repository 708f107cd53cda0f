using System.Diagnostics;
using Docs.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenAIImages;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Docs.Guides.Telemetry;

public sealed class TelemetryGuide(OfflineService service) : Guide(service)
{
    [Fact]
    public async Task OpenTelemetry_gets_a_span_of_each_call()
    {
        var spans = new List<Activity>();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddImageClient();
        builder.Services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddInMemoryExporter(spans));

        builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource("OpenAIImages"))
            .WithMetrics(metrics => metrics.AddMeter("OpenAIImages"));

        await using var app = builder.Build();
        app.Services.GetRequiredService<TracerProvider>();
        await app.Services.GetRequiredService<IImageClient>().GenerateAsync("a red fox", Token);

        var span = Assert.Single(spans, span => span.Source.Name == "OpenAIImages");
        Assert.StartsWith("generate_content", span.DisplayName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_a_container_logs_to_a_factory()
    {
        using var logging = LoggerFactory.Create(logs => logs.AddSimpleConsole());
        using var client = new OpenAIImageClient(new ImageClientOptions { LoggerFactory = logging });

        var result = await client.GenerateAsync("a red fox in the snow");
        Console.WriteLine($"Quote {result.RequestId} to the service's support.");

        Assert.NotNull(result.RequestId);
    }

    [Fact]
    public async Task A_listener_receives_the_findings_about_a_request()
    {
        using var findings = new ImageFindings();
        var before = Console.Error;
        using var written = new StringWriter();
        Console.SetError(written);

        try
        {
            // The emulator refuses the size; the finding comes before.
            var tooSmall = new GenerateImageRequest("a fox") { Model = "gpt-image-2", Size = new(16, 16) };
            await Assert.ThrowsAsync<ImageApiException>(() => Client.GenerateAsync(tooSmall, Token));
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.NotEmpty(written.ToString());
    }
}
