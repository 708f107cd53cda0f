using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Choices;

/// <summary>Gives words another sense where the prompt as a whole asks for it.</summary>
internal static class SenseChoice
{
    private static readonly HashSet<string> Parents = new(StringComparer.Ordinal)
    {
        "mother", "mom", "mum", "mama", "father", "dad", "papa", "mommy", "daddy",
    };

    /// <summary>Gives the tokens, some of them with other meanings than their words have alone.</summary>
    public static List<Token> Settle(IReadOnlyList<Token> tokens)
    {
        var isBadge = tokens.Any(token => token.As(WordKind.Form) is { Value: "badge" } ||
            token.As(WordKind.Style) is { Number: (int)PaintStyle.LineIcon or (int)PaintStyle.Logo });

        return [.. tokens.Select((token, index) => Emblem(tokens, index, isBadge) ?? Parent(tokens, index) ?? token)];
    }

    // A logo shows a mountain as a thing; and so is the moon over which a cow jumps.
    private static Token? Emblem(IReadOnlyList<Token> tokens, int index, bool isBadge)
    {
        var token = tokens[index];
        if (token.As(WordKind.Emblem) is not { } emblem)
        {
            return null;
        }

        var relation = Before(tokens, index)?.As(WordKind.Relation)?.Number;
        var isPlace = relation is (int)Relation.In or (int)Relation.On or (int)Relation.Under;
        var isReached = token.Is(WordKind.Light) && relation is (int)Relation.Over or (int)Relation.Above
            or (int)Relation.Riding or (int)Relation.Holding or (int)Relation.Hugging;

        // 黑板上的太阳
        var isDrawn = index > 2 && tokens[index - 1].Is(WordKind.Of) && tokens[index - 2].Is(WordKind.After) &&
            tokens[index - 3].Is(WordKind.Surface);

        return isBadge && !isPlace || isReached || isDrawn
            ? With(token, [new(WordKind.Noun, emblem.Value),
                .. token.Meanings.Where(meaning => !isBadge && meaning.Kind == WordKind.Light)])
            : null;
    }

    // "ducklings with their mother": she is a duck.
    private static Token? Parent(IReadOnlyList<Token> tokens, int index)
    {
        if (index == 0 || tokens[index - 1].Text is not ("its" or "their") || !Parents.Contains(tokens[index].Text))
        {
            return null;
        }

        var child = tokens.Take(index).FirstOrDefault(token => token.As(WordKind.Noun) is { } noun &&
            Vocabulary.Instance.IsOf("animal", noun.Value));

        return child is null ? null : With(tokens[index], [child.As(WordKind.Noun)!.Value]);
    }

    private static Token? Before(IReadOnlyList<Token> tokens, int index)
    {
        var before = index - 1;
        while (before >= 0 && (tokens[before].Is(WordKind.Ignore) || tokens[before].Is(WordKind.Quality) ||
            tokens[before].Is(WordKind.Number) || tokens[before].Is(WordKind.Colour)))
        {
            before--;
        }

        return before < 0 ? null : tokens[before];
    }

    private static Token With(Token token, IReadOnlyList<WordMeaning> meanings)
        => new(token.Text, meanings, token.Start, token.End) { Plural = token.Plural };
}
