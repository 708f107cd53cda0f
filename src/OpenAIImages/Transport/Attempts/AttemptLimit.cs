using System.Collections.Concurrent;

namespace OpenAIImages.Transport;

/// <summary>Cancels an attempt when its time is over, and when its caller does.</summary>
/// <remarks>
/// Used again where the runtime can, so that an attempt costs no timer. Polly's strategy does the same, at the price of
/// a fifth of a megabyte in programs that are compiled ahead of time.
/// </remarks>
internal sealed class AttemptLimit : IDisposable
{
    private static readonly ConcurrentQueue<AttemptLimit> Spare = new();

    private readonly CancellationTokenSource _source = new();

    private CancellationToken _caller;
    private CancellationTokenRegistration _registration;
    private ITimer? _timer;

    public CancellationToken Token => _source.Token;

    /// <summary>Gets whether the time is over, and not the caller's patience.</summary>
    public bool IsOver => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Begins the time of an attempt.</summary>
    /// <param name="clock">What measures it.</param>
    /// <param name="time">The time, more than zero.</param>
    /// <param name="caller">Abandons the attempt.</param>
    /// <returns>The limit, to be disposed of when the attempt has ended.</returns>
    public static AttemptLimit Begin(TimeProvider clock, TimeSpan time, CancellationToken caller)
    {
        if (!Spare.TryDequeue(out var limit))
        {
            limit = new AttemptLimit();
        }

        if (clock == TimeProvider.System)
        {
            limit._source.CancelAfter(time);
        }
        else
        {
            limit._timer = clock.CancelAfter(limit._source, time);
        }

        limit._caller = caller;
        limit._registration = caller.UnsafeRegister(
            static state => ((CancellationTokenSource)state!).Cancel(), limit._source);

        return limit;
    }

    public void Dispose()
    {
        _registration.Dispose();
        _caller = default;

        // A timer of another clock may still be about to fire.
        if (_timer is null && _source.TryReset())
        {
            Spare.Enqueue(this);

            return;
        }

        _timer?.Dispose();
        _source.Dispose();
    }
}
