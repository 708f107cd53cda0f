namespace OpenAIImages;

/// <summary>Timers that cancel, and waiting that ends by them.</summary>
internal static class TimeLimit
{
    /// <summary>Cancels a source after a time, unless the timer is disposed of before.</summary>
    public static ITimer CancelAfter(this TimeProvider timeProvider, CancellationTokenSource source, TimeSpan time)
        => timeProvider.CreateTimer(
            static state => CancelUnlessDisposed((CancellationTokenSource)state!),
            source,
            time,
            Timeout.InfiniteTimeSpan);

    /// <summary>Waits for code of the user's, which may not listen to the token it was given.</summary>
    /// <param name="work">What is waited for.</param>
    /// <param name="late">Takes what the work gives when it is no longer waited for; may be left out.</param>
    /// <param name="cancellationToken">Ends the waiting. The work goes on.</param>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    public static ValueTask<T> OrLeaveAsync<T>(
        this ValueTask<T> work, Action<T>? late, CancellationToken cancellationToken)
        => work.IsCompleted ? work : new(WaitAsync(work.AsTask(), late, cancellationToken));

    /// <summary>Cancels a source, which may be disposed of already: disposing of a timer does not wait for its
    /// callback, and what that throws would end the process.</summary>
    public static void CancelUnlessDisposed(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // What was limited ended at the last moment.
        }
    }

    private static async Task<T> WaitAsync<T>(Task<T> work, Action<T>? late, CancellationToken cancellationToken)
    {
        var left = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.UnsafeRegister(
            static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), left))
        {
            await Task.WhenAny(work, left.Task).ConfigureAwait(false);
        }

        if (!work.IsCompleted)
        {
            // A fault that comes late is looked at, so that no handler of forgotten exceptions hears of it.
            _ = work.ContinueWith(
                ended =>
                {
                    if (ended.Exception is null && !ended.IsCanceled)
                    {
                        late?.Invoke(ended.Result);
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
