namespace OpenAIImages.Many.Running;

/// <summary>The number of calls that may be under way. It falls when the service refuses a call or says that few calls
/// are left, and then rises slowly.</summary>
/// <param name="most">The highest number.</param>
/// <param name="longestPause">The longest pause without calls.</param>
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

    /// <summary>Waits while the service would refuse calls.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (Pause() is var pause && pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Records a success, and the limits that the reply named.</summary>
    /// <param name="limits">The limits in the reply, if it named any.</param>
    /// <param name="images">The number of images that the call asked for.</param>
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

    /// <summary>Records that the service refused a call because of too many calls.</summary>
    /// <param name="pause">The time without calls.</param>
    public void Refuse(TimeSpan pause)
    {
        lock (_gate)
        {
            _successes = 0;

            // The service refuses all calls that were under way together. They count as one refusal.
            if (_pausedUntil <= Now)
            {
                _current = Math.Max(1, _current / 2);
            }

            PauseFor(pause);
        }
    }

    // The tokens of a call are not known beforehand. A limit on tokens counts only when it is used up.
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
