// Shows the spans, metrics and logs of a few calls.   dotnet run --project samples/Telemetry
// With OPENAI_API_KEY it uses the service; without it, an emulator in this process, offline and free of charge.
using Microsoft.Extensions.Logging;
using OpenAIImages;
using OpenAIImages.Emulator;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

// In a host: builder.Services.AddOpenTelemetry().WithTracing(...).WithMetrics(...), with the same two names.
using var tracing = Sdk.CreateTracerProviderBuilder()
    .AddSource("OpenAIImages", "System.Net.Http")
    .AddConsoleExporter()
    .Build();
using var metering = Sdk.CreateMeterProviderBuilder().AddMeter("OpenAIImages").AddConsoleExporter().Build();
using var logging = LoggerFactory.Create(
    logs => logs.SetMinimumLevel(LogLevel.Debug).AddSimpleConsole(console => console.SingleLine = true));

var options = new ImageClientOptions { LoggerFactory = logging };
ImageEmulator? emulator = null;
if (Environment.GetEnvironmentVariable("OPENAI_API_KEY") is not { Length: > 0 })
{
    emulator = await ImageEmulator.StartAsync();
    options = new ImageClientOptions { ApiKey = "offline", Endpoint = emulator.Endpoint, LoggerFactory = logging };
}

await using var whileOffline = emulator;
using var client = new OpenAIImageClient(options);
var request = new GenerateImageRequest("a red fox in the snow") { Model = ImageModel.GptImage2, PartialImages = 2 };

try
{
    await client.GenerateAsync(request with { PartialImages = null });
    await foreach (var item in client.GenerateStreamingAsync(request))
    {
        Console.WriteLine(item);
    }

    // The size is too small: this shows a refused call.
    await client.GenerateAsync(request with { PartialImages = null, Size = new ImageSize(16, 16) });
}
catch (ImageClientException failure)
{
    Console.Error.WriteLine(failure.Message);
}
