using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Phrases;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Choices;

/// <summary>Gives words another sense where the prompt as a whole asks for it.</summary>
internal static class SenseChoice
{
    /// <summary>Gives the tokens, some of them with other meanings than their words have alone.</summary>
    public static List<Token> Settle(IReadOnlyList<Token> tokens)
    {
        var isBadge = tokens.Any(token => token.As(WordKind.Form) is { Value: "badge" } ||
            token.As(WordKind.Style) is { Number: (int)PaintStyle.LineIcon or (int)PaintStyle.Logo });

        return [.. tokens.Select((token, index)
            => Emblem(tokens, index, isBadge) ?? Parent(tokens, index) ??
            Offspring(tokens, index) ?? Sense(tokens, token) ?? token)];
    }

    // A crane beside an excavator is no bird: another word of the prompt decides.
    private static Token? Sense(IReadOnlyList<Token> tokens, Token token)
    {
        if (token.As(WordKind.Sense) is not { } sense)
        {
            return null;
        }

        var parts = sense.Value.Split(':');
        var cues = parts[1].Split(',');
        var isMeant = tokens.Any(
            other => other != token && other.Meanings.Any(meaning => cues.Contains(meaning.Value)));

        return isMeant ? new Token(token.Text, [new(WordKind.Noun, parts[0])], token.Start, token.End)
        {
            Plural = token.Plural || !token.IsChinese && Plurals.Singulars(token.Text).Any(),
        } : null;
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
            or (int)Relation.Riding or (int)Relation.Holding or (int)Relation.Hugging or (int)Relation.Before;

        // 月亮前面, 后面是月亮
        var next = index + 1 < tokens.Count ? tokens[index + 1] : null;
        var isPlaced = token.IsChinese && token.Is(WordKind.Light) && (
            next is not null && next.Is(WordKind.After) && next.Text is not ("下" or "上") ||
            index > 1 && tokens[index - 1].Is(WordKind.Is) && tokens[index - 2].Is(WordKind.After));

        // 黑板上的太阳
        var isDrawn = index > 2 && tokens[index - 1].Is(WordKind.Of) && tokens[index - 2].Is(WordKind.After) &&
            tokens[index - 3].Is(WordKind.Surface);

        // "a sun with sunglasses", "a moon wearing a cap"
        isReached |= token.Is(WordKind.Light) && next is not null && (next.Is(WordKind.Has) ||
            next.As(WordKind.Relation)?.Number == (int)Relation.Wearing) &&
            tokens.Skip(index + 2).Take(3).Any(other => other.As(WordKind.Noun) is { } worn &&
            new Thing { Word = other.Text, Noun = worn.Value } is { IsWorn: true, IsAnimate: false });

        return isBadge && !isPlace || isReached || isPlaced || isDrawn
            ? With(token, [new(WordKind.Noun, emblem.Value),
                .. token.Meanings.Where(meaning => !isBadge && meaning.Kind == WordKind.Light)])
            : null;
    }

    // "ducklings with their mother": she is a duck.
    private static Token? Parent(IReadOnlyList<Token> tokens, int index)
    {
        if (index == 0 || tokens[index - 1].Text is not ("its" or "their") || !tokens[index].Is(WordKind.Parent))
        {
            return null;
        }

        var child = tokens.Take(index).FirstOrDefault(token => token.As(WordKind.Noun) is { } noun &&
            Vocabulary.Instance.IsOf("animal", noun.Value));

        if (child is null)
        {
            return null;
        }

        var young = child.As(WordKind.Noun)!.Value;
        var parent = young.Value switch { "duckling-chick" => "duck", "baby-chick" => "hen", var same => same };

        return With(tokens[index], [young with { Value = parent }]);
    }

    // "an elephant and her baby": the baby is a small elephant.
    private static Token? Offspring(IReadOnlyList<Token> tokens, int index)
    {
        if (index == 0 || tokens[index - 1].Text is not ("its" or "their" or "her" or "his") ||
            !tokens[index].Is(WordKind.Offspring))
        {
            return null;
        }

        var animal = tokens.Take(index).LastOrDefault(token => token.As(WordKind.Noun) is { } noun &&
            (Vocabulary.Instance.IsOf("animal", noun.Value) || Vocabulary.Instance.IsOf("person", noun.Value)));
        if (animal is null || Vocabulary.Instance.IsOf("person", animal.As(WordKind.Noun)!.Value.Value))
        {
            return null;
        }

        return With(tokens[index], [animal.As(WordKind.Noun)!.Value, new(WordKind.Young, "-")]);
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
