namespace OpenAIImages.Emulator.Batches;

/// <summary>A batch: its order, its state and its progress.</summary>
/// <remarks>Safe for concurrent use.</remarks>
/// <param name="order">The order.</param>
/// <param name="step">The shortest time of its validation.</param>
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

    /// <summary>Gets a task that ends when the batch may leave its current state.</summary>
    public Task Stay { get; private set; } = Task.Delay(step, time);

    /// <summary>Gets a token that is cancelled when a client cancels the batch.</summary>
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
    /// <param name="from">The state in which the batch must be.</param>
    /// <param name="to">The next state.</param>
    /// <param name="change">Makes the other changes of the state.</param>
    /// <returns>Whether the batch was in the state <paramref name="from"/>.</returns>
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

    /// <summary>Brings the batch into a state in which it stays until <see cref="Stay"/> ends.</summary>
    /// <returns>Whether the batch was in the state <paramref name="from"/>.</returns>
    public bool MoveSlowly(string from, string to, TimeSpan step)
    {
        lock (_lock)
        {
            // The timer starts before a test can see the state, so that a test that sees the state can move the clock.
            if (_state.Status == from)
            {
                Stay = Task.Delay(step, time);
            }

            return Move(from, to);
        }
    }

    /// <summary>Counts a finished request.</summary>
    public void Count(Func<BatchState, BatchState> change)
    {
        lock (_lock)
        {
            _state = change(_state);
        }
    }

    /// <summary>Begins to cancel the batch.</summary>
    /// <param name="step">The shortest time that the cancellation takes.</param>
    /// <returns>Whether the batch is now being cancelled; <see langword="false"/> when it is over or is finalizing.
    /// </returns>
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

    /// <summary>Waits until the batch is over, or has reached a state.</summary>
    /// <param name="status">The state; <see langword="null"/> waits for the end.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The state of the batch after the wait.</returns>
    /// <exception cref="ObjectDisposedException">The emulator was disposed of during the wait.</exception>
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

    /// <summary>Ends all waits: the state of the batch does not change any more.</summary>
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
