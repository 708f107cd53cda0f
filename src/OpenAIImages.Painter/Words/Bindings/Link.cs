using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Phrases;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Bindings;

/// <summary>A verb or preposition with its subjects.</summary>
/// <param name="kind">The relation; <see cref="Relation.None"/> for having.</param>
/// <param name="from">Its subjects.</param>
/// <param name="isFull">Whether the subjects are full of the object.</param>
/// <param name="isBorne">Whether the object is on the back of the subject: 背着.</param>
internal sealed class Link(Relation kind, IReadOnlyList<Thing> from, bool isFull, bool isBorne = false)
{
    /// <summary>Makes the link of a verb with its subjects, where the next thing is its object.</summary>
    public static Link Of(Element verb, IReadOnlyList<Thing> doers, Thing next)
    {
        if (!Possession.IsSpread(verb.Token, doers, next))
        {
            return new Link(
                verb.Kind == WordKind.Has ? Relation.None : verb.Relation, doers, Possession.IsFull(verb.Token),
                Possession.IsBorne(verb.Token, doers));
        }

        foreach (var doer in doers)
        {
            Possession.Fill(doer, isFull: true);
        }

        return new Link(Relation.On, doers, isFull: false);
    }

    public IReadOnlyList<Thing> From { get; } = from;

    /// <summary>Gets a value indicating whether its subjects move over its object.</summary>
    public bool IsPassing => kind is Relation.Over or Relation.Above;

    /// <summary>Gets a value indicating whether its subjects are full of its object.</summary>
    public bool IsFull => isFull;

    public bool IsHaving => kind == Relation.None;

    /// <summary>Says whether a thing after "and" may be another object: no dog after "wearing a hat".</summary>
    public bool Accepts(Thing thing, Thing? before)
        => before is not null && !(isFull && (thing.IsSingle || thing.IsCounted)) &&
            (thing.IsAnimate == before.IsAnimate && thing.IsSetting == before.IsSetting || IsHaving &&
            thing is { IsWorn: true, IsAnimate: false } && From.Count > 0 && From[0].IsAnimate) &&
            (kind is Relation.None or Relation.Wearing or Relation.Holding or Relation.Between or Relation.Beside ||
            From.Count > 0 && From[0].IsAnimate && !thing.IsAnimate && kind == Relation.In);

    /// <summary>Gives a thing that is had another relation to who has it: "with presents underneath".</summary>
    public void Turn(Thing thing, Relation relation)
    {
        foreach (var owner in From.Where(owner => !owner.IsSetting && owner != thing))
        {
            owner.Relations.RemoveAll(one => one.Other == thing);
            thing.Relations.RemoveAll(one => one.Other == owner);
            thing.Relations.Add((relation, owner));
        }
    }

    /// <summary>Gives the relation to a thing another kind: 飞过月亮前面 is before the moon.</summary>
    public void Correct(Thing thing, Relation relation)
    {
        foreach (var one in From.Where(one => one.Relations.Remove((kind, thing))))
        {
            one.Relations.Add((relation, thing));
        }
    }

    public void Bind(Thing thing)
    {
        foreach (var one in From)
        {
            if (kind == Relation.None)
            {
                Possession.Give(one, thing, isFull);
            }
            else if (isBorne)
            {
                thing.Relations.Add((Relation.On, one));
            }
            else
            {
                one.Relations.Add((kind, thing));
                if (kind is Relation.Holding or Relation.Wearing && one is { Plural: true, IsChinese: true } &&
                    thing is { IsCounted: false, Count: 1, IsLarge: false, IsAnimate: false, IsFood: false })
                {
                    // 孩子们提着灯笼: each has one.
                    thing.Count = one.Count;
                }
            }
        }
    }
}
