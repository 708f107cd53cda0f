using OpenAIImages.Painter.Artworks;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Scenes.Arrangements;

/// <summary>Sorts the relations of subjects by their effect on the arrangement.</summary>
internal static class Relations
{
    // In metres: a house, a tree, a large vehicle.
    private const float SmallestBackdrop = 2.5f;

    /// <summary>Gives the relation that decides the place of a subject; null when it stands by itself.</summary>
    public static MeantRelation? PlaceOf(MeantSubject subject)
    {
        foreach (var relation in subject.Relations)
        {
            if (relation.Other >= 0 && relation.Kind is Relation.On or Relation.In or Relation.Under or Relation.Above
                or Relation.Behind or Relation.Before or Relation.Riding or Relation.AtFootOf or Relation.Against
                or Relation.Over or Relation.Around)
            {
                return relation;
            }
        }

        return null;
    }

    /// <summary>Says whether a sleeper is drawn in a bed: at home, and not on anything else.</summary>
    public static bool IsInBed(Scene scene, MeantSubject subject)
        => subject.Pose == Pose.Sleeping && Poses.HasBed(subject.Noun) && scene.Place == Words.Place.Room &&
            PlaceOf(subject) is null;

    /// <summary>Says whether a thing is so much larger than a figure that it is the figure's backdrop.</summary>
    public static bool IsBackdrop(string figure, string thing)
        => ArtworkBook.FactsOf(thing).Metres >= SmallestBackdrop && Sizes.Seen(figure) < Sizes.Seen(thing) * 0.7f;

    /// <summary>Says whether other subjects stand before this one, which is their backdrop.</summary>
    public static bool IsBackdrop(IReadOnlyList<MeantSubject> subjects, int index) => subjects.Any(before
        => PlaceOf(before) is { Kind: Relation.Before } relation && relation.Other == index &&
            IsBackdrop(before.Noun, subjects[index].Noun));

    /// <summary>Gives the things that a subject wears and holds.</summary>
    public static IEnumerable<MeantRelation> Things(MeantSubject subject) => subject.Relations.Where(IsHold);

    /// <summary>Says whether another subject wears or holds this one, so that it has no place of its own.</summary>
    /// <remarks>A holder that is held does not count. Otherwise two that hold each other would have no place.</remarks>
    public static bool IsWornOrHeld(IReadOnlyList<MeantSubject> subjects, int index)
        => Enumerable.Range(0, subjects.Count)
            .Any(holder => holder != index && Holds(subjects[holder], index) && !IsHeldAtAll(subjects, holder));

    /// <summary>Gives the subjects that stand side by side with this one, with their relations.</summary>
    public static IEnumerable<MeantRelation> Sides(MeantSubject subject) => subject.Relations.Where(relation
        => relation.Other >= 0 && relation.Kind is Relation.Beside or Relation.LeftOf or Relation.RightOf
            or Relation.Between or Relation.Facing or Relation.Chasing or Relation.Hugging or Relation.HoldingHands);

    private static bool IsHold(MeantRelation relation)
        => relation.Other >= 0 && relation.Kind is Relation.Wearing or Relation.Holding;

    private static bool Holds(MeantSubject holder, int thing)
        => holder.Relations.Any(relation => relation.Other == thing && IsHold(relation));

    private static bool IsHeldAtAll(IReadOnlyList<MeantSubject> subjects, int thing)
        => Enumerable.Range(0, subjects.Count).Any(holder => holder != thing && Holds(subjects[holder], thing));
}
