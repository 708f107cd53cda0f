namespace OpenAIImages.Limiting;

/// <summary>The paces of this process.</summary>
/// <remarks>Keeps a pace for as long as anything depends on it, so that a client made anew for every call is held to
/// the same limit as one that is kept.</remarks>
internal static class PacerRegistry
{
    private const int MinCountToClean = 16;

    private static readonly Dictionary<PacerKey, SharedPacer> Pacers = [];

    private static int _nextCleaning = MinCountToClean;

    public static SharedPacer Find(PacerKey key)
    {
        lock (Pacers)
        {
            if (!Pacers.TryGetValue(key, out var pace))
            {
                Clean();
                pace = Pacers[key] = new SharedPacer(key.Clock);
            }

            return pace;
        }
    }

    // Each cleaning has to pay for itself: the next is due when there are twice as many as it left.
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
