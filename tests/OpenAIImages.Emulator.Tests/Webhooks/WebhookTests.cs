using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Emulator.Tests.Support;
using OpenAIImages.Emulator.Webhooks;

namespace OpenAIImages.Emulator.Tests.Webhooks;

/// <summary>Events of batches, delivered to an application on this machine.</summary>
public sealed class WebhookTests
{
    private const string Secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000));

    [Theory]
    [InlineData("a cat", "batch.completed")]
    [InlineData("\"", "batch.failed")]
    public async Task The_end_of_a_batch_is_an_event(string prompt, string type)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var service = await StartAsync(receiver);

        var batch = await service.FinishBatchAsync([BatchCalls.Line("a", prompt)]);
        var delivery = await receiver.ReceiveAsync();

        Assert.Equal(("/hooks", "application/json"), (delivery.Path, delivery.ContentType));
        Assert.StartsWith("wh_", delivery.Id, StringComparison.Ordinal);
        var body = JsonNode.Parse(delivery.Body)!;
        Sse.Same($$"""
            {
              "id": "{{body["id"]}}", "object": "event", "type": "{{type}}", "created_at": 1790000000,
              "data": { "id": "{{batch["id"]}}" }
            }
            """, body);
        Assert.Equal(Sign(delivery, Secret), delivery.Signature);
    }

    [Fact]
    public async Task Cancelled_and_expired_batches_are_events_as_well()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var service = await StartAsync(receiver);
        service.Emulator.Fail(EmulatorFault.Hang());
        var cancelled = await service.CreateBatchAsync([BatchCalls.Line("a")]);
        await service.GetBatchAsync(cancelled, "in_progress");

        await service.SendAsync(HttpMethod.Post, $"batches/{cancelled}/cancel", null);
        var first = await receiver.ReceiveAsync();
        var expired = await service.CreateBatchAsync([BatchCalls.Line("a")]);
        await service.GetBatchAsync(expired, "in_progress");
        while (!(await service.Emulator.WaitForBatchAsync(expired, "in_progress", Token)).Equals(
            "expired", StringComparison.Ordinal))
        {
            _time.Advance(TimeSpan.FromHours(24));
        }

        var second = await receiver.ReceiveAsync();

        Assert.Equal("batch.cancelled", (string?)JsonNode.Parse(first.Body)!["type"]);
        Assert.Equal("batch.expired", (string?)JsonNode.Parse(second.Body)!["type"]);
    }

    [Fact]
    public async Task An_event_that_is_not_taken_is_delivered_again_with_the_same_id()
    {
        await using var receiver = await WebhookReceiver.StartAsync(500, 302);
        await using var service = await StartAsync(receiver);

        await service.FinishBatchAsync([BatchCalls.Line("a")]);
        var first = await receiver.ReceiveAsync();
        var second = await AgainAsync(receiver);
        var third = await AgainAsync(receiver);

        Assert.Equal((first.Id, first.Body), (second.Id, second.Body));
        Assert.Equal((first.Id, first.Body), (third.Id, third.Body));
        Assert.All([first, second, third], delivery => Assert.Equal(Sign(delivery, Secret), delivery.Signature));
        Assert.True(
            long.Parse(second.Timestamp, CultureInfo.InvariantCulture)
                >= long.Parse(first.Timestamp, CultureInfo.InvariantCulture) + 5);
    }

    [Fact]
    public async Task Each_secret_signs_and_each_address_gets_the_event()
    {
        await using var one = await WebhookReceiver.StartAsync();
        await using var other = await WebhookReceiver.StartAsync();
        await using var service = await Service.StartAsync(options =>
        {
            options.TimeProvider = _time;
            options.WebhookEndpoints = [one.Address, other.Address];
            options.WebhookSecrets = [Secret, "older"];
        });

        await service.FinishBatchAsync([BatchCalls.Line("a")]);
        var first = await one.ReceiveAsync();
        var second = await other.ReceiveAsync();

        Assert.Equal($"{Sign(first, Secret)} {Sign(first, "older")}", first.Signature);
        Assert.Equal(first.Id, second.Id);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Sign(WebhookReceiver.Delivery delivery, string secret) => WebhookSignature.Write(
        [WebhookSignature.KeyOf(secret)!],
        delivery.Id,
        long.Parse(delivery.Timestamp, CultureInfo.InvariantCulture),
        Encoding.UTF8.GetBytes(delivery.Body));

    // The sender begins to wait a moment after it was answered: the clock goes on until it tries again.
    private async Task<WebhookReceiver.Delivery> AgainAsync(WebhookReceiver receiver)
    {
        var again = receiver.ReceiveAsync().AsTask();
        while (!again.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        return await again;
    }

    private Task<Service> StartAsync(WebhookReceiver receiver) => Service.StartAsync(options =>
    {
        options.TimeProvider = _time;
        options.WebhookEndpoints = [receiver.Address];
        options.WebhookSecrets = [Secret];
    });
}
