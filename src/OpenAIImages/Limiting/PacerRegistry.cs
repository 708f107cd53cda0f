namespace OpenAIImages.Limiting;

/// <summary>The pacers of this process, by their keys.</summary>
/// <remarks>A pacer is kept for as long as a call waits or counts, so that a client which is made anew for every call
/// is held to the same limit as one that is kept.</remarks>
internal static class PacerRegistry
{
    private const int MinCountToClean = 16;

    private static readonly Dictionary<PacerKey, SharedPacer> Pacers = [];

    private static int _nextCleaning = MinCountToClean;

    /// <summary>Returns the pacer of a key, and makes it if there is none.</summary>
    public static SharedPacer Find(PacerKey key)
    {
        lock (Pacers)
        {
            if (!Pacers.TryGetValue(key, out var pacer))
            {
                Clean();
                pacer = Pacers[key] = new SharedPacer(key.Clock);
            }

            return pacer;
        }
    }

    // The next cleaning is due when there are twice as many pacers as this one leaves, so that cleaning stays cheap.
    private static void Clean()
    {
        if (Pacers.Count < _nextCleaning)
        {
            return;
        }

        foreach (var key in Pacers.Where(entry => entry.Value.Retire()).Select(entry => entry.Key).ToArray())
        {
            Pacers.Remove(key);
        }

        _nextCleaning = Math.Max(MinCountToClean, 2 * Pacers.Count);
    }
}
