using OpenAIImages.Painter.Words.Choices;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Phrases;

/// <summary>Says what nouns that stand together mean: "beef noodle soup", 警察叔叔, a sunflower field.</summary>
internal static class NounRuns
{
    // Characters that end the words for machines, shops, people, vessels, foods.
    private const string WordEndings =
        "架厂店馆机器员师家盒箱皮汁酱油粉酒瓶盖套壳柄杆棒袋罐桶池场园厅室房站台亭肉奶茶糖饼糕汤饭卷串饺丝手迷";

    /// <summary>Says whether a noun only describes the one after it: "beef noodle soup", 草莓蛋糕.</summary>
    public static bool DescribesNext(IReadOnlyList<Token> tokens, int index)
    {
        var token = tokens[index];
        if (index + 1 >= tokens.Count || token.Plural && token.Kind != WordKind.Nothing)
        {
            return false;
        }

        var next = tokens[index + 1];
        if (!IsAdjacent(tokens, index) || next.IsChinese != token.IsChinese)
        {
            return false;
        }

        if (WordChoice.IsNominal(next.Kind) && !StartsWithPreposition(next.Text))
        {
            // "a logo of a wolf head" shows a wolf.
            if (next.Text is "head" or "face" && IsAnimate(token))
            {
                return false;
            }

            // 海鲜餐厅 shows no sea food, but 小猫花店 has a cat.
            var isShopName = IsBusiness(next) && !IsAnimate(token) && !token.Is(WordKind.Place);

            return !(token.IsChinese && (token.Is(WordKind.Place) || next.Kind == WordKind.Place && !isShopName ||
                next.Kind == WordKind.Part && IsAnimate(token) || StandSideBySide(tokens, index)));
        }

        // 咖啡机 is a machine, and no coffee.
        if (token.IsChinese && next.Kind == WordKind.Unknown && WordEndings.Contains(next.Text[0]))
        {
            return true;
        }

        // "a car engine" is no car, but a dog that is barking is a dog.
        return next.Kind == WordKind.Unknown && !token.IsChinese && !token.Is(WordKind.Place) && !IsVerb(next.Text);
    }

    /// <summary>Says whether the next word names many of a plant: "a sunflower field".</summary>
    public static bool FieldFollows(IReadOnlyList<Token> tokens, int index)
        => index + 1 < tokens.Count && tokens[index + 1].Kind == WordKind.Place && IsAdjacent(tokens, index) &&
            tokens[index + 1].As(WordKind.Place)!.Value.Value is "meadow" or "farm" or "garden" &&
            (IsOf(tokens[index], "plant") || IsOf(tokens[index], "crop"));

    /// <summary>Says whether the next word only says what the noun is: 鸭妈妈, 警察叔叔, 恐龙玩具.</summary>
    public static bool IsTitled(IReadOnlyList<Token> tokens, int index)
        => IsMadeOfNext(tokens, index) ||
            tokens[index].IsChinese && index + 1 < tokens.Count && IsAdjacent(tokens, index) &&
            (tokens[index + 1].Text is "妈妈" or "爸爸" or "宝宝" && IsOf(tokens[index], "animal") ||
            tokens[index + 1].Text == "玩具" && tokens[index].Is(WordKind.Noun) ||
            tokens[index + 1].Text is "叔叔" or "阿姨" or "伯伯" or "先生" or "小姐" or "姐姐" or "哥哥" or "爷爷" or "奶奶" &&
            !IsOf(tokens[index], "kin") && IsAnimate(tokens[index]));

    // "a dinosaur toy", "a lion statue"
    private static bool IsMadeOfNext(IReadOnlyList<Token> tokens, int index)
        => !tokens[index].IsChinese && index + 1 < tokens.Count && IsAdjacent(tokens, index) &&
            tokens[index + 1].Is(WordKind.Echo) && tokens[index].Kind is WordKind.Noun or WordKind.Family;

    /// <summary>Says whether a token names a drawing of a class of Data/classes.txt.</summary>
    public static bool IsOf(Token token, string name)
        => (token.As(WordKind.Noun) ?? token.As(WordKind.Family)) is { } noun &&
            Vocabulary.Instance.IsOf(name, noun.Value);

    /// <summary>Says whether a Chinese word names a place of business, whose kind a noun before it says.</summary>
    public static bool IsBusiness(Token token) => token is { IsChinese: true, Kind: WordKind.Place } &&
        token.As(WordKind.Place)!.Value.Value is "shop" or "cafe" or "restaurant" or "bakery" or "market" or "salon";

    public static bool IsVerb(string word) => word.EndsWith("ing", StringComparison.Ordinal) ||
        word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ly", StringComparison.Ordinal);

    /// <summary>Says whether a garment stands before who wears it: 旗袍女子.</summary>
    public static bool IsWornByNext(IReadOnlyList<Token> tokens, int index)
        => tokens[index].IsChinese && index + 1 < tokens.Count && IsAdjacent(tokens, index) &&
            tokens[index].As(WordKind.Noun) is { } noun && IsAnimate(tokens[index + 1]) &&
            new Thing { Word = tokens[index].Text, Noun = noun.Value } is { IsWorn: true, IsAnimate: false };

    /// <summary>Says whether two nouns that stand together are two things: 新郎新娘, 自行车篮子.</summary>
    public static bool StandSideBySide(IReadOnlyList<Token> tokens, int index)
        => tokens[index].IsChinese && index + 1 < tokens.Count && IsAdjacent(tokens, index) &&
            (IsOf(tokens[index], "kin") && IsOf(tokens[index + 1], "kin") ||
            IsOf(tokens[index], "ridden") && tokens[index + 1].As(WordKind.Noun) is { Value: "basket" });

    private static bool IsAnimate(Token token) => token.As(WordKind.Noun) is { } noun &&
        new Thing { Word = token.Text, Noun = noun.Value }.IsAnimate;

    private static bool IsAdjacent(IReadOnlyList<Token> tokens, int index)
        => tokens[index + 1].Start - tokens[index].End == (tokens[index].IsChinese ? 0 : 1);

    // "on the moon", a place in one word, and "underwater", which needs no preposition.
    private static bool StartsWithPreposition(string text) => text is "underwater" or "indoors" or "downtown" or
        "undersea" || text.StartsWith("on ", StringComparison.Ordinal) ||
        text.StartsWith("in ", StringComparison.Ordinal) || text.StartsWith("at ", StringComparison.Ordinal) ||
        text.StartsWith("under ", StringComparison.Ordinal) || text.StartsWith("above ", StringComparison.Ordinal) ||
        text.StartsWith("into ", StringComparison.Ordinal) || text.StartsWith("across ", StringComparison.Ordinal) ||
        text.StartsWith("through ", StringComparison.Ordinal);
}
