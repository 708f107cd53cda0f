using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Phrases;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Bindings;

/// <summary>Finds, of the things named before a verb or a preposition, those that it speaks of.</summary>
internal static class Doers
{
    /// <summary>Gives the subjects of a verb or preposition: with "a castle with a knight riding a horse", only a
    /// subject that can ride does so.</summary>
    public static List<Thing> Of(
        Element element, Thing? next, IReadOnlyList<Thing> heads, Thing? lastThing, bool listIsOpen)
    {
        // "a child in a puddle with boots": an unknown thing takes no relation.
        var last = lastThing is not { IsFigure: true } ? [] : new List<Thing> { lastThing };
        if (element.Kind == WordKind.Has)
        {
            if (next is not null && last is [{ IsAnimate: false } thing] && !heads.Contains(thing) &&
                heads.Any(head => head.IsAnimate) && (next.IsWorn || next.IsPerson || next.IsOwned ||
                IsHeldRather(next, thing) || IsHeldThere(next, thing, heads)))
            {
                // "a child in a puddle with yellow boots", "a man in a suit with a briefcase", "a woman baking a
                // cake with her daughter"
                return [.. heads];
            }

            return !element.Token.IsChinese && last.Count > 0 && heads.Count < 2 ? last : [.. heads];
        }

        if (element.Relation is Relation.In or Relation.On && last is [{ IsAnimate: true } carried] &&
            !heads.Contains(carried) && next is not null && next.IsOf("carrier"))
        {
            // "a nurse pushing an old man in a wheelchair"
            return last;
        }

        if (element.Relation is Relation.In or Relation.On && last is [{ IsAnimate: true } swung] &&
            !heads.Contains(swung) && next is not null && next.IsOf("swing"))
        {
            // "a dad pushing his daughter on a swing"
            return last;
        }

        if (element.Relation is Relation.In or Relation.On or Relation.Under && last is [{ IsWorn: false } seen] &&
            !heads.Contains(seen) && next is { IsTall: false, IsFigure: true, Place: null } && !next.IsOf("seat") &&
            !next.IsOf("ridden") && heads.Any(head => head.Relations.Contains((Relation.Facing, seen))))
        {
            // "a plumber fixing a pipe under the sink", "a smith hammering a sword on an anvil"
            return last;
        }

        if (element.Relation == Relation.In && last is [{ IsAnimate: false, IsWorn: false } put] &&
            !heads.Contains(put) && heads.Any(head => head.IsPerson) &&
            next is { IsContainer: true, IsLarge: false, IsWorn: false } && !next.IsOf("carrier"))
        {
            // "grandma cooking soup in a pot": nobody fits into a pot.
            return last;
        }

        var byDoing = element.Relation is Relation.Riding or Relation.Wearing or Relation.Holding or Relation.Hugging
            or Relation.Chasing or Relation.Facing;
        if (byDoing && last is [{ IsAnimate: true } nearest] && !heads.Contains(nearest) &&
            (element.Relation == Relation.Wearing || !heads.Any(head => head.IsAnimate)))
        {
            return last;
        }

        // "a house, a tree, a dog under the tree": without an "and", only the last is meant.
        return heads.Count > 0 && !heads.All(head => head.IsSetting) && !listIsOpen ? [.. heads] : last;
    }

    // A suit or a tree does not hold the thing that "with" names, so the person holds it. A basket holds it itself.
    private static bool IsHeldRather(Thing thing, Thing place)
        => thing is { IsSingle: true, IsLarge: false, IsAnimate: false, IsFigure: true } && !place.IsContainer &&
            (!place.IsTop || place.IsTall) && !place.IsOf("building") && !place.IsOf("served") &&
            !place.IsOf("food") && !place.IsOf("ridden");

    // "a fisherman in a boat with a rod": the boat has him already.
    private static bool IsHeldThere(Thing thing, Thing place, IReadOnlyList<Thing> heads)
        => thing is { IsSingle: true, IsLarge: false, IsAnimate: false, IsFigure: true, IsHanging: false } &&
            !thing.IsOf("roofpart") &&
            heads.Any(head => head.IsPerson && head.Relations.Any(relation => relation.Other == place &&
            relation.Kind is Relation.In or Relation.Riding));
}
