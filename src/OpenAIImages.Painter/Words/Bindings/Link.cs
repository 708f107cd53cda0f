using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Phrases;

namespace OpenAIImages.Painter.Words.Bindings;

/// <summary>A verb or preposition with its subjects.</summary>
/// <param name="kind">The relation; <see cref="Relation.None"/> for having.</param>
/// <param name="from">Its subjects.</param>
/// <param name="isFull">Whether the subjects are full of the object.</param>
internal sealed class Link(Relation kind, IReadOnlyList<Thing> from, bool isFull)
{
    public IReadOnlyList<Thing> From { get; } = from;

    public bool IsHaving => kind == Relation.None;

    /// <summary>Says whether a thing after "and" may be another object: no dog after "wearing a hat".</summary>
    public bool Accepts(Thing thing, Thing? before)
        => before is not null && (thing.IsAnimate == before.IsAnimate && thing.IsSetting == before.IsSetting) &&
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

    public void Bind(Thing thing)
    {
        foreach (var one in From)
        {
            if (kind == Relation.None)
            {
                Possession.Give(one, thing, isFull);
            }
            else
            {
                one.Relations.Add((kind, thing));
            }
        }
    }
}
