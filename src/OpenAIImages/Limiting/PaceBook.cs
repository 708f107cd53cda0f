namespace OpenAIImages.Limiting;

/// <summary>The paces of this process.</summary>
/// <remarks>Keeps a pace for as long as anything depends on it, so that a client made anew for every call is held to
/// the same limit as one that is kept.</remarks>
internal static class PaceBook
{
    private const int FewestToClean = 16;

    private static readonly Dictionary<PaceKey, Pace> Paces = [];

    private static int _nextCleaning = FewestToClean;

    public static Pace Find(PaceKey key)
    {
        lock (Paces)
        {
            if (!Paces.TryGetValue(key, out var pace))
            {
                Clean();
                pace = Paces[key] = new Pace(key.Clock);
            }

            return pace;
        }
    }

    // Each cleaning has to pay for itself: the next is due when there are twice as many as it left.
    private static void Clean()
    {
        if (Paces.Count < _nextCleaning)
        {
            return;
        }

        foreach (var key in Paces.Where(entry => entry.Value.Retire()).Select(entry => entry.Key).ToArray())
        {
            Paces.Remove(key);
        }

        _nextCleaning = Math.Max(FewestToClean, 2 * Paces.Count);
    }
}
