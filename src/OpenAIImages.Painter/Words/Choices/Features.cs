using OpenAIImages.Painter.Words.Phrases;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Choices;

/// <summary>Decides which parts of a body have a drawing of their own: "a white beard", "green eyes".</summary>
internal static class Features
{
    /// <summary>Says whether the painter draws a part on its owner.</summary>
    /// <remarks>Every drawing has hair and eyes, so only their colour is worth a drawing of their own.</remarks>
    public static bool IsDrawn(Token token, Description description, Draft draft)
    {
        var isTold = description.Colours.Count > 0 || !token.Is(WordKind.Natural);
        var isHad = draft.KindAt(draft.Elements.Count - 1) is WordKind.Has or WordKind.And &&
            draft.Elements.Exists(element => element.Kind == WordKind.Has);

        return !token.IsChinese && isTold && isHad && token.As(WordKind.Feature) is { } feature &&
            draft.Things.FindLast(thing => thing.CanWear) is { } owner && !owner.IsOf(feature.Value);
    }
}
