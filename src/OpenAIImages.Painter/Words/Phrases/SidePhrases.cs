using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Phrases;

/// <summary>Reads the side of the picture that a thing stands on: "a tree on the left", 左边是一棵树.</summary>
internal static class SidePhrases
{
    public static void Take(Draft draft)
    {
        for (var index = 0; index < draft.Elements.Count; index++)
        {
            if (draft.KindAt(index) == WordKind.Side && Take(draft, index) is { } next)
            {
                index = next;
            }
        }

        draft.Elements.RemoveAll(element => element.Kind == WordKind.Side);
    }

    // Returns the index to read on from; null when the element stays unchanged.
    private static int? Take(Draft draft, int index)
    {
        var side = (Side)draft.Elements[index].Token.As(WordKind.Side)!.Value.Number;
        var ofThing = draft.KindAt(index - 1) == WordKind.Of ? index - 2 : index - 1;
        if (draft.Elements[index].Token.IsChinese && draft.ThingAt(ofThing) is { IsSetting: false } &&
            draft.Elements[index].Token.Is(WordKind.After))
        {
            // 狗的左边 is a relation to the dog, not a part of the picture.
            var token = draft.Elements[index].Token;
            draft.Elements.RemoveRange(ofThing + 1, index - ofThing);
            draft.Elements.Insert(ofThing + 1, new Element(WordKind.After, token));

            return ofThing + 1;
        }

        if (draft.KindAt(index - 1) == WordKind.At && draft.ThingAt(index - 2) is { } standing)
        {
            standing.Side = side;
            draft.Elements.RemoveRange(index - 1, 2);

            return index - 2;
        }

        if (draft.ThingAt(index - 1) is { Side: Side.None, IsSetting: false } before)
        {
            before.Side = side;
            draft.Elements.RemoveAt(index);

            return index - 1;
        }

        var next = index + 1;
        while (next < draft.Elements.Count && (draft.KindAt(next) is WordKind.Is or WordKind.Has or WordKind.At ||
            draft.KindAt(next) == WordKind.Stop && next == index + 1))
        {
            next++;
        }

        if (draft.ThingAt(next) is { } following)
        {
            following.Side = side;
        }

        draft.Elements.RemoveRange(index, Math.Min(next, draft.Elements.Count) - index);

        return index - 1;
    }
}
