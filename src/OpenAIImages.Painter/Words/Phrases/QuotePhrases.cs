using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Phrases;

/// <summary>Decides which words are written: words in quotes beside a sign, and words after "that says".</summary>
internal static class QuotePhrases
{
    private const int LongestText = 8;

    /// <summary>Replaces each text to write by one token, and all other quotes by the words inside them.</summary>
    public static List<Token> Settle(IReadOnlyList<Token> tokens, FoldedText prompt)
    {
        var writes = tokens.Any(token => token.Is(WordKind.Say) || token.Is(WordKind.Surface) ||
            token.As(WordKind.Form) is { Value: "badge" } ||
            token.As(WordKind.Style) is { Number: (int)PaintStyle.Poster });
        var settled = new List<Token>();
        for (var index = 0; index < tokens.Count; index++)
        {
            var token = tokens[index];
            if (token.Is(WordKind.Text) && !writes && !FollowsNoun(tokens, index))
            {
                settled.AddRange(token.Inside);
                continue;
            }

            settled.Add(token);
            if (token.As(WordKind.Say) is { Value: "strong" } &&
                TextWithoutQuotes(tokens, index + 1, prompt) is { } text)
            {
                settled.Add(text.Token);
                index = text.Last;
            }
        }

        return settled;
    }

    // 咖啡杯“早安”, "a mug with 'Monday'": quoted words right after a thing are written on it.
    private static bool FollowsNoun(IReadOnlyList<Token> tokens, int index)
        => index > 0 && tokens[index - 1].Is(WordKind.Noun) ||
            index > 1 && tokens[index - 1].Is(WordKind.Has) && tokens[index - 2].Is(WordKind.Noun);

    private static (Token Token, int Last)? TextWithoutQuotes(
        IReadOnlyList<Token> tokens, int first, FoldedText prompt)
    {
        var end = first;
        while (end < tokens.Count && end - first < LongestText && !Ends(tokens[end]))
        {
            end++;
        }

        if (end == first || end < tokens.Count && tokens[end].Is(WordKind.Text))
        {
            return null;
        }

        var text = prompt.AsGiven(tokens[first].Start, tokens[end - 1].End);

        return (new Token(text, [new(WordKind.Text, text)], tokens[first].Start, tokens[end - 1].End), end - 1);
    }

    private static bool Ends(Token token) => token.Is(WordKind.Stop) || token.Is(WordKind.Of) ||
        token.Is(WordKind.Relation) || token.Is(WordKind.At) || token.Is(WordKind.Text) || token.Is(WordKind.Time);
}
