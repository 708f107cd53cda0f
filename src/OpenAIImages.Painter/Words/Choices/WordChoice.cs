using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Phrases;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Choices;

/// <summary>Chooses, of several meanings of a word, the one that fits what stands around it.</summary>
internal static class WordChoice
{
    private const string AnimalMeasures = "只头匹条个位名群对";

    // After these words, the name of a business says what its logo shows.
    private static readonly HashSet<string> Businesses = new(StringComparer.Ordinal)
    {
        "shop", "store", "company", "agency", "brand", "club", "school", "team", "business", "service", "startup",
        "app", "firm", "website", "channel", "clinic",
    };

    public static void Decide(IReadOnlyList<Token> tokens)
    {
        for (var index = 0; index < tokens.Count; index++)
        {
            tokens[index].Kind = Choose(tokens, index);
        }

        for (var index = 0; index < tokens.Count; index++)
        {
            if (IsPurpose(tokens, index) || ChineseChoice.IsPurpose(tokens, index) ||
                ChineseChoice.IsManner(tokens, index) || ChineseChoice.IsPoured(tokens, index))
            {
                tokens[index].Kind = WordKind.Ignore;
            }

            if (tokens[index].IsOwner)
            {
                DecideOwner(tokens, index);
            }

            if (IsPieceOfUnknown(tokens, index))
            {
                tokens[index].Kind = WordKind.Unknown;
            }
        }
    }

    /// <summary>Says whether a word names something, drawn or not.</summary>
    public static bool IsNominal(WordKind kind) => kind is WordKind.Noun or WordKind.Family or WordKind.Nothing
        or WordKind.Place or WordKind.Surface or WordKind.Part or WordKind.Background;

