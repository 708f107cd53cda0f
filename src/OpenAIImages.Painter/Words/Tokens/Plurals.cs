namespace OpenAIImages.Painter.Words.Tokens;

/// <summary>English plurals, back to the singulars they may come from.</summary>
internal static class Plurals
{
    private static readonly (string Several, string One)[] Irregular =
    [
        ("men", "man"), ("children", "child"), ("mice", "mouse"), ("geese", "goose"), ("teeth", "tooth"),
        ("feet", "foot"),
    ];

    /// <summary>Gives the possible singulars of the last word of a phrase, the likeliest first.</summary>
    public static IEnumerable<string> Singulars(string phrase)
    {
        // "old women", "firemen", "field mice": the vocabulary has one of each.
        foreach (var (several, one) in Irregular)
        {
            if (phrase.EndsWith(several, StringComparison.Ordinal) && phrase.Length > several.Length)
            {
                yield return phrase[..^several.Length] + one;
            }
        }

        if (phrase.Length < 4 || !phrase.EndsWith('s') || phrase.EndsWith("ss", StringComparison.Ordinal))
        {
            yield break;
        }

        if (phrase.EndsWith("ies", StringComparison.Ordinal))
        {
            yield return phrase[..^3] + "y";
        }

        if (phrase.EndsWith("ves", StringComparison.Ordinal))
        {
            yield return phrase[..^3] + "f";
            yield return phrase[..^3] + "fe";
        }

        yield return phrase[..^1];
        if (phrase.EndsWith("es", StringComparison.Ordinal))
        {
            yield return phrase[..^2];
        }
    }

    /// <summary>Says whether a word without its singular in the vocabulary is a plural of its own.</summary>
    public static bool IsIrregular(string word)
        => word is "mice" or "geese" or "wolves" or "people" or "children" or "men" or "women"
            or "cacti" or "fireworks" or "cattle" or "teeth" or "clothes";

    /// <summary>Says whether a noun is its own plural: "jellyfish" are several, "a jellyfish" is one.</summary>
    public static bool IsInvariant(string phrase)
        => phrase.EndsWith("fish", StringComparison.Ordinal) || phrase is "deer" or "reindeer" or "koi" or "sheep" or
            "moose" or "bison" or "squid";
}
