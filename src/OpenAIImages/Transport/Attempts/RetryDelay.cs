namespace OpenAIImages.Transport;

/// <summary>Computes the wait before the next attempt.</summary>
internal static class RetryDelay
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.5);

    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(8);

    // Timers of some platforms cannot wait longer.
    private static readonly TimeSpan MaxTimerDelay = TimeSpan.FromMilliseconds(int.MaxValue);

    private const int DoublingsToMaxDelay = 4;

    private const double Jitter = 0.25;

    /// <summary>Computes the wait.</summary>
    /// <param name="retriesTaken">The number of earlier retries, from 0.</param>
    /// <param name="serverDelay">The wait that the service asks for, if there is one.</param>
    /// <param name="maxServerDelay">The longest wait that the service may ask for.</param>
    /// <param name="random">A number from 0 up to 1.</param>
    /// <returns>The wait; <see langword="null"/> when the service asks for too long a wait.</returns>
    public static TimeSpan? After(int retriesTaken, TimeSpan? serverDelay, TimeSpan maxServerDelay, double random)
    {
        if (serverDelay is { } asked)
        {
            return asked <= maxServerDelay && asked <= MaxTimerDelay ? asked : null;
        }

        var whole = retriesTaken < DoublingsToMaxDelay ? FirstDelay.Ticks << retriesTaken : MaxDelay.Ticks;

        // The jitter spreads the retries of callers that failed at the same moment.
        return TimeSpan.FromTicks((long)(whole * (1 - (Jitter * random))));
    }
}
