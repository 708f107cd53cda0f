using System.Text.RegularExpressions;

namespace OpenAIImages.Painter.Words.Tokens;

/// <summary>Finds the words in quotes of all kinds.</summary>
internal static partial class QuotedText
{
    /// <summary>Gives the start and end of quoted words in a folded prompt, with and without their quotes.</summary>
    /// <remarks>Quotes around a whole prompt mean nothing: such a prompt was pasted with its quotes.</remarks>
    public static IReadOnlyList<(int Start, int End, int From, int To)> Find(string text)
    {
        var found = new List<(int, int, int, int)>();
        foreach (Match match in Quotes().Matches(text))
        {
            var inside = match.Groups["in"];
            if (inside.Length > 0 && (match.Length < text.Trim().Length))
            {
                found.Add((match.Index, match.Index + match.Length, inside.Index, inside.Index + inside.Length));
            }
        }

        return found;
    }

    // An apostrophe opens a quote only at the start of a word, and closes one only at the end of a word.
    [GeneratedRegex(
        "[\"\u201c\u201d\u201e\u201f](?<in>[^\"\u201c\u201d\u201e\u201f]+)[\"\u201c\u201d\u201f]|" +
        "\u00ab(?<in>[^\u00ab\u00bb]+)\u00bb|\u300c(?<in>[^\u300c\u300d]+)\u300d|\u300e(?<in>[^\u300e\u300f]+)\u300f|" +
        "\u300a(?<in>[^\u300a\u300b]+)\u300b|`(?<in>[^`]+)`|" +
        @"(?<![\w'])'(?<in>(?![\s'])(?:[^']|'(?=\w))*[^\s'])'(?!\w)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Quotes();
}
