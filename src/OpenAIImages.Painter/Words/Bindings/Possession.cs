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

    /// <summary>Says whether a verb puts its object on its subject: on a back, or on a vehicle that carries it.
    /// </summary>
    public static bool IsBorne(Token verb, IReadOnlyList<Thing> doers) => verb.Is(WordKind.Borne) ||
        verb.Text is "拉着" or "拉" or "运着" or "运" or "运送" or "装着" && doers.Count > 0 &&
        doers.All(doer => doer.IsOf("vehicle"));

    /// <summary>Makes several of a thing that lies in a heap: 玉米堆在木箱里.</summary>
    public static void Scatter(Token at, Thing thing) => Fill(thing, at.As(WordKind.At) is { Value: "several" });

    /// <summary>Makes several of a thing without a number when a place is full of it.</summary>
    /// <remarks>Chinese has no plural.</remarks>
    public static void Fill(Thing thing, bool isFull)
        => thing.Count = isFull && thing is { IsCounted: false, Count: 1 } ? SeveralOf : thing.Count;

    /// <summary>Says whether the subjects cover the object: 牵牛花爬满篱笆.</summary>
    public static bool IsSpread(Token verb, IReadOnlyList<Thing> doers, Thing next)
        => verb.IsChinese && IsFull(verb) && doers.Count > 0 && !next.IsOf("plant") && !next.IsAnimate &&
            doers.All(doer => doer.IsAnimate || doer.IsOf("plant"));

    public static void Give(Thing owner, Thing thing, bool isFull)
    {
        // 装满金币的宝箱: Chinese has no plural.
        if (isFull && thing is { IsCounted: false, IsSingle: false, Count: 1 } && !thing.IsOf("served") &&
            !(thing.IsOf("mass") && !thing.IsChinese))
        {
            thing.Count = SeveralOf;
        }

        if (owner.IsSetting || !thing.IsFigure)
        {
            return;
        }

        if (thing.Side == Side.Back)
        {
            // "a boat on a lake with mountains in the background"
            thing.Relations.Add((Relation.Behind, owner));
        }
        else if (owner.IsAnimate)
        {
            var kind = thing.IsWorn ? Relation.Wearing
                : thing.IsAnimate || thing.IsLarge || !owner.IsPerson && thing.IsOf("plant") ? Relation.Beside
                : Relation.Holding;
            owner.Relations.Add((kind, thing));
            if (thing is { IsAnimate: true, Pose: Pose.None } && owner.Pose is Pose.Running or Pose.Walking
                or Pose.Swimming or Pose.Dancing or Pose.Flying)
            {
                // "a mermaid swimming with a turtle"
                thing.Pose = owner.Pose;
            }
        }
        else if (isFull && owner.IsOf("vehicle") && !owner.IsContainer)
        {
            // 卡车载满了白菜
            thing.Relations.Add((Relation.On, owner));
        }
        else if (owner.CanWear && thing.IsWorn)
        {
            // "a doll with an apron"
            owner.Relations.Add((Relation.Wearing, thing));
        }
        else if (thing.IsOf("served") && owner.IsOf("food") && !owner.IsOf("served") &&
            !thing.IsOf("spread"))
        {
            // "a burger with fries and a soda"
            owner.Relations.Add((Relation.Beside, thing));
        }
        else if (thing.IsOf("atop") && !owner.IsContainer)
        {
            // "a christmas tree with ornaments", "an ambulance with blue lights"
            thing.Relations.Add((Relation.On, owner));
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
        else if (owner.IsContainer && !owner.IsOf("dish") || owner.IsOf("served") && thing.IsOf("dipped"))
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
