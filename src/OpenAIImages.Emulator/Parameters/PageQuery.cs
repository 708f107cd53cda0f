namespace OpenAIImages.Emulator.Parameters;

/// <summary>The page of a list that a request asks for.</summary>
/// <param name="After">The id of the last item of the previous page; <see langword="null"/> for the first page.</param>
/// <param name="Limit">The number of items of a page.</param>
/// <param name="OldestFirst">Whether the list is reversed.</param>
internal sealed record PageQuery(string? After, int Limit, bool OldestFirst)
{
    /// <param name="fields">The query.</param>
    /// <param name="usual">The number of items of a page when the request gives none.</param>
    /// <param name="most">The largest number of items of a page.</param>
    public static PageQuery Read(ParameterSet fields, int usual, int most) => new(
        fields.Text("after"),
        fields.Integer("limit", 1, most) ?? usual,
        fields.Choice("order", ["asc", "desc"]) == "asc");

    /// <summary>Cuts the page out of the list.</summary>
    /// <param name="newestFirst">The whole list, newest first.</param>
    /// <param name="idOf">Returns the id of an item.</param>
    /// <returns>The page, or <see langword="null"/> when the list does not have the item <see cref="After"/>.</returns>
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
