namespace OpenAIImages;

/// <summary>A store of webhook deliveries in memory, for one process.</summary>
/// <remarks>A restart empties the store, so that an event may be handled again. The store keeps only signed deliveries,
/// each for a limited time. Safe for concurrent use.</remarks>
public sealed class ImageWebhookMemoryStore : IImageWebhookStore
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private DateTimeOffset _sweptAt;

    /// <summary>Makes an empty store.</summary>
    /// <param name="timeProvider">The clock; the system's when <see langword="null"/>.</param>
    public ImageWebhookMemoryStore(TimeProvider? timeProvider = null)
    {
        _clock = timeProvider ?? TimeProvider.System;
        _sweptAt = _clock.GetUtcNow();
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="deliveryId"/> is blank.</exception>
    public ValueTask<ImageWebhookClaim> BeginAsync(
        string deliveryId, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(deliveryId);
        var now = _clock.GetUtcNow();
        lock (_entries)
        {
            Sweep(now);
            if (_entries.TryGetValue(deliveryId, out var entry) && entry.Until > now)
            {
                return new(entry.IsDone ? ImageWebhookClaim.Done : ImageWebhookClaim.UnderWay);
            }

            _entries[deliveryId] = new Entry(now + lease, IsDone: false);
        }

        return new(ImageWebhookClaim.Begun);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="deliveryId"/> is blank.</exception>
    public ValueTask KeepAsync(string deliveryId, TimeSpan time, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(deliveryId);
        lock (_entries)
        {
            _entries[deliveryId] = new Entry(_clock.GetUtcNow() + time, IsDone: true);
        }

        return default;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="deliveryId"/> is blank.</exception>
    public ValueTask ReleaseAsync(string deliveryId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(deliveryId);
        lock (_entries)
        {
            _entries.Remove(deliveryId);
        }

        return default;
    }

    private void Sweep(DateTimeOffset now)
    {
        if (now - _sweptAt < SweepEvery)
        {
            return;
        }

        _sweptAt = now;
        foreach (var entry in _entries.Where(entry => entry.Value.Until <= now).ToArray())
        {
            _entries.Remove(entry.Key);
        }
    }

    private readonly record struct Entry(DateTimeOffset Until, bool IsDone);
}
