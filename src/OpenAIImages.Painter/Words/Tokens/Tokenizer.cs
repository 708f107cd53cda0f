using System.Globalization;

namespace OpenAIImages.Painter.Words.Tokens;

/// <summary>Cuts a prompt into the longest words and phrases that the vocabulary knows.</summary>
/// <remarks>
/// Chinese is cut so that the fewest characters stay unknown, then into the fewest words: 打架子鼓 is 打 and 架子鼓.
/// </remarks>
internal static class Tokenizer
{
    private const int LongestEnglishPhrase = 6;
    private const int LongestMixed = 6;
    private const int LongestChinese = 12;
    private const string Shapes = "小大圆方长";
    private const string ChineseDigits = "零一二三四五六七八九";
    private static readonly WordMeaning[] Nothing = [new(WordKind.Unknown, "")];

    public static List<Token> Cut(string prompt) => Cut(FoldedText.Of(prompt));

    public static List<Token> Cut(FoldedText prompt)
    {
        var tokens = new List<Token>();
        var at = 0;
        foreach (var (start, end, from, to) in QuotedText.Find(prompt.Text))
        {
            Cut(prompt.Text, at, start, tokens);
            var inside = new List<Token>();
            Cut(prompt.Text, from, to, inside);
            var words = prompt.AsGiven(from, to).Trim();
            tokens.Add(new Token(words, [new(WordKind.Text, words)], start, end) { Inside = inside });
            at = end;
        }

        Cut(prompt.Text, at, prompt.Text.Length, tokens);

        return tokens;
    }

    private static void Cut(string text, int at, int end, List<Token> tokens)
    {
        var lengths = ChineseLengths(text, at, end);
        var first = at;
        while (at < end)
        {
            var token = FoldedText.IsChinese(text[at]) ? Chinese(text, at, lengths[at - first], end)
                : FoldedText.IsWordCharacter(text[at]) ? English(text, at, end)
                : Mark(text, at);
            if (token is null)
            {
                at++;
                continue;
            }

            at = token.End;
            Add(tokens, token);
        }
    }

    private static Token? Mark(string text, int at) => text[at] switch
    {
        ',' or '.' or ';' or ':' or '!' or '?' or '。' or '\n' or '\u2014' or '(' or ')' or '|'
            => new Token(text.Substring(at, 1), [new(WordKind.Stop, "")], at, at + 1),
        '、' or '&' or '+' or '/' => new Token(text.Substring(at, 1), [new(WordKind.And, "")], at, at + 1),
        _ => null,
    };

    private static Token Chinese(string text, int at, int length, int end)
    {
        if (ChineseNumber(text, at, end) is { } number)
        {
            return number;
        }

        var word = text.Substring(at, length);

        return Vocabulary.Instance.Find(word) is { } meanings
            ? new Token(word, meanings, at, at + length)
            {
                Plural = word.EndsWith('们'),
                // 圆木桌 is a wooden table, 小白兔 a white rabbit.
                Prefix = Shapes.Contains(word[0]) && PrefixOf(word, 1) is null && !IsWhole(word)
                    ? PrefixOf(word[1..], 1) : PrefixOf(word, 1),
            }
            : new Token(word, Nothing, at, at + length);
    }

    // Gives the length of the best word at each Chinese character, found from the end of the text.
    private static int[] ChineseLengths(string text, int start, int end)
    {
        var lengths = new int[end - start + 1];
        var costs = new (int Unknown, int Words)[end - start + 1];
        for (var at = end - 1; at >= start; at--)
        {
            if (!FoldedText.IsChinese(text[at]))
            {
                continue;
            }

            var after = costs[at + 1 - start];
            (lengths[at - start], costs[at - start]) = (1, (after.Unknown + 1, after.Words + 2));
            for (var length = 1; length <= Math.Min(LongestChinese, end - at); length++)
            {
                if (Vocabulary.Instance.Find(text.Substring(at, length)) is not { } meanings)
                {
                    continue;
                }

                // 兔子 and 灯笼, not 兔子灯 and 笼: a noun of one character is the worse guess. 店 ends any word.
                var rest = costs[at + length - start];
                var isShort = length == 1 && text[at] != '店' && meanings.Any(meaning => meaning.Kind is WordKind.Noun
                    or WordKind.Family or WordKind.Part);
                var cost = (rest.Unknown, rest.Words + (isShort ? 2 : 1));
                if (cost.CompareTo(costs[at - start]) <= 0)
                {
                    (lengths[at - start], costs[at - start]) = (length, cost);
                }
            }
        }

        return lengths;
    }

    // 十二, 二十: the vocabulary has the digits and 十 alone, and words like 一群.
    private static Token? ChineseNumber(string text, int at, int limit)
    {
        var end = at;
        while (end < limit && (text[end] == '十' || ChineseDigits.Contains(text[end])))
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

        return Number(digits, tens * 10 + Math.Max(0, ones), at, end);
    }

    private static Token Number(string text, int number, int start, int end)
        => new(text, [new(WordKind.Number, number.ToString(CultureInfo.InvariantCulture), number)], start, end);

