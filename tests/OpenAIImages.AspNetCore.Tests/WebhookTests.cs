using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenAIImages.AspNetCore.Tests.Support;

namespace OpenAIImages.AspNetCore.Tests;

public sealed class WebhookTests
{
    private const string Secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private const string Body =
        """{"id":"evt_0001","type":"batch.completed","created_at":1790000000,"data":{"id":"batch_0001"}}""";

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1790000000));
    private readonly List<ImageWebhookEvent> _handled = [];
    private Func<Task> _work = () => Task.CompletedTask;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_delivery_of_the_service_reaches_the_handler_once()
    {
        await using var host = await StartAsync();

        var first = await DeliverAsync(host, "wh_0001");
        var again = await DeliverAsync(host, "wh_0001");
        var other = await DeliverAsync(host, "wh_0002");

        Assert.Equal(
            [HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.NoContent], [first, again, other]);
        Assert.Equal(["wh_0001", "wh_0002"], _handled.Select(happened => happened.DeliveryId));
        Assert.Equal("batch_0001", _handled[0].BatchId);
    }

    [Fact]
    public async Task A_handler_that_throws_is_called_again_when_the_event_is_delivered_again()
    {
        await using var host = await StartAsync();
        _work = () => throw new InvalidOperationException("The database is away.");

        var failed = await DeliverAsync(host, "wh_0001");
        _work = () => Task.CompletedTask;
        var again = await DeliverAsync(host, "wh_0001");

        Assert.Equal([HttpStatusCode.InternalServerError, HttpStatusCode.NoContent], [failed, again]);
        Assert.Equal(2, _handled.Count);
    }

    [Fact]
    public async Task A_repeated_delivery_is_refused_while_the_handler_runs()
    {
        await using var host = await StartAsync();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _work = () =>
        {
            begun.TrySetResult();

            return end.Task;
        };

        var first = DeliverAsync(host, "wh_0001");
        await begun.Task.WaitAsync(Token);
        var second = await DeliverAsync(host, "wh_0001");
        end.SetResult();

        Assert.Equal(HttpStatusCode.Conflict, second);
        Assert.Equal(HttpStatusCode.NoContent, await first);
        Assert.Single(_handled);
    }

    [Fact]
    public async Task A_delivery_is_remembered_for_three_days_and_the_tolerance()
    {
        await using var host = await StartAsync();
        await DeliverAsync(host, "wh_0001");

        _clock.Advance(TimeSpan.FromHours(72) + TimeSpan.FromMinutes(4));
        await DeliverAsync(host, "wh_0001");
        Assert.Single(_handled);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await DeliverAsync(host, "wh_0001");

        Assert.Equal(2, _handled.Count);
    }

    [Theory]
    [InlineData("wrong", "v1,AAAA")]
    [InlineData("missing", null)]
    public async Task A_wrong_or_missing_signature_is_refused(string what, string? signature)
    {
        await using var host = await StartAsync();

        var status = await PostAsync(host, Body, "wh_0001", Now, signature);

        Assert.NotEmpty(what);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Empty(_handled);
    }

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    public async Task A_delivery_that_is_too_old_or_too_new_is_refused(int seconds)
    {
        await using var host = await StartAsync();
        var time = _clock.GetUtcNow().ToUnixTimeSeconds() + seconds;

        var status = await PostAsync(host, Body, "wh_0001", $"{time}", Sign("wh_0001", $"{time}", Body));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Empty(_handled);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task An_empty_id_is_refused_since_the_delivery_could_be_repeated(string id)
    {
        await using var host = await StartAsync();

        var status = await PostAsync(host, Body, id, Now, Sign("", Now, Body));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Empty(_handled);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_more_than_64_KiB_is_refused_unread(bool isChunked)
    {
        await using var host = await StartAsync();
        var body = Body + new string(' ', 64 * 1024);

        var status = await PostAsync(host, body, "wh_0001", Now, Sign("wh_0001", Now, body), isChunked);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Empty(_handled);
    }

    [Fact]
    public async Task A_store_of_the_container_is_used()
    {
        var store = new ImageWebhookMemoryStore(_clock);
        await store.KeepAsync("wh_0001", TimeSpan.FromHours(1), Token);
        await using var host = await StartAsync(services => services.AddSingleton<IImageWebhookStore>(store));

        Assert.Equal(HttpStatusCode.NoContent, await DeliverAsync(host, "wh_0001"));
        Assert.Empty(_handled);
    }

    [Fact]
    public async Task A_claim_of_a_process_that_died_ends_with_its_lease()
    {
        var store = new ImageWebhookMemoryStore(_clock);
        var lease = TimeSpan.FromMinutes(10);

        Assert.Equal(ImageWebhookClaim.Begun, await store.BeginAsync("a", lease, Token));
        Assert.Equal(ImageWebhookClaim.UnderWay, await store.BeginAsync("a", lease, Token));
        _clock.Advance(lease);
        Assert.Equal(ImageWebhookClaim.Begun, await store.BeginAsync("a", lease, Token));
        await store.ReleaseAsync("a", Token);
        Assert.Equal(ImageWebhookClaim.Begun, await store.BeginAsync("a", lease, Token));
        await store.KeepAsync("a", lease, Token);
        Assert.Equal(ImageWebhookClaim.Done, await store.BeginAsync("a", lease, Token));
    }

    [Fact]
    public async Task The_secret_of_the_configuration_is_used_by_default()
    {
        await using var host = await StartAsync(
            services => services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([new("OPENAI_WEBHOOK_SECRET", $" {Secret}\n")])
                .Build()),
            configure: _ => { });

        Assert.Equal(HttpStatusCode.NoContent, await DeliverAsync(host, "wh_0001"));
    }

    [Theory]
    [InlineData(null, "OPENAI_WEBHOOK_SECRET")]
    [InlineData("whsec_!", "base64")]
    public async Task A_secret_that_is_missing_or_wrong_is_a_fault_at_the_start(string? secret, string named)
    {
        var fault = await Assert.ThrowsAsync<ImageConfigurationException>(() => StartAsync(
            configure: options =>
            {
                if (secret is not null)
                {
                    options.Secrets.Add(secret);
                }
            }));

        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_outside_their_range_are_refused()
    {
        var options = new ImageWebhookEndpointOptions();

        Assert.Throws<ArgumentOutOfRangeException>(() => options.Tolerance = TimeSpan.FromSeconds(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => options.Lease = TimeSpan.Zero);
    }

    private string Now => $"{_clock.GetUtcNow().ToUnixTimeSeconds()}";

    private static string Sign(string id, string timestamp, string body)
    {
        using var hmac = new HMACSHA256(Enumerable.Range(0, 32).Select(value => (byte)value).ToArray());
        var message = (id.Length == 0 ? "" : $"{id}.") + $"{timestamp}.{body}";

        return "v1," + Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(message)));
    }

    private static async Task<HttpStatusCode> PostAsync(
        WebHost host, string body, string id, string timestamp, string? signature, bool isChunked = false)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/hook")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        message.Headers.TransferEncodingChunked = isChunked ? true : null;
        message.Headers.TryAddWithoutValidation("webhook-id", id);
        message.Headers.TryAddWithoutValidation("webhook-timestamp", timestamp);
        if (signature is not null)
        {
            message.Headers.TryAddWithoutValidation("webhook-signature", signature);
        }

        using var reply = await host.Http.SendAsync(message, Token);

        return reply.StatusCode;
    }

    private Task<HttpStatusCode> DeliverAsync(WebHost host, string id)
        => PostAsync(host, Body, id, Now, Sign(id, Now, Body));

    private Task<WebHost> StartAsync(
        Action<IServiceCollection>? register = null, Action<ImageWebhookEndpointOptions>? configure = null)
        => WebHost.StartAsync(
            app => app.MapImageWebhook(
                "/hook",
                async (happened, services, stop) =>
                {
                    Assert.NotNull(services.GetService<TimeProvider>());
                    _handled.Add(happened);
                    await _work();
                },
                configure ?? (options => options.Secrets.Add(Secret))),
            services =>
            {
                services.AddSingleton<TimeProvider>(_clock);
                register?.Invoke(services);
            });
}
