using System.Globalization;
using Microsoft.Extensions.Logging;
using OpenAIImages.Emulator.Pipeline;

namespace OpenAIImages.Emulator.Webhooks;

/// <summary>Delivers events to endpoints on this machine, and repeats each delivery until the endpoint accepts it.
/// </summary>
/// <remarks>The waits between the attempts double from five seconds to an hour, for three days, on the emulator's
/// clock. An attempt has a time limit of thirty seconds.</remarks>
internal sealed class WebhookSender : IAsyncDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan GivesUpAfter = TimeSpan.FromHours(72);
    private static readonly TimeSpan TryLimit = TimeSpan.FromSeconds(30);

    private readonly ImageEmulatorOptions _options;
    private readonly ILogger _logger;
    private readonly byte[][] _keys;
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _stopping = new();
    private readonly object _lock = new();
    private readonly HashSet<Task> _deliveries = [];

    public WebhookSender(ImageEmulatorOptions options, ILogger logger)
    {
        _options = options;
        _logger = logger;
        _keys = [.. options.WebhookSecrets.Select(secret => WebhookSignature.KeyOf(secret)!)];

        // The request goes directly to the endpoint: nothing leaves this machine through a proxy or a redirect.
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Delivers an event to every endpoint.</summary>
    /// <returns>A task that ends when each endpoint has accepted the event or the sender has given up.</returns>
    public Task SendAsync(WebhookEvent happened)
    {
        lock (_lock)
        {
            var deliveries = Task.WhenAll(_options.WebhookEndpoints
                .Select(endpoint => Task.Run(() => DeliverAsync(happened, endpoint, _stopping.Token))));
            _deliveries.Add(deliveries);
            deliveries.ContinueWith(Forget, TaskScheduler.Default);

            return deliveries;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        Task[] left;
        lock (_lock)
        {
            left = [.. _deliveries];
        }

        await ((Task)Task.WhenAll(left)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _http.Dispose();
    }

    private async Task DeliverAsync(WebhookEvent happened, Uri endpoint, CancellationToken stopping)
    {
        var end = _options.TimeProvider.GetUtcNow() + GivesUpAfter;
        for (var wait = FirstWait; !await TryAsync(happened, endpoint, stopping).ConfigureAwait(false);)
        {
            if (_options.TimeProvider.GetUtcNow() + wait > end)
            {
                EmulatorLog.GivenUp(_logger, happened.DeliveryId, endpoint);

                return;
            }

            await Task.Delay(wait, _options.TimeProvider, stopping).ConfigureAwait(false);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    /// <returns>Whether the endpoint accepted the event with a status of success.</returns>
    private async Task<bool> TryAsync(WebhookEvent happened, Uri endpoint, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(TryLimit, _options.TimeProvider);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, limit.Token);
        using var message = Write(happened, endpoint);
        try
        {
            using var reply = await _http
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ended.Token).ConfigureAwait(false);
            if (!reply.IsSuccessStatusCode)
            {
                EmulatorLog.Undelivered(_logger, null, happened.DeliveryId, endpoint);
            }

            return reply.IsSuccessStatusCode;
        }
        catch (Exception e) when (
            e is HttpRequestException or OperationCanceledException && !stopping.IsCancellationRequested)
        {
            EmulatorLog.Undelivered(_logger, e, happened.DeliveryId, endpoint);

            return false;
        }
    }

    private HttpRequestMessage Write(WebhookEvent happened, Uri endpoint)
    {
        // Each attempt has its own timestamp, so that the endpoint does not refuse a late attempt for its age.
        var now = _options.TimeProvider.GetUtcNow().ToUnixTimeSeconds();
        var content = new ByteArrayContent(happened.Body);
        content.Headers.ContentType = new("application/json");
        var message = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = content };
        message.Headers.Add("webhook-id", happened.DeliveryId);
        message.Headers.Add("webhook-timestamp", now.ToString(CultureInfo.InvariantCulture));
        message.Headers.Add(
            "webhook-signature", WebhookSignature.Write(_keys, happened.DeliveryId, now, happened.Body));

        return message;
    }

    private void Forget(Task delivery)
    {
        lock (_lock)
        {
            _deliveries.Remove(delivery);
        }
    }
}
