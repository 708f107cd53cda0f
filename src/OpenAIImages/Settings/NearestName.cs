namespace OpenAIImages.Settings;

/// <summary>Finds the known name that a misspelt name probably means.</summary>
internal static class NearestName
{
    /// <summary>Returns the known name with the fewest changed letters, if they are few.</summary>
    /// <param name="name">The unknown name.</param>
    /// <param name="known">The known names.</param>
    /// <returns>The nearest name, or <see langword="null"/> when none is near.</returns>
    public static string? Find(string name, IEnumerable<string> known)
    {
        var nearest = known
            .Select(other => (Name: other, Changes: Changes(name, other)))
            .OrderBy(other => other.Changes)
            .FirstOrDefault();

        return nearest.Name is { } found && nearest.Changes <= Math.Max(2, found.Length / 3) ? found : null;
    }

    // Computes the edit distance of Levenshtein, row by row, without regard to case.
    private static int Changes(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var isSame = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
                var changes = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (isSame ? 0 : 1));
                (diagonal, row[j]) = (row[j], changes);
            }
        }

        return row[other.Length];
    }
}
