using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OpenAIImages.Emulator.Tests.Support;
using OpenAIImages.Emulator.Webhooks;

namespace OpenAIImages.Emulator.Tests.Webhooks;

/// <summary>The emulator delivers events of batches to an application on this machine.</summary>
public sealed class WebhookTests
{
    private const string Secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000));

    [Theory]
    [InlineData("a cat", "batch.completed")]
    [InlineData("\"", "batch.failed")]
    public async Task The_end_of_a_batch_causes_an_event(string prompt, string type)
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
    public async Task Cancelled_and_expired_batches_also_cause_events()
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
    public async Task An_event_that_is_not_accepted_is_delivered_again_with_the_same_id()
    {
        await using var receiver = await WebhookReceiver.StartAsync(500, 302);
        await using var sender = NewSender(receiver);

        sender.Send(WebhookEvent.OfBatch("batch_1", "completed", _time.GetUtcNow()));
        var first = await receiver.ReceiveAsync();
        await AdvanceAsync(sender, TimeSpan.FromSeconds(5));
        var second = await receiver.ReceiveAsync();
        await AdvanceAsync(sender, TimeSpan.FromSeconds(10));
        var third = await receiver.ReceiveAsync();

        Assert.Equal((first.Id, first.Body), (second.Id, second.Body));
        Assert.Equal((first.Id, first.Body), (third.Id, third.Body));
        Assert.Equal(
            ["1790000000", "1790000005", "1790000015"], [first.Timestamp, second.Timestamp, third.Timestamp]);
        Assert.All([first, second, third], delivery => Assert.Equal(Sign(delivery, Secret), delivery.Signature));
    }

    [Fact]
    public async Task An_event_is_dropped_after_three_days()
    {
        await using var receiver = await WebhookReceiver.StartAsync([.. Enumerable.Repeat(503, 1_000)]);
        await using var sender = NewSender(receiver);

        sender.Send(WebhookEvent.OfBatch("batch_1", "completed", _time.GetUtcNow()));
        while (sender.Pending > 0)
        {
            await AdvanceAsync(sender, TimeSpan.FromHours(1));
        }

        Assert.InRange(_time.GetUtcNow().ToUnixTimeSeconds() - 1_790_000_000, 71 * 3_600, 80 * 3_600);
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

    private WebhookSender NewSender(WebhookReceiver receiver) => new(
        new ImageEmulatorOptions
        {
            TimeProvider = _time,
            WebhookEndpoints = [receiver.Address],
            WebhookSecrets = [Secret],
        },
        NullLogger.Instance);

    // The sender begins its wait a moment after the answer.
    private async Task AdvanceAsync(WebhookSender sender, TimeSpan time)
    {
        while (sender is { Waiting: 0, Pending: > 0 })
        {
            Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        if (sender.Pending > 0)
        {
            _time.Advance(time);
        }
    }

    private Task<Service> StartAsync(WebhookReceiver receiver) => Service.StartAsync(options =>
    {
        options.TimeProvider = _time;
        options.WebhookEndpoints = [receiver.Address];
        options.WebhookSecrets = [Secret];
    });
}
