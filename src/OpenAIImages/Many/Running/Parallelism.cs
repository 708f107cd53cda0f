namespace OpenAIImages.Many.Running;

/// <summary>How many calls may be under way: fewer after the service refused one, and slowly more again.</summary>
/// <param name="most">The most.</param>
/// <param name="time">The clock.</param>
internal sealed class Parallelism(int most, TimeProvider time)
{
    private readonly int _most = most;
    private readonly object _gate = new();
    private int _current = most;
    private int _successes;
    private DateTimeOffset _pausedUntil;

    public int Current
    {
        get
        {
            lock (_gate)
            {
                return _current;
            }
        }
    }

    /// <summary>Waits while calls would be refused.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (Pause() is var pause && pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Learns that a call succeeded, and what its reply said about limits.</summary>
    public void Succeed(ImageRateLimits? limits)
    {
        lock (_gate)
        {
            if (++_successes >= _current)
            {
                _successes = 0;
                _current = Math.Min(_current + 1, _most);
            }

            foreach (var limit in limits?.Dimensions ?? [])
            {
                if (limit is { Remaining: 0, ResetAfter: { } reset })
                {
                    PauseFor(reset);
                }
            }
        }
    }

    /// <summary>Learns that the service refused a call since there were too many.</summary>
    /// <param name="pause">How long no call is made.</param>
    public void Refuse(TimeSpan pause)
    {
        lock (_gate)
        {
            _successes = 0;

            // Calls that were under way together are refused together, and count as one refusal.
            if (_pausedUntil <= time.GetUtcNow())
            {
                _current = Math.Max(1, _current / 2);
            }

            PauseFor(pause);
        }
    }

    private void PauseFor(TimeSpan pause)
    {
        var until = time.GetUtcNow() + pause;
        _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
    }

    private TimeSpan Pause()
    {
        lock (_gate)
        {
            return _pausedUntil - time.GetUtcNow();
        }
    }
}
