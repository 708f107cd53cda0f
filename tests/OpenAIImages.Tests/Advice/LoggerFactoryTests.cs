using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using OpenAIImages.Tests.Support;

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
        using var logs = new CollectedLogs();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(logs));
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

        Assert.Contains("1000x1000", logs.Lines[0], StringComparison.Ordinal);
        Assert.Contains("connection_failed", logs.Lines[^1], StringComparison.Ordinal);
    }
}
