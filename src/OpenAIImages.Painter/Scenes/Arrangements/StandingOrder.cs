using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Scenes.Arrangements;

/// <summary>The order of the standing subjects, from left to right.</summary>
internal static class StandingOrder
{
    /// <summary>Orders subjects from left to right as their sides and relations ask.</summary>
    /// <param name="subjects">All subjects.</param>
    /// <param name="standing">The subjects that stand in the row.</param>
    /// <param name="mirrored">Whether subjects without a side or relation stand in reverse order.</param>
    public static List<int> Of(IReadOnlyList<MeantSubject> subjects, IReadOnlyList<int> standing, bool mirrored)
    {
        var start = mirrored ? standing.Reverse() : standing;
        var order = start.OrderBy(index => Weight(subjects[index].Side)).ToList();
        foreach (var index in standing)
        {
            foreach (var kind in Relations.Sides(subjects[index]).GroupBy(relation => relation.Kind))
            {
                Move(order, index, kind.Key, [.. kind.Select(relation => relation.Other).Where(order.Contains)]);
            }
        }

        return order;
    }

    private static int Weight(Side side) => side switch
    {
        Side.Left => -1,
        Side.Right => 1,
        _ => 0,
    };

    private static void Move(List<int> order, int index, Relation kind, int[] others)
    {
        if (others.Length == 0 || others.Contains(index))
        {
            return;
        }

        order.Remove(index);
        var places = others.Select(other => order.IndexOf(other)).Order().ToArray();
        order.Insert(
            kind switch
            {
                Relation.LeftOf => places[0],
                Relation.Between when places.Length > 1 => places[^1],
                // A chaser is to the right of the chased figure, because both look to the left.
                _ => places[^1] + 1,
            },
            index);
    }
}
