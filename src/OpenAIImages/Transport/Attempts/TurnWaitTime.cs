namespace OpenAIImages.Transport;

/// <summary>Measures the time that a call has waited for its turns under a rate limiter. It is safe for concurrent
/// use.</summary>
/// <param name="clock">The clock.</param>
/// <remarks>The user's pipeline may let several attempts wait at the same time. Their common time counts
/// once.</remarks>
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

    /// <summary>Records that an attempt begins to wait.</summary>
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

    /// <summary>Records that an attempt has waited.</summary>
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
