using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Phrases;

/// <summary>Takes out the words about the background: "on an orange background", 白色背景.</summary>
internal static class BackgroundPhrases
{
    public static void Take(List<Token> tokens, Draft draft)
    {
        for (var at = tokens.FindIndex(IsBackground); at >= 0; at = tokens.FindIndex(at, IsBackground))
        {
            var first = at;
            while (first > 0 && Describes(tokens[first - 1]))
            {
                first--;
            }

            var last = at;
            if (last + 2 < tokens.Count && tokens[last + 1].Kind == WordKind.Is && tokens[last + 2].Is(WordKind.Colour))
            {
                last += 2;
            }

            Note(tokens[first..(last + 1)], draft);
            // "on a", "in front of" and a following 上的 belong to the phrase.
            while (first > 0 && tokens[first - 1].Kind is WordKind.Number or WordKind.Relation or WordKind.Has
                or WordKind.At)
            {
                first--;
            }

            while (last + 1 < tokens.Count && tokens[last + 1].Kind is WordKind.After or WordKind.Of)
            {
                last++;
            }

            tokens.RemoveRange(first, last + 1 - first);
            at = Math.Min(first, tokens.Count);
        }
    }

    private static bool IsBackground(Token token) => token.Kind == WordKind.Background;

    private static bool Describes(Token token) => token.Is(WordKind.Colour) ||
        token.Kind is WordKind.Quality or WordKind.Unknown && !token.IsChinese ||
        token.Kind == WordKind.Of;

    private static void Note(List<Token> phrase, Draft draft)
    {
        foreach (var token in phrase)
        {
            if (token.As(WordKind.Colour) is { } colour)
            {
                token.Kind = WordKind.Colour;
                draft.Background ??= (ColourName)colour.Number;
            }
            else if (token.As(WordKind.Background) is { Value: "plain" })
            {
                draft.HasPlainBackground = true;
            }
        }
    }
}
