using System.Text.RegularExpressions;
using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words;

/// <summary>Reads the words of an edit: the words of a prompt, and verbs such as add, remove and replace.</summary>
internal static partial class EditReader
{
    public static EditWish Read(string words)
    {
        words = Simplify(words);
        var wanted = words;
        var unwanted = "";
        var match = Replaces().Match(words);
        match = match.Success ? match : ReplacesInChinese().Match(words);
        match = match.Success ? match : RemovesFirstInChinese().Match(words);
        match = match.Success ? match : Removes().Match(words);
        if (match.Success)
        {
            unwanted = match.Groups["out"].Value;
            wanted = words[..match.Index] + " " + match.Groups["in"].Value;
        }

        var removes = match.Success && string.IsNullOrWhiteSpace(match.Groups["in"].Value);
        wanted = Verbs().Replace(AsPossession(wanted), " ");
        var meaning = PromptReader.Read(wanted);
        var gone = PromptReader.Read(unwanted);
        // "change the car to blue": a colour alone replaces nothing; it describes the named thing.
        if (match.Success && !removes && meaning.Subjects.Count == 0 && meaning.PlaceColour is { } colour &&
            gone.Subjects.Count > 0)
        {
            var coloured = gone.Subjects[^1] with { Colours = [colour], Relations = [] };

            return new EditWish { Wanted = meaning with { Subjects = [coloured], PlaceColour = null } };
        }

        var tokens = Tokenizer.Cut(wanted);

        return new EditWish
        {
            Wanted = ColourLast(meaning),
            Unwanted = gone.Subjects,
            Removes = removes,
            More = More().IsMatch(words),
            SaysTime = tokens.Any(token => token.Is(WordKind.Time) || token.Is(WordKind.Light)),
            SaysWeather = tokens.Any(token => token.Is(WordKind.Weather)),
            SaysStyle = tokens.Any(token => token.Is(WordKind.Style)),
        };
    }

    // Quoted words stay as given, because the painter may have to write them.
    private static string Simplify(string words)
    {
        var quotes = QuotedText.Find(words);

        return string.Concat(words.Select((character, index)
            => quotes.Any(quote => index >= quote.Start && index < quote.End) ? character : Simplified.Of(character)));
    }

    // "add a hat to the dog" and "give the dog a hat" mean a dog with a hat.
    private static string AsPossession(string words)
    {
        foreach (var pattern in (Regex[])[AddsTo(), Gives(), AddsToInChinese()])
        {
            words = pattern.Replace(words, match => match.Value.Any(FoldedText.IsChinese)
                ? $"{match.Groups["whom"].Value}有{match.Groups["what"].Value}"
                : $"{match.Groups["whom"].Value} with {match.Groups["what"].Value}");
        }

        return words;
    }

    // "make the cat black": an edit may end with a colour, a prompt would not.
    private static Meaning ColourLast(Meaning meaning)
    {
        if (meaning.PlaceColour is not { } colour || meaning.Place is not null ||
            meaning.Subjects is not [.., { Colours.Count: 0 } last])
        {
            return meaning;
        }

        return meaning with
        {
            Subjects = [.. meaning.Subjects.SkipLast(1), last with { Colours = [colour] }],
            PlaceColour = null,
        };
    }

    [GeneratedRegex(
        @"\b(?:(?:replace|swap|exchange|substitute)\b(?<out>.+?)\b(?:with|by|for)|" +
        @"(?:turn|change|transform|convert|make)\b(?<out>.+?)\b(?:into|to))\b(?<in>.+)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Replaces();

    [GeneratedRegex("(?:把|将)?(?<out>.+?)(?:换成|换为|变成|改成|替换成|替换为|改为)(?<in>.+)", RegexOptions.Singleline)]
    private static partial Regex ReplacesInChinese();

    [GeneratedRegex(
        "(?:把|将)(?<out>.+?)(?:删除|删掉|去掉|去除|移除|移走|抹掉|擦除|擦掉|拿走)[，,。 ]*(?<in>.*)", RegexOptions.Singleline)]
    private static partial Regex RemovesFirstInChinese();

    [GeneratedRegex(
        @"(?:\b(?:remove|delete|erase|take away|take out|get rid of|clear away)\b|" +
        "删除|删掉|去掉|去除|移除|移走|抹掉|擦除|擦掉)" +
        @"(?<out>.*?)(?:(?:,|，|;|\band\b|\bthen\b|并|然后)\s*(?<in>(?:add|put|place|insert|draw|paint|加|添|放|画).*))?$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Removes();

    [GeneratedRegex(
        @"\b(?:add|adding|put|insert|place|give|edit|change|turn|into|let|want|please|another|more|some|instead|make|" +
        "now|image|scene|photo|photograph|picture)\\b|照片|添加|加上|增加|加入|放上|放入|加(?=[一两三四五个只些点])|再(?=[一来加])|改成|变成|换成",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Verbs();

    [GeneratedRegex(
        @"\badd\s+(?<what>[^,.;]+?)(?<!\b(?:next|close|near))\s+to\s+(?<whom>(?!the\s+(?:left|right|side)\b)[^,.;]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AddsTo();

    [GeneratedRegex(
        @"\bgive\s+(?<whom>(?:the|my|his|her|this|that)\s+\w+)\s+(?<what>(?:an?|some|two|three)\s[^,.;]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Gives();

    [GeneratedRegex("给(?<whom>[^，。,给]+?)(?:加上|加|添上|添|戴上|穿上|戴|穿)(?<what>[^，。,]+)")]
    private static partial Regex AddsToInChinese();

    [GeneratedRegex(@"\b(?:another|more|additional|second|third)\b|再|另一", RegexOptions.IgnoreCase)]
    private static partial Regex More();
}
