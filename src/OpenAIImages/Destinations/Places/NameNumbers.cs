using System.Collections.Concurrent;

namespace OpenAIImages.Destinations;

/// <summary>The last number that each name got in this process, so that the next need not be searched from 2
/// on.</summary>
/// <remarks>A hint and no more: the file system decides. Safe for concurrent use.</remarks>
internal static class NameNumbers
{
    // A program that never repeats a name must not fill memory.
    private const int MostRemembered = 1_000;

    private static readonly ConcurrentDictionary<FilePlace, int> Last = new();

    /// <summary>Gets the numbers to try for a place, in order and without an end.</summary>
    /// <param name="place">The place.</param>
    /// <param name="first">The number to try first.</param>
    public static IEnumerable<int> After(FilePlace place, int first)
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
    public static void Remember(FilePlace place, int number)
    {
        if (Last.Count >= MostRemembered)
        {
            Last.Clear();
        }

        Last[place] = number;
    }
}
