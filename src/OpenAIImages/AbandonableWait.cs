namespace OpenAIImages;

/// <summary>Waits for code of the user, which may ignore its cancellation token.</summary>
internal static class AbandonableWait
{
    /// <summary>Waits for some work until a token is cancelled. The work itself continues.</summary>
    /// <param name="work">The work.</param>
    /// <param name="onLateResult">Takes the result of work that ends after the wait; may be left out.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before the work ended.</exception>
    public static ValueTask<T> OrAbandonAsync<T>(
        this ValueTask<T> work, Action<T>? onLateResult, CancellationToken cancellationToken)
        => work.IsCompleted ? work : new(WaitAsync(work.AsTask(), onLateResult, cancellationToken));

    private static async Task<T> WaitAsync<T>(
        Task<T> work, Action<T>? onLateResult, CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.UnsafeRegister(
            static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), cancelled))
        {
            await Task.WhenAny(work, cancelled.Task).ConfigureAwait(false);
        }

        if (!work.IsCompleted)
        {
            // The continuation reads a late exception, which keeps it out of TaskScheduler.UnobservedTaskException.
            _ = work.ContinueWith(
                ended =>
                {
                    if (ended.Exception is null && !ended.IsCanceled)
                    {
                        onLateResult?.Invoke(ended.Result);
                    }
                },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);

            throw new OperationCanceledException(cancellationToken);
        }

        return await work.ConfigureAwait(false);
    }
}
