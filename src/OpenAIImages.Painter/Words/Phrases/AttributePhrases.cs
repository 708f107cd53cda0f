using OpenAIImages.Painter.Words.Bindings;
using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Phrases;

/// <summary>Reads 的: the words before it describe the thing after it.</summary>
internal static class AttributePhrases
{
    public static void Take(Draft draft)
    {
        for (var index = 0; index < draft.Elements.Count; index++)
        {
            if (draft.KindAt(index) == WordKind.Of)
            {
                index = Take(draft, index) - 1;
            }
        }

        JoinNumbers(draft);
    }

    // Returns the index to read on from.
    private static int Take(Draft draft, int of)
    {
        draft.Elements.RemoveAt(of);
        if (draft.ThingAt(of) is not { IsCircumstance: false } described)
        {
            return of;
        }

        if (draft.KindAt(of - 1) is WordKind.Pose or WordKind.Relation &&
            PoseWords.Of(draft.Elements[of - 1].Token) is not null)
        {
            return Pose(draft, of - 1, described);
        }

        if (draft.KindAt(of - 1) == WordKind.After && draft.ThingAt(of - 2) is not null)
        {
            return Where(draft, of, described);
        }

        if (Several(draft, of, described) is { } next)
        {
            return next;
        }

        if (Chain(draft, of, described) is { } start)
        {
            return start;
        }

        return draft.ThingAt(of - 1) is not { } owner ? of
            : draft.KindAt(of - 2) is WordKind.Relation or WordKind.Has && !SubjectStandsBefore(draft, of - 2)
            ? What(draft, of, described, owner)
            : Whose(draft, of, described, owner);
    }

    // 飞翔的鸟, 在雪地里奔跑的狼; in 小狗奔跑的草地 the dog runs.
    private static int Pose(Draft draft, int at, Thing described)
    {
        var doer = draft.ThingAt(at - 1) is { IsSetting: false } before ? before : described;
        doer.Pose = PoseWords.Of(draft.Elements[at].Token) ?? doer.Pose;
        draft.Elements.RemoveAt(at);

        return at;
    }

    // 椅子上的猫, 坐在椅子上的猫, 猫和狗之间的球
    private static int Where(Draft draft, int of, Thing described)
    {
        var kind = draft.Elements[of - 1].Relation;
        var first = of - 2;
        described.Relations.Add((kind, draft.ThingAt(first)!));
        while (draft.KindAt(first - 1) == WordKind.And && draft.ThingAt(first - 2) is { } other &&
            kind == Relation.Between)
        {
            described.Relations.Add((kind, other));
            first -= 2;
        }

        if (draft.KindAt(first - 1) == WordKind.At && draft.ThingAt(first - 2) is null)
        {
            first--;
            described.Pose = PoseWords.Of(draft.Elements[first].Token) ?? described.Pose;
        }

        draft.Elements.RemoveRange(first, of - first);

        return first;
    }

    // 骑自行车的熊猫, 有翅膀的马
    private static int What(Draft draft, int of, Thing described, Thing thing)
    {
        Bind(draft.Elements[of - 2], described, thing);
        // 给妈妈的贺卡: the mother need not be in the picture.
        thing.IsDropped |= draft.Elements[of - 2].Token.Text == "给";
        draft.Elements.RemoveRange(of - 2, 2);

        return of - 2;
    }

    // 穿西装打领带的猫: each verb has its object. Null where there is only one.
    private static int? Chain(Draft draft, int of, Thing described)
    {
        var first = of - 2;
        while (draft.KindAt(first - 2) == WordKind.Relation && draft.ThingAt(first - 1) is not null)
        {
            first -= 2;
        }

        if (first == of - 2 || draft.KindAt(of - 2) != WordKind.Relation || draft.ThingAt(of - 1) is null ||
            SubjectStandsBefore(draft, first))
        {
            return null;
        }

        for (var index = first; index < of; index += 2)
        {
            Bind(draft.Elements[index], described, draft.ThingAt(index + 1)!);
        }

        draft.Elements.RemoveRange(first, of - first);

        return first;
    }

    private static void Bind(Element verb, Thing described, Thing thing)
    {
        if (verb.Kind == WordKind.Has)
        {
            Possession.Give(described, thing, Possession.IsFull(verb.Token));
        }
        else
        {
            described.Relations.Add((verb.Relation, thing));
            described.Pose = PoseWords.Of(verb.Token) ?? described.Pose;
        }
    }

    // 穿雨衣和雨靴的小孩: the verb has several objects. Null where there is only one.
    private static int? Several(Draft draft, int of, Thing described)
    {
        var first = of - 1;
        while (draft.ThingAt(first) is not null && draft.KindAt(first - 1) == WordKind.And)
        {
            first -= 2;
        }

        if (first == of - 1 || draft.ThingAt(first) is null || SubjectStandsBefore(draft, first - 1) ||
            draft.KindAt(first - 1) is not (WordKind.Relation or WordKind.Has))
        {
            return null;
        }

        var verb = draft.Elements[first - 1];
        for (var index = first; index < of; index += 2)
        {
            Bind(verb, described, draft.ThingAt(index)!);
        }

        draft.Elements.RemoveRange(first - 1, of - first + 1);

        return first - 1;
    }

    // 城市的夜景, 女孩的帽子: the owner of a thing need not be in the picture.
    private static int Whose(Draft draft, int of, Thing described, Thing owner)
    {
        if (draft.KindAt(of - 2) is WordKind.At or WordKind.Relation || owner.IsCounted)
        {
            return of;
        }

        // 马戏团的大象
        draft.HintedPlace ??= owner.Place;

        // 国王的模样: an unknown word can be the look of the king.
        if (owner.IsFigure && described.IsFigure)
        {
            owner.IsDropped = true;
        }

        draft.Elements.RemoveAt(of - 1);

        return of - 1;
    }

    // 公主和骑马的王子: 和 parts the verb from the princess.
    private static bool SubjectStandsBefore(Draft draft, int verb)
        => draft.ThingAt(verb - 1) is { IsSetting: false, IsPart: false };

    // 一只 戴着帽子的 狗: the number belongs to the dog.
    private static void JoinNumbers(Draft draft)
    {
        for (var index = draft.Elements.Count - 1; index >= 0; index--)
        {
            if (draft.KindAt(index) != WordKind.Number)
            {
                continue;
            }

            if (draft.ThingAt(index + 1) is { IsCounted: false } thing)
            {
                (thing.Count, thing.IsCounted) = (draft.Elements[index].Count, true);
            }

            draft.Elements.RemoveAt(index);
        }
    }
}
