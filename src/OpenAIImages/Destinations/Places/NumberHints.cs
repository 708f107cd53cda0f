using System.Collections.Concurrent;

namespace OpenAIImages.Destinations;

/// <summary>The last number that each name got in this process, so that the next need not be searched from 2
/// on.</summary>
/// <remarks>A hint and no more: the file system decides. Safe for concurrent use.</remarks>
internal static class NumberHints
{
    // A program that never repeats a name must not fill memory.
    private const int MaxRemembered = 1_000;

    private static readonly ConcurrentDictionary<FileTarget, int> Last = new();

    /// <summary>Gets the numbers to try for a place, in order and without an end.</summary>
    /// <param name="place">The place.</param>
    /// <param name="first">The number to try first.</param>
    public static IEnumerable<int> After(FileTarget place, int first)
    {
        yield return first;

        // Where the last file is gone, so may be those before it.
        var next = Last.TryGetValue(place, out var last) && last > first && File.Exists(place.At(last))
            ? last + 1
            : first + 1;
        while (true)
        {
            yield return next++;
        }
    }

    /// <summary>Says which number a file got.</summary>
    public static void Remember(FileTarget place, int number)
    {
        if (Last.Count >= MaxRemembered)
        {
            Last.Clear();
        }

        Last[place] = number;
    }
}
