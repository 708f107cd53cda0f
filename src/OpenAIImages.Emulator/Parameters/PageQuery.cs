namespace OpenAIImages.Emulator.Parameters;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="After">The id of the last item of the page before; <see langword="null"/> for the first page.</param>
/// <param name="Limit">How many items a page has.</param>
/// <param name="OldestFirst">Whether the list is turned around.</param>
internal sealed record PageQuery(string? After, int Limit, bool OldestFirst)
{
    /// <param name="fields">The query.</param>
    /// <param name="usual">How many items a page has that nobody asked for a number of.</param>
    /// <param name="most">How many it has at most.</param>
    public static PageQuery Read(ParameterSet fields, int usual, int most) => new(
        fields.Text("after"),
        fields.Integer("limit", 1, most) ?? usual,
        fields.Choice("order", ["asc", "desc"]) == "asc");

    /// <summary>Cuts the page out of the list.</summary>
    /// <param name="newestFirst">All of the list.</param>
    /// <param name="idOf">Says by what the page before is named.</param>
    /// <returns>The page, or <see langword="null"/> when the list does not have the item before it.</returns>
    public (IReadOnlyList<T> Items, bool HasMore)? Cut<T>(IReadOnlyList<T> newestFirst, Func<T, string> idOf)
    {
        IReadOnlyList<T> ordered = OldestFirst ? [.. newestFirst.Reverse()] : newestFirst;
        var start = 0;
        if (After is not null)
        {
            while (start < ordered.Count && idOf(ordered[start]) != After)
            {
                start++;
            }

            if (start == ordered.Count)
            {
                return null;
            }

            start++;
        }

        return ([.. ordered.Skip(start).Take(Limit)], ordered.Count - start > Limit);
    }
}
