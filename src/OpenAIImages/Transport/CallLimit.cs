namespace OpenAIImages.Transport;

/// <summary>Cancels a call whose time is over. The time stands still while the call waits for its turn.</summary>
internal sealed class CallLimit : IDisposable
{
    // A timer that is set again comes late by this at most.
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly CallAttempts _call;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;
    private readonly ITimer _timer;

    /// <summary>Begins the time of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="caller">Abandons it.</param>
    public CallLimit(CallAttempts call, CancellationToken caller)
    {
        _call = call;
        _caller = caller;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);

        // Started only when it is known here, since its callback sets it again.
        _timer = call.Options.TimeProvider.CreateTimer(
            static state => ((CallLimit)state!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(call.TotalTimeout, Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Gets whether the time is over, and not the caller's patience.</summary>
    public bool IsOver => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    public void Dispose()
    {
        _timer.Dispose();
        _source.Dispose();
    }

    private void Look()
    {
        var left = _call.TimeLeft();
        if (left > TimeSpan.Zero)
        {
            _timer.Change(left > Step ? left : Step, Timeout.InfiniteTimeSpan);
        }
        else
        {
            TimeLimit.CancelUnlessDisposed(_source);
        }
    }
}
