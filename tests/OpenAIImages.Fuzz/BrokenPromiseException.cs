namespace OpenAIImages.Fuzz;

/// <summary>The exception for a promise that a parser broke.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message)
{
    public static void Unless(bool isKept, string promise)
    {
        if (!isKept)
        {
            throw new BrokenPromiseException(promise);
        }
    }

    /// <summary>Checks that two readings of the same bytes are the same.</summary>
    public static void UnlessSame(string expected, string actual, string promise)
        => Unless(expected == actual, $"{promise}\n  expected {expected}\n  but was  {actual}");
}
