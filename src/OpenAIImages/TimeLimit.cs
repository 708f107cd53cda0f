namespace OpenAIImages;

/// <summary>Cancels work when its time is over, or when its caller cancels it.</summary>
/// <remarks>Dispose of the limit when the work has ended. The clock comes from the options, so that tests can control
/// it.</remarks>
internal sealed class TimeLimit : IDisposable
{
    // An extended limit ends at most this much too late.
    private static readonly TimeSpan MinExtension = TimeSpan.FromSeconds(1);

    // The class keeps one limit for the next attempt. A new limit for each attempt would cost 260 bytes. With them, an
    // upload and an image to a destination would allocate more than the 9 and 4 KiB of AllocationBudgetTests.
    private static TimeLimit? _spare;

    private readonly CancellationTokenSource _source = new();
    private CancellationToken _caller;
    private CancellationTokenRegistration _registration;
    private Func<TimeSpan>? _timeLeft;
    private ITimer? _timer;

    private TimeLimit()
    {
    }

    /// <summary>Gets the token for the work.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Gets whether the time is over while the caller still waits.</summary>
    public bool IsOver => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Begins the time of some work.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="time">The time limit of the work.</param>
    /// <param name="caller">The token of the caller, who waits for the work.</param>
    /// <param name="timeLeft">Returns the extension of the limit when <paramref name="time"/> has passed. A limit
    /// without this function is never extended.</param>
    public static TimeLimit Begin(
        TimeProvider clock, TimeSpan time, CancellationToken caller, Func<TimeSpan>? timeLeft = null)
    {
        var limit = Interlocked.Exchange(ref _spare, null) ?? new TimeLimit();
        limit.Start(clock, time, timeLeft, caller);

        return limit;
    }

    /// <summary>Cancels a source from the callback of a timer. The source may be disposed of already, since the
    /// disposal of a timer does not wait for its callback. An exception there would end the process.</summary>
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

        // The timer starts only after it is in its field, since its callback may set it again.
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
