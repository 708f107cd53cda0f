namespace OpenAIImages.Emulator.Batches;

/// <summary>A batch: what was ordered, and how far it has come. Safe for concurrent use.</summary>
/// <param name="order">What was ordered.</param>
/// <param name="step">How long it is validated at least.</param>
/// <param name="time">The clock.</param>
internal sealed class Batch(BatchOrder order, TimeSpan step, TimeProvider time) : IDisposable
{
    private readonly object _lock = new();
    private readonly CancellationTokenSource _cancel = new();
    private BatchState _state = new();
    private TaskCompletionSource _changed = NewChange();
    private bool _isAbandoned;

    public string Id { get; } = $"batch_{Guid.NewGuid():N}";

    public BatchOrder Order { get; } = order;

    public DateTimeOffset Created { get; } = time.GetUtcNow();

    /// <summary>Gets what ends when the batch may leave its state, where that takes a time.</summary>
    public Task Stay { get; private set; } = Task.Delay(step, time);

    /// <summary>Gets a token that is cancelled when somebody cancels the batch.</summary>
    public CancellationToken CancelToken => _cancel.Token;

    public BatchState State
    {
        get
        {
            lock (_lock)
            {
                return _state;
            }
        }
    }

    /// <summary>Brings the batch from one state into the next.</summary>
    /// <param name="from">The state that it must be in.</param>
    /// <param name="to">The next one.</param>
    /// <param name="change">What else changes.</param>
    /// <returns>Whether it was in that state.</returns>
    public bool Move(string from, string to, Func<BatchState, BatchState>? change = null)
    {
        lock (_lock)
        {
            if (_state.Status != from)
            {
                return false;
            }

            var next = _state.In(to, time.GetUtcNow());
            _state = change is null ? next : change(next);
            _changed.TrySetResult();
            _changed = NewChange();

            return true;
        }
    }

    /// <summary>Brings the batch into a state that it stays in for a while: <see cref="Stay"/> ends with it.</summary>
    /// <returns>Whether it was in the first of the states.</returns>
    public bool MoveSlowly(string from, string to, TimeSpan step)
    {
        lock (_lock)
        {
            // The time runs before anybody can see the state, so that whoever sees it can move the clock.
            if (_state.Status == from)
            {
                Stay = Task.Delay(step, time);
            }

            return Move(from, to);
        }
    }

    /// <summary>Counts a request that is done.</summary>
    public void Count(Func<BatchState, BatchState> change)
    {
        lock (_lock)
        {
            _state = change(_state);
        }
    }

    /// <summary>Begins to cancel the batch.</summary>
    /// <param name="step">How long that takes at least.</param>
    /// <returns>Whether it is being cancelled now; not when it is over, or nearly.</returns>
    public bool Cancel(TimeSpan step)
    {
        var begins = MoveSlowly(BatchStatus.Validating, BatchStatus.Cancelling, step)
            || MoveSlowly(BatchStatus.InProgress, BatchStatus.Cancelling, step);
        if (begins)
        {
            _cancel.Cancel();
        }

        return begins || State.Status == BatchStatus.Cancelling;
    }

    /// <summary>Waits until the batch is over, or in a state.</summary>
    /// <param name="status">The state; <see langword="null"/> waits for the end.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The state that it is in then.</returns>
    /// <exception cref="ObjectDisposedException">The emulator was disposed of before.</exception>
    public async Task<string> WaitAsync(string? status, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_state.Status == status || BatchStatus.IsEnd(_state.Status))
                {
                    return _state.Status;
                }

                ObjectDisposedException.ThrowIf(_isAbandoned, typeof(ImageEmulator));
                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Tells everybody who waits that nothing happens any more.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isAbandoned = true;
            _changed.TrySetResult();
        }

        _cancel.Dispose();
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
