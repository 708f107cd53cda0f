namespace OpenAIImages;

/// <summary>Cancels work when its time is over, or when its caller cancels it.</summary>
/// <remarks>Dispose of it when the work has ended. The clock is that of the options, so that tests can turn
/// it.</remarks>
internal sealed class TimeLimit : IDisposable
{
    // A limit that was extended ends at most this much late.
    private static readonly TimeSpan MinExtension = TimeSpan.FromSeconds(1);

    // One limit is kept for the next attempt. A new one for each would cost 260 bytes, and with them an upload and an
    // image to a destination would allocate more than the 9 and 4 KiB that AllocationBudgetTests holds.
    private static TimeLimit? _spare;

    private readonly CancellationTokenSource _source = new();
    private CancellationToken _caller;
    private CancellationTokenRegistration _registration;
    private Func<TimeSpan>? _timeLeft;
    private ITimer? _timer;

    private TimeLimit()
    {
    }

    /// <summary>Gets the token to give to the work.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Gets whether the time is over while the caller still waits.</summary>
    public bool IsOver => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Begins the time of some work.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="time">How long the work may take.</param>
    /// <param name="caller">The token of whoever waits for the work.</param>
    /// <param name="timeLeft">Returns, when <paramref name="time"/> has passed, by how much the limit is extended; a
    /// limit without it is never extended.</param>
    public static TimeLimit Begin(
        TimeProvider clock, TimeSpan time, CancellationToken caller, Func<TimeSpan>? timeLeft = null)
    {
        var limit = Interlocked.Exchange(ref _spare, null) ?? new TimeLimit();
        limit.Start(clock, time, timeLeft, caller);

        return limit;
    }

    /// <summary>Cancels a source from the callback of a timer. The source may be disposed of already, since disposing
    /// of a timer does not wait for its callback; an exception there would end the process.</summary>
    public static void CancelUnlessDisposed(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The work ended at the last moment.
        }
    }

    public void Dispose()
    {
        _registration.Dispose();

        // A timer of another clock may still be about to fire.
        if (_timer is null && _source.TryReset())
        {
            _caller = default;
            Volatile.Write(ref _spare, this);

            return;
        }

        _timer?.Dispose();
        _source.Dispose();
    }

    private void Start(TimeProvider clock, TimeSpan time, Func<TimeSpan>? timeLeft, CancellationToken caller)
    {
        (_caller, _timeLeft) = (caller, timeLeft);
        _registration = caller.UnsafeRegister(
            static source => CancelUnlessDisposed((CancellationTokenSource)source!), _source);
        if (clock == TimeProvider.System && timeLeft is null)
        {
            _source.CancelAfter(time);

            return;
        }

        // The timer starts only once it is in its field, since its callback may set it again.
        _timer = clock.CreateTimer(
            static state => ((TimeLimit)state!).EndOrExtend(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        _timer.Change(time, Timeout.InfiniteTimeSpan);
    }

    private void EndOrExtend()
    {
        var left = _timeLeft?.Invoke() ?? TimeSpan.Zero;
        if (left > TimeSpan.Zero)
        {
            _timer!.Change(left > MinExtension ? left : MinExtension, Timeout.InfiniteTimeSpan);
        }
        else
        {
            CancelUnlessDisposed(_source);
        }
    }
}