    private static Token English(string text, int at, int end)
    {
        if (Mixed(text, at, end) is { } mixed)
        {
            return mixed;
        }

        var ends = PhraseEnds(text, at, end);
        for (var words = ends.Count; words > 0; words--)
        {
            if (Find(text, at, ends[words - 1]) is { } token)
            {
                return token;
            }
        }

        var word = text[at..ends[0]];
        if (!word.Any(char.IsLetterOrDigit))
        {
            return new Token(word, [new(WordKind.Stop, "")], at, ends[0]);
        }

        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) &&
            number is > 0 and < 100
            ? Number(word, number, at, ends[0])
            : new Token(word, Nothing, at, ends[0]);
    }

    // T恤, 3D打印机: words of both scripts.
    private static Token? Mixed(string text, int at, int end)
    {
        for (var length = Math.Min(LongestMixed, end - at); length > 1; length--)
        {
            var word = text.Substring(at, length);
            if (word.Any(FoldedText.IsChinese) && Vocabulary.Instance.Find(word) is { } meanings)
            {
                return new Token(word, meanings, at, at + length);
            }
        }

        return null;
    }

    // Returns the ends of the first word, of the first two words, and so on; one space parts two words.
    private static List<int> PhraseEnds(string text, int at, int end)
    {
        var ends = new List<int>();
        while (ends.Count < LongestEnglishPhrase && at < end && FoldedText.IsWordCharacter(text[at]))
        {
            while (at < end && FoldedText.IsWordCharacter(text[at]))
            {
                at++;
            }

            ends.Add(at);
            at += at < end && text[at] == ' ' ? 1 : 0;
        }

        return ends;
    }

    private static Token? Find(string text, int start, int end)
    {
        var phrase = text[start..end];
        if (Vocabulary.Instance.Find(phrase) is { } meanings)
        {
            return new Token(phrase, meanings, start, end)
            {
                Plural = Plurals.IsIrregular(phrase) || IsPluralOf(phrase, meanings),
                Prefix = PrefixOf(phrase, phrase.IndexOf(' ', StringComparison.Ordinal)),
            };
        }

        // "a woman's shoulder": the vocabulary has the woman.
        if (phrase.EndsWith("'s", StringComparison.Ordinal) && Vocabulary.Instance.Find(phrase[..^2]) is { } owner &&
            owner.Any(meaning => meaning.Kind is WordKind.Noun or WordKind.Family))
        {
            return new Token(phrase[..^2], owner, start, end) { IsOwner = true };
        }

        foreach (var singular in Plurals.Singulars(phrase))
        {
            if (Vocabulary.Instance.Find(singular) is { } found && found.Any(meaning => meaning.Kind is WordKind.Noun
                or WordKind.Family or WordKind.Nothing or WordKind.Place or WordKind.Surface or WordKind.Part))
            {
                return new Token(phrase, found, start, end)
                {
                    Plural = true,
                    Prefix = PrefixOf(singular, singular.IndexOf(' ', StringComparison.Ordinal)),
                };
            }
        }

        return phrase.Contains('-', StringComparison.Ordinal) &&
            Vocabulary.Instance.Find(phrase.Replace('-', ' ')) is { } spaced
            ? new Token(phrase, spaced, start, end)
            : null;
    }

    // Both "blueberry" and "blueberries" are words of the vocabulary.
    private static bool IsPluralOf(string phrase, WordMeaning[] meanings)
        => meanings.FirstOrDefault(meaning => meaning.Kind is WordKind.Noun or WordKind.Family).Value is { } noun &&
            // "rain boots": the vocabulary has no rain boot, but a boot.
            Plurals.Singulars(phrase).Concat(Plurals.Singulars(phrase[(phrase.LastIndexOf(' ') + 1)..])).Any(
                singular => Vocabulary.Instance.Find(singular) is { } found &&
                found.Any(meaning => meaning.Kind is WordKind.Noun or WordKind.Family && meaning.Value == noun));

    // 青蛙 is a frog and not a teal one, 金鱼 no golden fish. An apple is drawn red anyway.
    private static WordMeaning? PrefixOf(string word, int length)
    {
        if (length <= 0 || length >= word.Length || word[0] == '青' ||
            IsWhole(word) ||
            word.StartsWith("rubber ", StringComparison.Ordinal) || word.StartsWith("ice ", StringComparison.Ordinal) ||
            Vocabulary.Instance.Find(word[..length]) is not { } first ||
            Vocabulary.Instance.Find(word[length..].TrimStart()) is not { } rest ||
            !rest.Any(meaning => meaning.Kind is WordKind.Noun or WordKind.Family))
        {
            return null;
        }

        var prefix = first.FirstOrDefault(meaning => meaning.Kind is WordKind.Colour or WordKind.Material);

        return prefix.Kind == WordKind.Unknown || (Vocabulary.Instance.Find(word) ?? rest).Any(
            meaning => meaning.Value.StartsWith(prefix.Value + "-", StringComparison.Ordinal)) ? null : prefix;
    }

    private static bool IsWhole(string word)
        => Vocabulary.Instance.Find(word) is { } meanings && meanings.Any(meaning => meaning.Kind == WordKind.Whole);

    // Unknown Chinese characters that stand together are one unknown word.
    private static void Add(List<Token> tokens, Token token)
    {
        if (tokens is [.., var last] && last.Is(WordKind.Unknown) && token.Is(WordKind.Unknown) &&
            last.End == token.Start && last.IsChinese && token.IsChinese)
        {
            tokens[^1] = new Token(last.Text + token.Text, Nothing, last.Start, token.End);

            return;
        }

        tokens.Add(token);
    }
}
