using System.Globalization;
using System.Text;

namespace OpenAIImages.Painter.Words;

/// <summary>Cuts a prompt into the longest words and phrases that the vocabulary knows.</summary>
/// <remarks>Chinese needs no other segmentation: what is not in the vocabulary could not be drawn anyway.</remarks>
internal static class Tokenizer
{
    private const int LongestEnglishPhrase = 5;
    private const string ChineseDigits = "零一二三四五六七八九";
    private static readonly WordMeaning[] Nothing = [new(WordKind.Unknown, "")];

    public static IReadOnlyList<Token> Cut(string prompt)
    {
        var text = Normalize(prompt);
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            var token = IsChinese(text[at]) ? Chinese(text, at)
                : IsWordCharacter(text[at]) ? English(text, at)
                : null;
            if (token is null)
            {
                at++;
                continue;
            }

            at += token.Text.Length;
            Add(tokens, token);
        }

        return tokens;
    }

    private static string Normalize(string prompt)
    {
        var text = new StringBuilder(prompt.Length);
        foreach (var rune in prompt.EnumerateRunes())
        {
            text.Append(rune.Value is '\u2019' or '\u2018' ? "'" : rune.ToString());
        }

        return text.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }

    private static bool IsChinese(char character) => character is >= '\u3400' and <= '\u9fff';

    private static bool IsWordCharacter(char character)
        => (char.IsLetterOrDigit(character) || character is '\'' or '-') && !IsChinese(character);

    private static Token Chinese(string text, int at)
    {
        if (ChineseNumber(text, at) is { } number)
        {
            return number;
        }

        for (var length = Math.Min(Vocabulary.Instance.LongestPhrase, text.Length - at); length > 0; length--)
        {
            var word = text.Substring(at, length);
            if (Vocabulary.Instance.Find(word) is { } meanings)
            {
                return new Token(word, meanings);
            }
        }

        return new Token(text.Substring(at, 1), Nothing);
    }

    // 十二, 二十: the vocabulary has the digits and 十 alone, and words like 一群.
    private static Token? ChineseNumber(string text, int at)
    {
        var end = at;
        while (end < text.Length && (text[end] == '十' || ChineseDigits.Contains(text[end])))
        {
            end++;
        }

        var digits = text[at..end];
        var ten = digits.IndexOf('十', StringComparison.Ordinal);
        if (digits.Length < 2 || digits.Length > 3 || ten is < 0 or > 1)
        {
            return null;
        }

        var tens = ten == 0 ? 1 : ChineseDigits.IndexOf(digits[0], StringComparison.Ordinal);
        var ones = ten == digits.Length - 1 ? 0 : ChineseDigits.IndexOf(digits[^1], StringComparison.Ordinal);
        var value = (tens * 10 + Math.Max(0, ones)).ToString(CultureInfo.InvariantCulture);

        return new Token(digits, [new WordMeaning(WordKind.Number, value)]);
    }

    private static Token English(string text, int at)
    {
        var ends = PhraseEnds(text, at);
        for (var words = ends.Count; words > 0; words--)
        {
            var phrase = text[at..ends[words - 1]];
            if (Find(phrase) is { } token)
            {
                return token;
            }
        }

        var word = text[at..ends[0]];

        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) &&
            number is > 0 and < 100
            ? new Token(word, [new WordMeaning(WordKind.Number, number.ToString(CultureInfo.InvariantCulture))])
            : new Token(word, Nothing);
    }

    // Where the first word ends, the first two, and so on: words with one space between them.
    private static List<int> PhraseEnds(string text, int at)
    {
        var ends = new List<int>();
        while (ends.Count < LongestEnglishPhrase && at < text.Length && IsWordCharacter(text[at]))
        {
            while (at < text.Length && IsWordCharacter(text[at]))
            {
                at++;
            }

            ends.Add(at);
            at += at < text.Length && text[at] == ' ' ? 1 : 0;
        }

        return ends;
    }

    private static Token? Find(string phrase)
    {
        if (Vocabulary.Instance.Find(phrase) is { } meanings)
        {
            return new Token(phrase, meanings, Plurals.IsIrregular(phrase));
        }

        foreach (var singular in Plurals.Singulars(phrase))
        {
            if (Vocabulary.Instance.Find(singular) is { } found &&
                found.Any(meaning => meaning.Kind is WordKind.Noun or WordKind.Place))
            {
                return new Token(phrase, found, Plural: true);
            }
        }

        return phrase.Contains('-', StringComparison.Ordinal) &&
            Vocabulary.Instance.Find(phrase.Replace('-', ' ')) is { } spaced
            ? new Token(phrase, spaced)
            : null;
    }

    // Unknown Chinese characters that stand together are one unknown word.
    private static void Add(List<Token> tokens, Token token)
    {
        if (tokens is [.., var last] && last.Is(WordKind.Unknown) && token.Is(WordKind.Unknown) &&
            IsChinese(last.Text[0]) && IsChinese(token.Text[0]))
        {
            tokens[^1] = last with { Text = last.Text + token.Text };

            return;
        }

        tokens.Add(token);
    }
}
