using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Words.Tokens;

/// <summary>One meaning of a word: <c>colour red</c>, <c>noun cat</c>.</summary>
/// <param name="Kind">The grammatical role of the word.</param>
/// <param name="Value">The meaning as Data/words.txt has it; for a noun the name of its drawing.</param>
/// <param name="Number">The number, or the value of the enumeration, that <paramref name="Value"/> names.</param>
internal readonly record struct WordMeaning(WordKind Kind, string Value, int Number = 0)
{
    /// <summary>Parses a meaning of the vocabulary.</summary>
    public static WordMeaning Parse(string kind, string value)
    {
        var parsed = Enum.Parse<WordKind>(kind, ignoreCase: true);

        return new WordMeaning(parsed, value, parsed switch
        {
            WordKind.Colour => (int)Enum.Parse<ColourName>(value, ignoreCase: true),
            WordKind.Number => int.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
            WordKind.Time => (int)Enum.Parse<TimeOfDay>(value, ignoreCase: true),
            WordKind.Season => (int)Enum.Parse<Season>(value, ignoreCase: true),
            WordKind.Weather => (int)Enum.Parse<Weather>(value, ignoreCase: true),
            WordKind.Style => (int)Enum.Parse<PaintStyle>(value, ignoreCase: true),
            WordKind.Material => (int)Enum.Parse<Material>(value, ignoreCase: true),
            WordKind.Pose => (int)Enum.Parse<Pose>(value, ignoreCase: true),
            WordKind.Side => (int)Enum.Parse<Side>(value, ignoreCase: true),
            WordKind.Surface => (int)Enum.Parse<LetteringSurface>(value, ignoreCase: true),
            WordKind.Activity => (int)Enum.Parse<Relation>(value.Split(':')[0], ignoreCase: true),
            WordKind.Relation or WordKind.After or WordKind.Mutual
                => (int)Enum.Parse<Relation>(value, ignoreCase: true),
            _ => 0,
        });
    }
}
