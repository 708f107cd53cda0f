using System.Net;
using System.Security.Cryptography;
using System.Text;
using Docs.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using OpenAIImages;
using OpenAIImages.Emulator;

namespace Docs.Guides.Webhooks;

public sealed class WebhooksGuide(OfflineService service) : Guide(service)
{
    private const string Secret = "a secret of this test";

    [Fact]
    public async Task A_webhook_ends_the_wait()
    {
        await using var app = Application();
        var signals = new ImageBatchSignals();
        app.MapImageWebhook("/webhooks/openai", (happened, services, stop) =>
        {
            signals.Signal(happened);

            return Task.CompletedTask;
        });
        await app.StartAsync(Token);
        await using var emulator = await ImageEmulator.StartAsync(
            new ImageEmulatorOptions
            {
                MaxPictureEdge = 64,
                WebhookEndpoints = [new Uri(app.Urls.Single() + "/webhooks/openai")],
                WebhookSecrets = [Secret],
            },
            Token);
        using var batches = new OpenAIImageBatchClient(
            new ImageClientOptions { ApiKey = "any", Endpoint = emulator.Endpoint });
        var batch = await batches.CreateAsync(
            [new("fox", new GenerateImageRequest("a fox") { Model = ImageModel.GptImage2 })], cancellationToken: Token);

        var options = new ImageBatchWaitOptions { Signals = signals, MaxDelay = TimeSpan.FromHours(1) };
        var ended = await batches.WaitAsync(batch, options);

        Assert.Equal(ImageBatchStatus.Completed, ended.Status);
    }

    [Fact]
    public async Task Two_secrets_are_accepted_while_one_is_exchanged()
    {
        await using var app = Application();
        var (newSecret, oldSecret) = ("another secret", Secret);
        var handled = 0;

        app.MapImageWebhook("/webhooks/openai", HandleAsync, options =>
        {
            options.Secrets.Add(newSecret);
            options.Secrets.Add(oldSecret);
        });

        await app.StartAsync(Token);
        using var http = new HttpClient();
        using var message = new HttpRequestMessage(HttpMethod.Post, app.Urls.Single() + "/webhooks/openai");
        var (headers, body) = Deliver();
        message.Content = new ByteArrayContent(body);
        foreach (var header in headers)
        {
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        using var reply = await http.SendAsync(message, Token);

        Assert.Equal((HttpStatusCode.NoContent, 1), (reply.StatusCode, handled));

        Task HandleAsync(ImageWebhookEvent happened, IServiceProvider services, CancellationToken stop)
        {
            handled++;

            return Task.CompletedTask;
        }
    }

    [Fact]
    public void A_delivery_is_verified_anywhere()
    {
        var secret = Secret;
        var (headers, body) = Deliver();

        var webhook = new ImageWebhook(secret);
        try
        {
            var happened = webhook.Verify(headers, body);
            Console.WriteLine($"{happened.Type}: {happened.BatchId}");
        }
        catch (ImageWebhookException refused)
        {
            Console.WriteLine($"Not from the service: {refused.Problem}");
        }

        Assert.Equal("batch_1", webhook.Verify(headers, body).BatchId);
    }

    private static (Dictionary<string, string> Headers, byte[] Body) Deliver()
    {
        var body = """{"id":"evt_1","type":"batch.completed","data":{"id":"batch_1"}}"""u8.ToArray();
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        byte[] message = [.. Encoding.UTF8.GetBytes($"wh_1.{now}."), .. body];
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), message));

        return (
            new()
            {
                ["webhook-id"] = "wh_1",
                ["webhook-timestamp"] = $"{now}",
                ["webhook-signature"] = $"v1,{signature}",
            },
            body);
    }

    private static WebApplication Application()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("OPENAI_WEBHOOK_SECRET", Secret)]);

        return builder.Build();
    }
}
