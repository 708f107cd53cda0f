namespace OpenAIImages.Limiting;

/// <summary>The pacers of this process, by their keys.</summary>
/// <remarks>The registry keeps a pacer as long as a call waits or counts. So a program that makes a new client for
/// every call gets the same limit as a program that keeps its client.</remarks>
internal static class PacerRegistry
{
    private const int MinCountToClean = 16;

    private static readonly Dictionary<PacerKey, SharedPacer> Pacers = [];

    private static int _nextCleaning = MinCountToClean;

    /// <summary>Returns the pacer of a key, and makes a new one if there is none.</summary>
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

    // The next cleaning comes when the number of remaining pacers has doubled, so that cleaning stays cheap.
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