    /// <summary>Says whether a noun follows, with nothing but adjectives between.</summary>
    public static bool NounFollows(IReadOnlyList<Token> tokens, int index, bool acrossOf = true)
    {
        for (var next = index + 1; next < tokens.Count; next++)
        {
            if (tokens[next].Meanings.Any(meaning => IsNominal(meaning.Kind)))
            {
                return true;
            }

            var joins = tokens[next].Is(WordKind.And) && next + 1 < tokens.Count &&
                tokens[next + 1].Is(WordKind.Colour);
            if (!joins && !tokens[next].Meanings.Any(meaning => Describes(meaning.Kind)) ||
                tokens[next].Is(WordKind.Of) && !acrossOf)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Says whether a word means that there are several of those before it: 骆驼队, 羊群.</summary>
    public static bool IsGroup(IReadOnlyList<Token> tokens, int index)
        => tokens[index].Text is "群" or "队" && index > 0 && tokens[index - 1] is { IsChinese: true } one &&
            one.End == tokens[index].Start && one.As(WordKind.Noun) is { } noun &&
            new Thing { Word = one.Text, Noun = noun.Value }.IsAnimate;

    private static bool BackgroundFollows(IReadOnlyList<Token> tokens, int index)
    {
        var next = index + 1;
        while (next < tokens.Count && (tokens[next].Is(WordKind.Colour) || tokens[next].Is(WordKind.Of)))
        {
            next++;
        }

        return next < tokens.Count && tokens[next].Is(WordKind.Background);
    }

    private static bool Describes(WordKind kind) => kind is WordKind.Colour or WordKind.Colourful or WordKind.Size
        or WordKind.Material or WordKind.Modifier or WordKind.Quality or WordKind.Of or WordKind.Unknown;

    private static WordKind Choose(IReadOnlyList<Token> tokens, int index)
    {
        var token = tokens[index];
        if (token.Is(WordKind.Measure) && index > 0 && tokens[index - 1].Is(WordKind.Number) &&
            index + 1 < tokens.Count)
        {
            return WordKind.Measure;
        }

        var kinds = token.Meanings.Select(meaning => meaning.Kind)
            .Where(kind => !IsRemark(kind)).ToList();
        if (token.Is(WordKind.Again) && index > 0 && !NounFollows(tokens, index) &&
            tokens[index - 1].Kind is WordKind.Colour or WordKind.Size or WordKind.Quality or WordKind.Material)
        {
            return WordKind.Again;
        }

        if (kinds.Count == 0 && !IsGroup(tokens, index))
        {
            // 头 and similar words are measures. Without a number they have no known meaning. 苹果两颗 ends with a measure.
            return token.Is(WordKind.Measure) && index > 0 && tokens[index - 1].Is(WordKind.Number)
                ? WordKind.Measure : WordKind.Unknown;
        }

        if (IsGroup(tokens, index))
        {
            return WordKind.Ignore;
        }

        // 门口 is a place before the noun before it, and the door itself where there is none.
        if (kinds.Contains(WordKind.After) && kinds.Exists(IsNominal))
        {
            return index > 0 && tokens[index - 1] is { IsChinese: true } owner && owner.End == token.Start &&
                (IsNominal(owner.Kind) || owner.Kind is WordKind.Of or WordKind.Unknown)
                ? WordKind.After : kinds.Find(IsNominal);
        }

        // "in the dark" is a time, "in the dark forest" a place.
        if (kinds.Contains(WordKind.Time) && kinds.Contains(WordKind.Relation))
        {
            return NounFollows(tokens, index) ? WordKind.Relation : WordKind.Time;
        }

        // "leaves blowing around a bench"
        if (kinds.Contains(WordKind.Weather) && kinds.Contains(WordKind.Relation))
        {
            return NounFollows(tokens, index + 1) || NounFollows(tokens, index) ? WordKind.Relation : WordKind.Weather;
        }

        // "glowing pink" says a colour. In "a glowing pink jellyfish", pink describes the jellyfish anyway.
        if (kinds.Contains(WordKind.Is) && kinds.Contains(WordKind.Quality))
        {
            return index + 1 < tokens.Count && tokens[index + 1].Is(WordKind.Colour) && !NounFollows(tokens, index)
                ? WordKind.Is : WordKind.Quality;
        }

        // "the letters 'ABC'" are words to write, "delivering letters" is about things.
        if (kinds.Contains(WordKind.Say) && kinds.Exists(kind => kind is WordKind.Noun or WordKind.Family) &&
            !tokens.Skip(index + 1).Take(2).Any(token => token.Kind == WordKind.Text))
        {
            return kinds.Find(kind => kind is WordKind.Noun or WordKind.Family);
        }

        if (ChineseChoice.IsDoing(tokens, index))
        {
            return WordKind.Relation;
        }

        if (ChineseChoice.IsHung(tokens, index))
        {
            return WordKind.Surface;
        }

        if (ChineseChoice.IsSeenThrough(tokens, index))
        {
            return WordKind.Quality;
        }

        // "a minimalist white background" says nothing about the style.
        if (token.As(WordKind.Style) is { Number: (int)PaintStyle.Flat } && BackgroundFollows(tokens, index))
        {
            return WordKind.Quality;
        }

        if (token.Is(WordKind.Young))
        {
            return WordKind.Noun;
        }

        if (kinds.Find(kind => kind is WordKind.At or WordKind.Side) is var first and not WordKind.Unknown)
        {
            return first;
        }

        // "a feather" is a thing, a bird "with green feathers" is a bird.
        if (token.Is(WordKind.Part) && kinds.Exists(kind => kind is WordKind.Noun or WordKind.Family) &&
            !(kinds.Contains(WordKind.Material) && NounFollows(tokens, index)))
        {
            return HasOwner(tokens, index) ? WordKind.Part
                : kinds.Find(kind => kind is WordKind.Noun or WordKind.Family);
        }

        // "a burning building" is a thing, "building a house" is doing.
        if (kinds.Exists(IsNominal) && kinds.Exists(kind => kind is WordKind.Relation or WordKind.Pose or WordKind.Has))
        {
            return index > 0 && OpensNoun(tokens[index - 1]) ? kinds.Find(IsNominal)
                : kinds.Contains(WordKind.Activity) ? WordKind.Activity
                : kinds.Find(kind => !IsNominal(kind));
        }

        // 滑雪 is an action here, not the skis that it needs.
        if (kinds.Contains(WordKind.Activity) && ChineseChoice.IsThing(tokens, index))
        {
            return WordKind.Noun;
        }

        if (kinds.Contains(WordKind.Activity) && !(kinds.Exists(IsAdjective) && NounFollows(tokens, index)))
        {
            return WordKind.Activity;
        }

        var describing = kinds.FindIndex(kind => kind is WordKind.Colour or WordKind.Size or WordKind.Material
            or WordKind.Modifier or WordKind.Quality);
        if (describing < 0 || kinds.Count == 1)
        {
            return kinds[0];
        }

        // "an orange cat" and "an orange"; "a toy car" and "a toy"; "a glass vase" and "a glass"; "the bird is orange".
        // 苹果派 is a pie, but 装满苹果的篮子 has apples.
        var describes = NounFollows(tokens, index, kinds[describing] != WordKind.Modifier) ||
            index > 0 && tokens[index - 1].Kind == WordKind.Is;

        if (describes && !token.Plural)
        {
            return kinds[describing];
        }

        // "rowing boats" are boats, but "rowing a boat" is doing.
        return kinds.Exists(IsNominal) ? kinds.Find(IsNominal)
            : kinds.Find(kind => kind != kinds[describing]) is var other and not WordKind.Unknown ? other
            : kinds[describing];
    }

    // "a logo for a coffee shop" shows no shop, and one for a bicycle repair shop shows a bicycle.
    private static bool IsPurpose(IReadOnlyList<Token> tokens, int index)
    {
        var before = index - 1;
        var hasNoun = false;
        while (before >= 0 && (tokens[before].Kind is WordKind.Number or WordKind.Noun or WordKind.Ignore &&
            tokens[before].Text != "for" || NounRuns.IsVerb(tokens[before].Text) || Describes(tokens[before].Kind)))
        {
            hasNoun |= tokens[before].Kind is WordKind.Noun or WordKind.Modifier;
            before--;
        }

        var isBusiness = tokens[index].Kind == WordKind.Place || hasNoun &&
            (Businesses.Contains(tokens[index].Text) || tokens[index].Kind == WordKind.Unknown &&
                NounFollows(tokens, index));

        return isBusiness && before >= 0 && tokens[before].Text == "for" && tokens.Take(before).Any(
            token => token.Is(WordKind.Form) || token.As(WordKind.Style) is { Number: (int)PaintStyle.Poster });
    }

    // "on a woman's shoulder" places a thing on the woman, but "a dog's bowl" needs no dog.
    private static void DecideOwner(IReadOnlyList<Token> tokens, int index)
    {
        var owned = index + 1;
        while (owned < tokens.Count && Describes(tokens[owned].Kind))
        {
            owned++;
        }

        if (owned < tokens.Count && tokens[owned].Is(WordKind.Part))
        {
            tokens[index].Kind = tokens[index].Is(WordKind.Noun) ? WordKind.Noun : WordKind.Family;
            tokens[owned].Kind = WordKind.Ignore;
        }
        else
        {
            tokens[index].Kind = WordKind.Unknown;
        }
    }

    private static bool HasOwner(IReadOnlyList<Token> tokens, int index)
    {
        var before = index - 1;
        while (before >= 0 && (Describes(tokens[before].Kind) && tokens[before].Kind != WordKind.Of ||
            tokens[before].Kind is WordKind.Number or WordKind.Measure))
        {
            before--;
        }

        // "a wheelbarrow full of leaves" has leaves, and who raises a hand has one.
        return before >= 0 && tokens[before].As(WordKind.Has) is not { Value: "full" } &&
            (tokens[before].Is(WordKind.Gesture) ||
            tokens[before].Kind is WordKind.Has or WordKind.Of || tokens[before].Kind == WordKind.And &&
            (tokens[before].IsChinese || tokens.Take(before).Any(token => token.Kind == WordKind.Has)) ||
            tokens[before].Text is "his" or "her" or "its" or "their");
    }

    // These meanings say more about another meaning of the word.
    private static bool IsRemark(WordKind kind) => kind is WordKind.Measure or WordKind.Emblem or WordKind.Sense
        or WordKind.Feature or WordKind.Natural or WordKind.Gesture or WordKind.Borne or WordKind.Vague
        or WordKind.Parent or WordKind.Offspring or WordKind.Empty or WordKind.Group or WordKind.Again
        or WordKind.Echo or WordKind.Whole;

    private static bool IsAdjective(WordKind kind) => kind is WordKind.Quality or WordKind.Modifier;

    private static bool OpensNoun(Token token) => token.Kind is WordKind.Number or WordKind.Measure or WordKind.Quality
        or WordKind.Colour or WordKind.Size or WordKind.Material or WordKind.Of ||
        token.Text is "the" or "his" or "her";

    // A character that is a noun alone is none beside unknown characters: 麒马, 豆浆. Nor is a longer noun before a
    // single one that ends the phrase: 章鱼烧.
    private static bool IsPieceOfUnknown(IReadOnlyList<Token> tokens, int index)
    {
        var token = tokens[index];
        var mayBePiece = token.Kind is WordKind.Noun or WordKind.Place or WordKind.Season or WordKind.Weather
            or WordKind.Light;
        if (!mayBePiece || !token.IsChinese)
        {
            return false;
        }

        var next = index + 1 < tokens.Count && tokens[index + 1] is { IsChinese: true } follower &&
            follower.Start == token.End ? follower : null;
        if (token.Text.Length != 1)
        {
            return token.Kind == WordKind.Noun && next is { Kind: WordKind.Unknown, Text.Length: 1 } &&
                (index + 2 == tokens.Count || tokens[index + 2].Kind is WordKind.Of or WordKind.Stop or WordKind.And);
        }

        // 马车: two such nouns side by side form another, unknown word.
        var after = index > 0 && tokens[index - 1] is { IsChinese: true } before && before.End == token.Start &&
            (before.Kind == WordKind.Unknown || IsShortNoun(before));
        var starts = index == 0 || !CanStandBefore(tokens[index - 1], token);

        return after || next is not null && (starts && next.Kind == WordKind.Unknown || IsShortNoun(next));
    }

    // 一只猫 and an unknown verb: what is counted as an animal is one. 一杯豆 and 老花 go on.
    private static bool CanStandBefore(Token before, Token token)
        => (before.Kind is WordKind.Number or WordKind.Measure or WordKind.Of or WordKind.Size or WordKind.Colour
            or WordKind.Quality or WordKind.Material) && (token.Kind != WordKind.Noun || IsAnimal(before, token));

    private static bool IsAnimal(Token before, Token token)
        => token.As(WordKind.Noun) is { } noun && new Thing { Word = token.Text, Noun = noun.Value }.IsAnimate &&
            (before.Kind != WordKind.Measure || AnimalMeasures.Contains(before.Text[0]));

    private static bool IsShortNoun(Token token) => token is { Kind: WordKind.Noun, Text.Length: 1 };
}
