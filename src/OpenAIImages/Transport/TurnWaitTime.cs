namespace OpenAIImages.Transport;

/// <summary>The time that a call has spent waiting for its turns. Safe for concurrent use.</summary>
/// <param name="clock">What measures it.</param>
internal sealed class TurnWaitTime(TimeProvider clock)
{
    private readonly object _gate = new();
    private TimeSpan _total;
    private long _since;
    private int _waiting;

    /// <summary>Gets the whole of it so far. Attempts that wait at once, by a pipeline of the user's, wait once.
    /// </summary>
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
