namespace OpenAIImages;

/// <summary>Timers that cancel.</summary>
internal static class TimeLimit
{
    /// <summary>Cancels a source after a time, unless the timer is disposed of before.</summary>
    public static ITimer CancelAfter(this TimeProvider timeProvider, CancellationTokenSource source, TimeSpan time)
        => timeProvider.CreateTimer(
            static state => CancelUnlessDisposed((CancellationTokenSource)state!),
            source,
            time,
            Timeout.InfiniteTimeSpan);

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
}
