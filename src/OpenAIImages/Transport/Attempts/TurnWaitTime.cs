namespace OpenAIImages.Transport;

/// <summary>Measures how long a call has waited for its turns under a rate limiter. Safe for concurrent use.</summary>
/// <param name="clock">The clock.</param>
/// <remarks>A pipeline of the user's may let several attempts wait at once. Their common time counts once.</remarks>
internal sealed class TurnWaitTime(TimeProvider clock)
{
    private readonly object _gate = new();
    private TimeSpan _total;
    private long _since;
    private int _waiting;

    /// <summary>Gets the time waited so far.</summary>
    public TimeSpan Total
    {
        get
        {
            lock (_gate)
            {
                return _waiting == 0 ? _total : _total + clock.GetElapsedTime(_since);
            }
        }
    }

    /// <summary>Says that an attempt begins to wait.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            if (_waiting++ == 0)
            {
                _since = clock.GetTimestamp();
            }
        }
    }

    /// <summary>Says that an attempt has waited.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (--_waiting == 0)
            {
                _total += clock.GetElapsedTime(_since);
            }
        }
    }
}
