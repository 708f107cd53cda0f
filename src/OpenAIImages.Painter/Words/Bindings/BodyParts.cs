using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Phrases;

namespace OpenAIImages.Painter.Words.Bindings;

/// <summary>Puts a thing on the owner of a part that the prompt names: "around his neck", "on her lap".</summary>
internal static class BodyParts
{
    /// <summary>Gives the owner of a part of a body: the last person or animal before the part; null for none.
    /// </summary>
    public static Thing? OwnerOf(Thing part, Thing thing, IEnumerable<Thing> all) => all
        .TakeWhile(one => one != part)
        .LastOrDefault(one => one is { IsAnimate: true, IsUnwanted: false } && one != thing);

    /// <summary>Replaces the relations of a thing by a relation to the owner of the part.</summary>
    public static void Put(Thing thing, Relation kind, Thing owner, IEnumerable<Thing> all)
    {
        foreach (var other in all)
        {
            other.Relations.RemoveAll(one => one.Other == thing);
        }

        thing.Relations.RemoveAll(one => !one.Other.IsWorn);
        switch (kind)
        {
            case Relation.Around:
            case Relation.On when thing.IsWorn:
                owner.Relations.Add((Relation.Wearing, thing));
                break;
            case Relation.In or Relation.Under:
                owner.Relations.Add((Relation.Holding, thing));
                break;
            default:
                thing.Relations.Add((kind == Relation.Over ? Relation.Above : kind, owner));
                break;
        }
    }
}
