using System.Collections.Concurrent;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace OpenAIImages.Tests.Advice;

public sealed class LoggerFactoryTests
{
    [Fact]
    public async Task A_client_without_a_container_logs_to_the_LoggerFactory_of_its_options()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var provider = new QueueProvider();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(provider));
        using var client = new OpenAIImageClient(new ImageClientOptions
        {
            ApiKey = "k",
            Endpoint = new Uri($"http://127.0.0.1:{port}/v1"),
            MaxRetries = 0,
            LoggerFactory = factory,
        });

        await Assert.ThrowsAsync<ImageTransportException>(() => client.GenerateAsync(
            new GenerateImageRequest("a fox") { Model = "gpt-image-2", Size = new(1000, 1000) },
            TestContext.Current.CancellationToken));

        Assert.Contains("1000x1000", provider.Messages.First(), StringComparison.Ordinal);
        Assert.Contains("connection_failed", provider.Messages.Last(), StringComparison.Ordinal);
    }

    private sealed class QueueProvider : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Messages { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
            => Messages.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
