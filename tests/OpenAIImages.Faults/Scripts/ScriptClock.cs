namespace OpenAIImages.Faults.Scripts;

/// <summary>The clock of one call: as fast as <see cref="FastClock"/>, and time can pass on it at once.</summary>
/// <remarks>A fault that only a time limit ends lets the limit pass. The limit itself can then be so long that a busy
/// machine never reaches it.</remarks>
internal sealed class ScriptClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly HashSet<SkippableTimer> _timers = [];
    private TimeSpan _skipped;

    public override long TimestampFrequency => FastClock.Instance.TimestampFrequency;

    private TimeSpan Skipped
    {
        get
        {
            lock (_lock)
            {
                return _skipped;
            }
        }
    }

    public override long GetTimestamp()
        => FastClock.Instance.GetTimestamp() + (long)(Skipped.TotalSeconds * TimestampFrequency);

    public override DateTimeOffset GetUtcNow() => FastClock.Instance.GetUtcNow() + Skipped;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SkippableTimer(this, callback, state);
        lock (_lock)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);

        return timer;
    }

    /// <summary>Lets a time pass at once, and ends the timers that would end within this time.</summary>
    public void Skip(TimeSpan time)
    {
        SkippableTimer[] timers;
        lock (_lock)
        {
            _skipped += time;
            timers = [.. _timers];
        }

        foreach (var timer in timers)
        {
            timer.Recalculate();
        }
    }

    private sealed class SkippableTimer : ITimer
    {
        private readonly ScriptClock _clock;
        private readonly Lock _turn = new();
        private readonly ITimer _timer;
        private DateTimeOffset? _end;

        public SkippableTimer(ScriptClock clock, TimerCallback callback, object? state)
        {
            _clock = clock;
            _timer = FastClock.Instance.CreateTimer(
                _ =>
                {
                    if (TryEnd())
                    {
                        callback(state);
                    }
                },
                state: null,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period != Timeout.InfiniteTimeSpan && period != TimeSpan.Zero)
            {
                throw new NotSupportedException("The client has no timers that repeat.");
            }

            lock (_turn)
            {
                _end = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime;

                return _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
            }
        }

        public void Recalculate()
        {
            lock (_turn)
            {
                if (_end is { } end)
                {
                    var left = end - _clock.GetUtcNow();
                    _timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
                }
            }
        }

        public void Dispose()
        {
            Forget();
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Forget();

            return _timer.DisposeAsync();
        }

        private bool TryEnd()
        {
            lock (_turn)
            {
                var ends = _end is not null;
                _end = null;

                return ends;
            }
        }

        private void Forget()
        {
            lock (_turn)
            {
                _end = null;
            }

            lock (_clock._lock)
            {
                _clock._timers.Remove(this);
            }
        }
    }
}
