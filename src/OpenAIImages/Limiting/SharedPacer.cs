using System.Threading.RateLimiting;

namespace OpenAIImages.Limiting;

/// <summary>Counts the images a minute for one service and one key, and queues the calls that must wait.</summary>
/// <remarks>
/// The pacer is safe for concurrent use. Calls get their turns in the order of their requests, so many small calls
/// cannot delay a large call for ever.
/// </remarks>
internal sealed class SharedPacer(TimeProvider clock)
{
    private static readonly TimeSpan TimerStep = TimeSpan.FromMilliseconds(1);

    private readonly object _gate = new();
    private readonly long _origin = clock.GetTimestamp();
    private readonly MinuteWindow _window = new();
    private readonly LinkedList<QueuedRequest> _queue = new();
    private readonly List<ServerReportedLimit> _reportedLimits = [];
    private TimeSpan _pausedUntil;
    private ITimer? _timer;
    private int _queuedImages;
    private int _imagesOnTheirWay;
    private int _callsOnTheirWay;
    private bool _isRetired;

    /// <summary>Requests a turn.</summary>
    /// <returns>The lease, which is not acquired when too many images wait; <see langword="null"/> when this pacer has
    /// been retired.</returns>
    public ValueTask<RateLimitLease>? Enter(PermitRequest request, CancellationToken cancellationToken)
    {
        LinkedListNode<QueuedRequest> queued;
        lock (_gate)
        {
            if (_isRetired)
            {
                return null;
            }

            var now = Advance();
            var wait = WaitFor(request, now);
            if (_queue.Count == 0 && wait == TimeSpan.Zero)
            {
                return new(Grant(request, now));
            }

            if (request.Images > request.MaxQueued - _queuedImages)
            {
                return new(ImageLease.Refused(wait));
            }

            queued = _queue.AddLast(new QueuedRequest(request));
            _queuedImages += request.Images;
            ServeQueue(now);
        }

        return new(WaitAsync(queued, cancellationToken));
    }

    /// <summary>Takes the limits that the service reported, in place of its earlier limits.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="maxPause">The longest time that the limits may delay calls.</param>
    public void Learn(ImageRateLimits limits, TimeSpan maxPause)
    {
        lock (_gate)
        {
            var now = Advance();
            _reportedLimits.Clear();
            foreach (var limit in limits.Dimensions)
            {
                if (limit is { Remaining: { } left, ResetAfter: { } time })
                {
                    // The service may or may not have counted the running calls. If this subtraction takes too much,
                    // the next reply corrects it.
                    var onItsWay = ServerReportedLimit.Cost(limit.Dimension, _imagesOnTheirWay, _callsOnTheirWay);
                    _reportedLimits.Add(
                        new ServerReportedLimit(
                            limit.Dimension, Math.Max(left, 0) - onItsWay, now + Shorter(time, maxPause)));
                }
            }

            ServeQueue(now);
        }
    }

    /// <summary>Delays all calls for a while.</summary>
    public void Pause(TimeSpan time)
    {
        lock (_gate)
        {
            var now = Advance();
            _pausedUntil = Later(_pausedUntil, now + time);
            ServeQueue(now);
        }
    }

    /// <summary>Records that an attempt has ended. Its images still count for their minute.</summary>
    public void End(ImageLease lease)
    {
        lock (_gate)
        {
            _callsOnTheirWay--;
            _imagesOnTheirWay -= lease.Asked;
        }
    }

    /// <summary>Removes the images of an unsent attempt from the count.</summary>
    public void GiveBack(ImageLease lease)
    {
        lock (_gate)
        {
            _window.GiveBack(lease);
            ServeQueue(Advance());
        }
    }

    /// <summary>Retires this pacer if it is idle: no call waits, counts or runs.</summary>
    /// <returns>Whether it is retired. A retired pacer gives no turns.</returns>
    public bool Retire()
    {
        lock (_gate)
        {
            var now = Advance();
            _isRetired = _queue.Count == 0 && _callsOnTheirWay == 0 && _window.Images == 0 && _pausedUntil <= now
                && _reportedLimits.TrueForAll(limit => limit.Until <= now);
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

    private TimeSpan WaitFor(PermitRequest request, TimeSpan now)
    {
        var start = Later(_window.FindRoom(request, now), _pausedUntil);
        foreach (var limit in _reportedLimits)
        {
            start = limit.Stops(request, now) ? Later(start, limit.Until) : start;
        }

        return Later(start - now, TimeSpan.Zero);
    }

    private ImageLease Grant(PermitRequest request, TimeSpan now)
    {
        _callsOnTheirWay++;
        _imagesOnTheirWay += request.Images;
        foreach (var limit in _reportedLimits)
        {
            limit.Take(request);
        }

        return _window.Add(this, request, now);
    }

    private void ServeQueue(TimeSpan now)
    {
        while (_queue.First is { Value: var next })
        {
            var wait = WaitFor(next.Request, now);
            if (wait > TimeSpan.Zero)
            {
                SetTimer(wait);

                return;
            }

            Dequeue(_queue.First);
            next.Grant(Grant(next.Request, now));
        }
    }

    private void Dequeue(LinkedListNode<QueuedRequest> queued)
    {
        _queue.Remove(queued);
        _queuedImages -= queued.Value.Request.Images;
    }

    private async Task<RateLimitLease> WaitAsync(
        LinkedListNode<QueuedRequest> queued, CancellationToken cancellationToken)
    {
        using (cancellationToken.Register(() => Leave(queued, cancellationToken)))
        {
            return await queued.Value.Lease.ConfigureAwait(false);
        }
    }

    private void Leave(LinkedListNode<QueuedRequest> queued, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (queued.List is not null)
            {
                Dequeue(queued);
                queued.Value.Cancel(cancellationToken);
                ServeQueue(Advance());
            }
        }
    }

    // Timers count whole milliseconds, and a timer that fires too early would have to be set again.
    private void SetTimer(TimeSpan wait)
    {
        _timer ??= CreateTimer();
        _timer.Change(wait + TimerStep, Timeout.InfiniteTimeSpan);
    }

    // The timer outlives the call that creates it, and must not keep the execution context of that call alive.
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
