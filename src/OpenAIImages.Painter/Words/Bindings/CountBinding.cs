using OpenAIImages.Painter.Words.Phrases;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Bindings;

/// <summary>Reads a number that stands after its noun: 苹果两个, 菠萝和椰子各三颗.</summary>
internal static class CountBinding
{
    public static void Take(Draft draft)
    {
        for (var index = 0; index < draft.Elements.Count; index++)
        {
            if (draft.KindAt(index) == WordKind.Number && draft.ThingAt(index - 1) is { IsChinese: true } &&
                draft.KindAt(index + 1) is WordKind.Stop or WordKind.And)
            {
                Give(draft, index - 1, draft.Elements[index].Count);
                draft.Elements.RemoveAt(index);
            }
        }
    }

    private static void Give(Draft draft, int last, int count)
    {
        for (var at = last; draft.ThingAt(at) is { IsCounted: false } thing; at -= 2)
        {
            (thing.Count, thing.IsCounted) = (count, true);
            if (draft.KindAt(at - 1) != WordKind.And)
            {
                return;
            }
        }
    }
}
