using OpenAIImages.Painter.Words.Phrases;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Choices;

/// <summary>Finds the extent of the words that describe a noun.</summary>
internal static class DescriptionRuns
{
    /// <summary>Says whether a word names a container.</summary>
    public static bool IsContainer(Token token) => token.As(WordKind.Noun) is { } noun &&
        new Thing { Word = token.Text, Noun = noun.Value }.IsContainer;

    /// <summary>Says whether a noun stands right after a token.</summary>
    public static bool NounIsNext(IReadOnlyList<Token> tokens, int index)
        => index + 1 < tokens.Count && WordChoice.IsNominal(tokens[index + 1].Kind) &&
            tokens[index].End == tokens[index + 1].Start;

    /// <summary>Gives the role of a token: "sleeping" is a pose, "sleeping on" a relation as well.</summary>
    public static WordKind RoleOf(Token token)
        => token.Kind == WordKind.Pose && token.Is(WordKind.Relation) ? WordKind.Relation : token.Kind;

    /// <summary>Says whether the description goes on after "and": "red and blue balloons", "a red and a blue
    /// balloon".</summary>
    public static bool GoesOn(IReadOnlyList<Token> tokens, int index, Description description)
    {
        var next = index + 1;
        if (next < tokens.Count && tokens[next].Kind == WordKind.Number)
        {
            return description.Colours.Count > 0 && next + 1 < tokens.Count &&
                tokens[next + 1].Kind == WordKind.Colour;
        }

        return ColoursGoOn(tokens, next) ||
            next < tokens.Count && tokens[next].Kind is WordKind.Colour or WordKind.Size or WordKind.Quality
            or WordKind.Material && WordChoice.NounFollows(tokens, next);
    }

    // 红、黄、蓝三个气球
    private static bool ColoursGoOn(IReadOnlyList<Token> tokens, int next)
    {
        var at = next;
        while (at < tokens.Count && tokens[at].Kind is WordKind.Colour or WordKind.And)
        {
            at++;
        }

        return at > next && at < tokens.Count && tokens[next].IsChinese && tokens[at].Kind == WordKind.Number;
    }
}
