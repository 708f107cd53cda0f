using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Phrases;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Bindings;

/// <summary>Decides how a thing has another: a girl holds an umbrella, a bowl is full of apples.</summary>
internal static class Possession
{
    /// <summary>How many are meant by several.</summary>
    public const int SeveralOf = 3;

    /// <summary>Says whether a word means that its subject is full of what follows.</summary>
    public static bool IsFull(Token token) => token.As(WordKind.Has) is { Value: "full" };

    public static void Give(Thing owner, Thing thing, bool isFull)
    {
        // 装满金币的宝箱: Chinese has no plural.
        if (isFull && thing is { IsCounted: false, IsSingle: false, Count: 1 } && !thing.IsOf("served"))
        {
            thing.Count = SeveralOf;
        }

        if (owner.IsSetting || !thing.IsFigure)
        {
            return;
        }

        if (owner.IsAnimate)
        {
            var kind = thing.IsWorn ? Relation.Wearing
                : thing.IsAnimate || thing.IsLarge || !owner.IsPerson && thing.IsOf("plant") ? Relation.Beside
                : Relation.Holding;
            owner.Relations.Add((kind, thing));
        }
        else if (owner.IsOf("building") && thing.IsOf("roofpart"))
        {
            thing.Relations.Add((Relation.On, owner));
        }
        else if (owner.IsTop && thing.IsOf("seat"))
        {
            // "a table with four chairs"
            thing.Relations.Add((Relation.Beside, owner));
        }
        else if (owner.IsContainer && !owner.IsOf("dish"))
        {
            thing.Relations.Add((Relation.In, owner));
        }
        else if (owner.IsTop || owner.IsOf("served") || owner.IsOf("food"))
        {
            thing.Relations.Add((Relation.On, owner));
        }
        else
        {
            owner.Relations.Add((Relation.Beside, thing));
        }
    }
}
