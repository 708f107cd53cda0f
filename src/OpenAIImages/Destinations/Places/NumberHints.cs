using System.Collections.Concurrent;

namespace OpenAIImages.Destinations;

/// <summary>Remembers the last number of each name in this process, so that the search for the next number does not
/// start from 2.</summary>
/// <remarks>The numbers are only hints: the file system decides which number is free. Safe for concurrent
/// use.</remarks>
internal static class NumberHints
{
    // A program that never repeats a name must not fill memory.
    private const int MaxRemembered = 1_000;

    private static readonly ConcurrentDictionary<FileTarget, int> Last = new();

    /// <summary>Returns an endless sequence of numbers to try for a target, in order.</summary>
    /// <param name="target">The target.</param>
    /// <param name="first">The number to try first.</param>
    public static IEnumerable<int> After(FileTarget target, int first)
    {
        yield return first;

        // If the last file is gone, the files before it may be gone, too.
        var next = Last.TryGetValue(target, out var last) && last > first && File.Exists(target.PathWithNumber(last))
            ? last + 1
            : first + 1;
        while (true)
        {
            yield return next++;
        }
    }

    /// <summary>Remembers the number that a file got.</summary>
    public static void Remember(FileTarget target, int number)
    {
        if (Last.Count >= MaxRemembered)
        {
            Last.Clear();
        }

        Last[target] = number;
    }
}
