using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using OpenAIImages.Extensions.AI.Tests.Support;

namespace OpenAIImages.Extensions.AI.Tests;

/// <summary>The decorators of Microsoft.Extensions.AI fit around the generator.</summary>
public sealed class DecoratorTests
{
    private const string Source = "decorated";

    [Fact]
    public async Task Logging_and_telemetry_and_options_compose()
    {
        using var wire = new Wire();
        using var client = wire.CreateClient(options => options.Model = "gpt-image-2");
        using var logs = new CollectedLogs();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(logs).SetMinimumLevel(LogLevel.Debug));
        using var spans = new CollectedSpans(Source);
        using var generator = client.AsImageGenerator().AsBuilder()
            .ConfigureOptions(options => (options.AdditionalProperties ??= [])["quality"] = "low")
            .UseLogging(loggers)
            .UseOpenTelemetry(loggers, Source)
            .Build();

        await generator.GenerateImagesAsync("a cat", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("low", wire.Json["quality"]!.GetValue<string>());
        Assert.Contains(logs.Lines, line => line.Contains("completed", StringComparison.OrdinalIgnoreCase));
        var span = Assert.Single(spans.Ended);
        Assert.Equal("openai", span.GetTagItem("gen_ai.provider.name"));
        Assert.Equal("api.openai.com", span.GetTagItem("server.address"));
        Assert.Equal("gpt-image-2", span.GetTagItem("gen_ai.request.model"));
    }

    [Fact]
    public async Task A_decorator_of_options_does_not_change_the_options_of_the_caller()
    {
        var client = new RecordingClient();
        using var generator = client.AsImageGenerator().AsBuilder()
            .ConfigureOptions(options => options.ModelId ??= "gpt-image-2")
            .Build();
        var options = new ImageGenerationOptions { Count = 2 };

        await generator.GenerateImagesAsync("a cat", options, TestContext.Current.CancellationToken);

        Assert.Null(options.ModelId);
        Assert.Equal(("gpt-image-2", 2), (client.Requests[0].Model.ToString(), client.Requests[0].Count));
    }

    [Fact]
    public void Services_are_found_through_decorators()
    {
        using var wire = new Wire();
        using var client = wire.CreateClient();
        using var generator = client.AsImageGenerator().AsBuilder()
            .ConfigureOptions(_ => { })
            .Build();

        Assert.Same(client, generator.GetService<IImageClient>());
    }

    private sealed class CollectedSpans : IDisposable
    {
        private readonly ActivityListener _listener;

        public CollectedSpans(string source)
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = one => one.Name == source,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = Ended.Add,
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public List<Activity> Ended { get; } = [];

        public void Dispose() => _listener.Dispose();
    }

    private sealed class CollectedLogs : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
            => Lines.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
