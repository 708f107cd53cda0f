using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Scenes.Arrangements;

/// <summary>Gives the place of a carried subject to its carrier.</summary>
/// <remarks>
/// "A knight riding a horse in front of a castle": the horse is in front of the castle, and takes the knight there.
/// </remarks>
internal static class Carriers
{
    /// <summary>Gives the subjects, where a carrier without a place has the further places of its rider.</summary>
    public static IReadOnlyList<MeantSubject> Place(IReadOnlyList<MeantSubject> subjects)
    {
        var placed = subjects.ToArray();
        for (var index = 0; index < placed.Length; index++)
        {
            if (Relations.PlaceOf(placed[index]) is not { Kind: Relation.Riding or Relation.On or Relation.In } seat ||
                seat.Other == index || Relations.PlaceOf(placed[seat.Other]) is not null)
            {
                continue;
            }

            var moved = placed[index].Relations.Where(one => one != seat && one.Other != seat.Other &&
                IsPlace(one.Kind) && !LeadsTo(placed, one.Other, seat.Other)).ToList();
            placed[index] = placed[index] with { Relations = [.. placed[index].Relations.Except(moved)] };
            placed[seat.Other] = placed[seat.Other] with { Relations = [.. placed[seat.Other].Relations, .. moved] };
        }

        return placed;
    }

    // A rider who holds a hand or hugs somebody still does so: these relations stay with the rider.
    private static bool IsPlace(Relation kind) => kind is Relation.On or Relation.In or Relation.Under
        or Relation.Above or Relation.Behind or Relation.Before or Relation.AtFootOf or Relation.Against
        or Relation.Over or Relation.Around or Relation.Beside or Relation.LeftOf or Relation.RightOf
        or Relation.Between;

    // A carrier that stands on its own rider has no place at all.
    private static bool LeadsTo(MeantSubject[] subjects, int from, int to)
    {
        for (var steps = 0; steps <= subjects.Length && from != to; steps++)
        {
            if (Relations.PlaceOf(subjects[from]) is not { } next)
            {
                return false;
            }

            from = next.Other;
        }

        return true;
    }
}
