using OpenAIImages.Painter.Words.Phrases;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Choices;

/// <summary>Chooses between meanings that only Chinese words have together.</summary>
internal static class ChineseChoice
{
    // A word for cooked food begins with one of these. In 爸爸在烤肉 the father is not on the meat.
    private const string Cooking = "烤煎炒炸煮蒸包炖";

    /// <summary>Says whether 在 stands before an action, and not before a place: 妈妈在揉面, 爸爸在烤肉.</summary>
    public static bool IsProgress(IReadOnlyList<Token> tokens, int index)
    {
        var next = index + 1 < tokens.Count ? tokens[index + 1] : null;
        var after = index + 2 < tokens.Count ? tokens[index + 2] : null;

        return next is { Kind: WordKind.Unknown } && after is not null && WordChoice.IsNominal(after.Kind) &&
                after.Kind != WordKind.Place &&
                (index + 3 >= tokens.Count || tokens[index + 3].Kind != WordKind.After) ||
            next is { Kind: WordKind.Noun or WordKind.Family } && Cooking.Contains(next.Text[0]) &&
                next.Text.Length > 1 && after is null or { Kind: WordKind.Stop };
    }

    /// <summary>Says whether a word that is an adjective as well is a verb: 农夫开着拖拉机, 妈妈煎鱼, but 开着的门, 一盘煎鱼.
    /// </summary>
    public static bool IsDoing(IReadOnlyList<Token> tokens, int index)
        => tokens[index].IsChinese && tokens[index].Is(WordKind.Relation) && tokens[index].Is(WordKind.Quality) &&
            !(index + 1 < tokens.Count && tokens[index + 1].Is(WordKind.Of)) && index > 0 &&
            tokens[index - 1].Kind is not (WordKind.Number or WordKind.Measure or WordKind.Of or WordKind.Has
                or WordKind.And or WordKind.Colour or WordKind.Relation or WordKind.Quality or WordKind.Stop) &&
            WordChoice.NounFollows(tokens, index);

    /// <summary>Says whether a poster is a thing in the picture, and not the picture: 墙上贴着一张海报.</summary>
    public static bool IsHung(IReadOnlyList<Token> tokens, int index)
    {
        var before = index - 1;
        while (before >= 0 && tokens[before].Kind is WordKind.Number or WordKind.Measure or WordKind.Quality
            or WordKind.Colour or WordKind.Size or WordKind.Ignore or WordKind.Of)
        {
            before--;
        }

        return tokens[index].IsChinese && tokens[index].Is(WordKind.Surface) && tokens[index].Is(WordKind.Style) &&
            before >= 0 && tokens[before].Kind is WordKind.Relation or WordKind.Has or WordKind.Side;
    }

    /// <summary>Says whether 透明 describes a thing, and not the background: 透明的玻璃瓶.</summary>
    public static bool IsSeenThrough(IReadOnlyList<Token> tokens, int index)
    {
        var next = index + 1;
        while (next < tokens.Count && tokens[next].Kind is WordKind.Of or WordKind.Material or WordKind.Colour)
        {
            next++;
        }

        return tokens[index].Text == "透明" && next < tokens.Count &&
            (tokens[next].Is(WordKind.Noun) || tokens[next].Is(WordKind.Family));
    }

    /// <summary>Says whether an activity is named as a thing: 公园里有溜滑梯.</summary>
    public static bool IsThing(IReadOnlyList<Token> tokens, int index)
        => tokens[index].IsChinese && tokens[index].Is(WordKind.Noun) && index > 0 && tokens[index - 1].Kind is
            WordKind.Has or WordKind.And or WordKind.Number or WordKind.Measure or WordKind.Of;

    /// <summary>Says whether 水 is water to drink or to pour, and no place: 喝瓶子里的水.</summary>
    public static bool IsPoured(IReadOnlyList<Token> tokens, int index)
        => tokens[index].Text == "水" && index > 0 && (tokens[index - 1].Kind == WordKind.Relation ||
            index > 1 && tokens[index - 1].Is(WordKind.Of) && tokens[index - 2].Is(WordKind.After));

    /// <summary>Says whether a shop is only the purpose of a logo: 奶茶店的标志.</summary>
    public static bool IsPurpose(IReadOnlyList<Token> tokens, int index)
        => index + 2 < tokens.Count && NounRuns.IsBusiness(tokens[index]) &&
            tokens[index + 1].Is(WordKind.Of) && tokens[index + 2].Is(WordKind.Form);

    /// <summary>Says whether 风 means a style, and no wind: 素描风.</summary>
    public static bool IsManner(IReadOnlyList<Token> tokens, int index)
        => tokens[index].Text == "风" && index > 0 && tokens[index - 1].Kind is WordKind.Style or WordKind.Quality
            or WordKind.Modifier && tokens[index - 1].End == tokens[index].Start;
}
