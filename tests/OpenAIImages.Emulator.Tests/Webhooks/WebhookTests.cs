using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using OpenAIImages.Emulator.Tests.Support;
using OpenAIImages.Emulator.Webhooks;
using OpenAIImages.Tests.Support;

namespace OpenAIImages.Emulator.Tests.Webhooks;

/// <summary>The emulator delivers events of batches to an application on this machine.</summary>
public sealed class WebhookTests
{
    private const string Secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    private readonly WaitingClock _time = new(Start, TimeSpan.FromHours(1));

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
        _time.Advance(TimeSpan.FromHours(24));
        var second = await receiver.ReceiveAsync();

        Assert.Equal("batch.cancelled", (string?)JsonNode.Parse(first.Body)!["type"]);
        Assert.Equal("batch.expired", (string?)JsonNode.Parse(second.Body)!["type"]);
    }

    [Fact]
    public async Task An_event_that_is_not_accepted_is_delivered_again_with_the_same_id()
    {
        await using var receiver = await WebhookReceiver.StartAsync(500, 302);
        await using var sender = NewSender(receiver);

        await _time.RunAsync(sender.SendAsync(WebhookEvent.OfBatch("batch_1", "completed", _time.GetUtcNow())));
        var first = await receiver.ReceiveAsync();
        var second = await receiver.ReceiveAsync();
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

        await _time.RunAsync(sender.SendAsync(WebhookEvent.OfBatch("batch_1", "completed", _time.GetUtcNow())));

        Assert.Equal([5, 10, 20, 40, 80, 160, 320, 640, 1_280, 2_560], Seconds(_time.Waits[..10]));
        Assert.All(_time.Waits[10..], wait => Assert.Equal(TimeSpan.FromHours(1), wait));
        Assert.InRange(_time.GetUtcNow() - Start, TimeSpan.FromHours(71), TimeSpan.FromHours(72));
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

    private static IEnumerable<int> Seconds(IEnumerable<TimeSpan> waits)
        => waits.Select(wait => (int)wait.TotalSeconds);

    private Task<Service> StartAsync(WebhookReceiver receiver) => Service.StartAsync(options =>
    {
        options.TimeProvider = _time;
        options.WebhookEndpoints = [receiver.Address];
        options.WebhookSecrets = [Secret];
    });
}
