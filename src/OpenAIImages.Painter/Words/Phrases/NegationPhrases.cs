using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Phrases;

/// <summary>Takes out the unwanted things: "no people", "without cars or trees", 没有云.</summary>
internal static class NegationPhrases
{
    public static void Take(Draft draft)
    {
        for (var index = 0; index < draft.Elements.Count; index++)
        {
            if (draft.KindAt(index) == WordKind.Negation)
            {
                Take(draft, index);
                index = Math.Max(-1, index - 2);
            }
        }
    }

    private static void Take(Draft draft, int index)
    {
        var first = index > 0 && draft.KindAt(index - 1) is WordKind.Has or WordKind.At ? index - 1 : index;
        var last = index;
        if (draft.Elements[index].Token.As(WordKind.Negation) is { Value: not "-" } named)
        {
            // "nobody", 空无一人: the word itself names the missing people.
            draft.Things.Add(new Thing { Word = named.Value, Noun = named.Value, IsUnwanted = true });
        }
        else
        {
            last = TakeThings(draft, index);
        }

        draft.Elements.RemoveRange(first, last + 1 - first);
    }

    private static int TakeThings(Draft draft, int index)
    {
        var last = index;
        while (true)
        {
            // 不戴帽子的猫: the verb belongs to the negation.
            var at = last + 1;
            while (draft.KindAt(at) is WordKind.Relation or WordKind.Has or WordKind.Pose or WordKind.Negation
                or WordKind.Say)
            {
                at++;
            }

            // "no people and two dogs": a counted thing is wanted.
            if (draft.ThingAt(at) is not { } thing || thing.IsCircumstance || thing.IsCounted && last > index)
            {
                return draft.KindAt(last) == WordKind.And ? last - 1 : last;
            }

            thing.IsUnwanted = true;
            last = at;
            if (draft.KindAt(at + 1) != WordKind.And)
            {
                return last;
            }

            last = at + 1;
        }
    }
}
