namespace OpenAIImages.Many.Running;

/// <summary>How many calls may be under way: fewer after the service refused one or says that little is left, and
/// slowly more again.</summary>
/// <param name="most">The most.</param>
/// <param name="longestPause">The longest time that no call is made.</param>
/// <param name="time">The clock.</param>
internal sealed class Parallelism(int most, TimeSpan longestPause, TimeProvider time)
{
    private readonly int _most = most;
    private readonly object _gate = new();
    private readonly long _began = time.GetTimestamp();
    private int _current = most;
    private int _successes;
    private TimeSpan _pausedUntil;
    private int _left;
    private TimeSpan _leftUntil;

    private TimeSpan Now => time.GetElapsedTime(_began);

    public int Current
    {
        get
        {
            lock (_gate)
            {
                return _leftUntil > Now ? Math.Max(1, Math.Min(_current, _left)) : _current;
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
    /// <param name="limits">The limits that the reply named, if it named any.</param>
    /// <param name="images">How many images the call asked for.</param>
    public void Succeed(ImageRateLimits? limits, int images)
    {
        lock (_gate)
        {
            if (++_successes >= _current)
            {
                _successes = 0;
                _current = Math.Min(_current + 1, _most);
            }

            _leftUntil = TimeSpan.Zero;
            foreach (var limit in limits?.Dimensions ?? [])
            {
                if (limit is { Remaining: { } remaining, ResetAfter: { } reset })
                {
                    Learn(limit.Dimension, remaining, images, reset);
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
            if (_pausedUntil <= Now)
            {
                _current = Math.Max(1, _current / 2);
            }

            PauseFor(pause);
        }
    }

    // How many tokens a call takes cannot be told beforehand, so that only their end counts.
    private void Learn(string dimension, long remaining, int images, TimeSpan reset)
    {
        if (remaining <= 0)
        {
            PauseFor(reset);

            return;
        }

        long? calls = dimension switch
        {
            "requests" => remaining,
            "images" => remaining / images,
            _ => null,
        };
        if (calls is { } left && left < _current)
        {
            _left = _leftUntil > TimeSpan.Zero ? Math.Min(_left, (int)left) : (int)left;
            _leftUntil = Later(_leftUntil, Now + Shorter(reset, longestPause));
        }
    }

    private void PauseFor(TimeSpan pause) => _pausedUntil = Later(_pausedUntil, Now + Shorter(pause, longestPause));

    private TimeSpan Pause()
    {
        lock (_gate)
        {
            return _pausedUntil - Now;
        }
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
