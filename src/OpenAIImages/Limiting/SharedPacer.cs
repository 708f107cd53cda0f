using System.Threading.RateLimiting;

namespace OpenAIImages.Limiting;

/// <summary>How many images a minute go to one service by one key, and who waits for a turn.</summary>
/// <remarks>
/// Safe for concurrent use. Turns are taken in the order in which they were asked for, so that many small calls cannot
/// keep a large one waiting for ever.
/// </remarks>
internal sealed class SharedPacer(TimeProvider clock)
{
    private static readonly TimeSpan TimerStep = TimeSpan.FromMilliseconds(1);

    private readonly object _gate = new();
    private readonly long _origin = clock.GetTimestamp();
    private readonly MinuteWindow _window = new();
    private readonly LinkedList<QueuedRequest> _queue = new();
    private readonly List<ServerReportedLimit> _allowances = [];
    private TimeSpan _pausedUntil;
    private ITimer? _timer;
    private int _queuedImages;
    private int _imagesOnTheirWay;
    private int _callsOnTheirWay;
    private bool _isRetired;

    /// <summary>Asks for a turn.</summary>
    /// <returns>The leave to go, or a lease that was not acquired when too many wait; <see langword="null"/> when this
    /// pace has been retired.</returns>
    public ValueTask<RateLimitLease>? Enter(PermitRequest turn, CancellationToken cancellationToken)
    {
        LinkedListNode<QueuedRequest> waiter;
        lock (_gate)
        {
            if (_isRetired)
            {
                return null;
            }

            var now = Advance();
            var wait = WaitFor(turn, now);
            if (_queue.Count == 0 && wait == TimeSpan.Zero)
            {
                return new(Grant(turn, now));
            }

            if (turn.Images > turn.MaxQueued - _queuedImages)
            {
                return new(ImageLease.Refused(wait));
            }

            waiter = _queue.AddLast(new QueuedRequest(turn));
            _queuedImages += turn.Images;
            ServeQueue(now);
        }

        return new(WaitAsync(waiter, cancellationToken));
    }

    /// <summary>Takes heed of what the service says is left, in place of what it said before.</summary>
    /// <param name="limits">What it said.</param>
    /// <param name="longest">The most that it may slow calls down.</param>
    public void Learn(ImageRateLimits limits, TimeSpan longest)
    {
        lock (_gate)
        {
            var now = Advance();
            _allowances.Clear();
            foreach (var limit in limits.Dimensions)
            {
                if (limit is { Remaining: { } left, ResetAfter: { } time })
                {
                    // What is on its way may have been counted or not. Too little is put right by the next reply.
                    var onItsWay = ServerReportedLimit.Cost(limit.Dimension, _imagesOnTheirWay, _callsOnTheirWay);
                    _allowances.Add(
                        new ServerReportedLimit(
                            limit.Dimension, Math.Max(left, 0) - onItsWay, now + Shorter(time, longest)));
                }
            }

            ServeQueue(now);
        }
    }

    /// <summary>Lets nobody go for a while.</summary>
    public void Pause(TimeSpan time)
    {
        lock (_gate)
        {
            var now = Advance();
            _pausedUntil = Later(_pausedUntil, now + time);
            ServeQueue(now);
        }
    }

    /// <summary>Ends an attempt; it goes on counting for its minute.</summary>
    public void End(ImageLease lease)
    {
        lock (_gate)
        {
            _callsOnTheirWay--;
            _imagesOnTheirWay -= lease.Asked;
        }
    }

    /// <summary>Undoes the counting of an attempt that was not sent.</summary>
    public void GiveBack(ImageLease lease)
    {
        lock (_gate)
        {
            _window.GiveBack(lease);
            ServeQueue(Advance());
        }
    }

    /// <summary>Ends this pace if nothing depends on it: nobody waits, nothing counts, nothing is on its way.</summary>
    /// <returns>Whether it has ended.</returns>
    public bool Retire()
    {
        lock (_gate)
        {
            var now = Advance();
            _isRetired = _queue.Count == 0 && _callsOnTheirWay == 0 && _window.Images == 0 && _pausedUntil <= now
                && _allowances.TrueForAll(allowance => allowance.Until <= now);
            if (_isRetired)
            {
                _timer?.Dispose();
            }

            return _isRetired;
        }
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private TimeSpan Advance()
    {
        var now = clock.GetElapsedTime(_origin);
        _window.Expire(now);

        return now;
    }

    private TimeSpan WaitFor(PermitRequest turn, TimeSpan now)
    {
        var start = Later(_window.RoomFor(turn, now), _pausedUntil);
        foreach (var allowance in _allowances)
        {
            start = allowance.Stops(turn, now) ? Later(start, allowance.Until) : start;
        }

        return Later(start - now, TimeSpan.Zero);
    }

    private ImageLease Grant(PermitRequest turn, TimeSpan now)
    {
        _callsOnTheirWay++;
        _imagesOnTheirWay += turn.Images;
        foreach (var allowance in _allowances)
        {
            allowance.Take(turn);
        }

        return _window.Add(this, turn, now);
    }

    private void ServeQueue(TimeSpan now)
    {
        while (_queue.First is { Value: var next })
        {
            var wait = WaitFor(next.Turn, now);
            if (wait > TimeSpan.Zero)
            {
                Wake(wait);

                return;
            }

            Dequeue(_queue.First);
            next.Grant(Grant(next.Turn, now));
        }
    }

    private void Dequeue(LinkedListNode<QueuedRequest> waiter)
    {
        _queue.Remove(waiter);
        _queuedImages -= waiter.Value.Turn.Images;
    }

    private async Task<RateLimitLease> WaitAsync(
        LinkedListNode<QueuedRequest> waiter, CancellationToken cancellationToken)
    {
        using (cancellationToken.Register(() => Leave(waiter, cancellationToken)))
        {
            return await waiter.Value.Lease.ConfigureAwait(false);
        }
    }

    private void Leave(LinkedListNode<QueuedRequest> waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (waiter.List is not null)
            {
                Dequeue(waiter);
                waiter.Value.Cancel(cancellationToken);
                ServeQueue(Advance());
            }
        }
    }

    // Timers count whole milliseconds, and one that comes too early would be set again.
    private void Wake(TimeSpan wait)
    {
        _timer ??= CreateTimer();
        _timer.Change(wait + TimerStep, Timeout.InfiniteTimeSpan);
    }

    // It outlives the call that happens to come first, and must not keep what that one has in its context.
    private ITimer CreateTimer()
    {
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            return clock.CreateTimer(
                static pacer => ((SharedPacer)pacer!).Continue(),
                this,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
        }
    }

    private void Continue()
    {
        lock (_gate)
        {
            ServeQueue(Advance());
        }
    }
}
