using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Phrases;

namespace OpenAIImages.Painter.Words.Bindings;

/// <summary>Corrects relations that can only be judged after all things are bound.</summary>
internal static class RelationCorrection
{
    public static void Apply(Draft draft)
    {
        foreach (var thing in draft.Things)
        {
            Wear(thing);
            Refine(thing);
            Serve(thing);
        }

        ChoosePlaces(draft);
    }

    // "a hat on a cat": the cat wears it.
    private static void Wear(Thing thing)
    {
        foreach (var (kind, wearer) in thing.Relations.ToList())
        {
            if (kind == Relation.On && thing.IsWorn && wearer.IsAnimate)
            {
                thing.Relations.Remove((kind, wearer));
                wearer.Relations.Add((Relation.Wearing, thing));
            }
        }
    }

    private static void Refine(Thing thing)
    {
        for (var index = 0; index < thing.Relations.Count; index++)
        {
            var (kind, other) = thing.Relations[index];
            thing.Relations[index] = (Refine(thing, kind, other), other);
        }
    }

    private static Relation Refine(Thing thing, Relation kind, Thing other) => kind switch
    {
        // "a girl in a red dress"
        Relation.In when thing.IsAnimate && other.IsWorn => Relation.Wearing,
        // "a man on a scooter"
        Relation.On when thing.IsAnimate && other.IsOf("ridden") => Relation.Riding,
        Relation.Above when thing.Pose == Pose.Jumping => Relation.Over,
        // "a train crossing a bridge"
        Relation.Over when other.IsOf("bridge") && thing.Pose != Pose.Flying && thing.Pose != Pose.Jumping
            => Relation.On,
        // 围着 a tree is standing around it, 围着 a scarf is wearing it.
        Relation.Around when thing.IsAnimate && other.IsWorn => Relation.Wearing,
        // 牵着 a child is holding hands, 牵着 a dog is walking it.
        Relation.HoldingHands when !thing.IsPerson || !other.IsPerson => Relation.Beside,
        // "a house on the back of a turtle"
        Relation.Riding when !thing.IsAnimate => Relation.On,
        _ => kind,
    };

    // "a potion in a bottle": the drawing of the potion has a bottle.
    private static void Serve(Thing thing)
    {
        foreach (var (kind, holder) in thing.Relations)
        {
            holder.IsDropped |= kind == Relation.In && thing.IsOf("served") &&
                holder is { IsContainer: true, IsCounted: false, Relations.Count: 0 };
        }
    }

    // "on the table" is a place, "under the table" needs the table itself.
    private static void ChoosePlaces(Draft draft)
    {
        var relationsTo = draft.Things.SelectMany(one => one.Relations)
            .ToLookup(relation => relation.Other, relation => relation.Kind);
        foreach (var thing in draft.Things.Where(thing => thing.Place is not null))
        {
            // "a house under a blue sky" is not up there.
            thing.IsDropped |= thing is { Place: "sky", Noun: null } && relationsTo[thing].Contains(Relation.Under);
        }

        foreach (var thing in draft.Things.Where(thing => thing.Place is not null && thing.Noun is not null))
        {
            thing.IsTakenAsPlace = !thing.IsUnwanted && thing.Relations.Count == 0 &&
                relationsTo[thing].All(kind => kind is Relation.On or Relation.In);
        }
    }
}
