using OpenAIImages.Painter.Words.Choices;
using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Phrases;

/// <summary>Makes a thing from a noun and the words before it: "three small red birds".</summary>
internal sealed class ThingPhrases(IReadOnlyList<Token> tokens, Draft draft)
{
    // A prompt of ten thousand nouns is nonsense, and must not take a minute.
    private const int LongestMemory = 100;

    // Characters that end the words for machines, shops, people, vessels, foods.
    private const string WordEndings =
        "架厂店馆机器员师家盒箱皮汁酱油粉酒瓶盖套壳柄杆棒袋罐桶池场园厅室房站台亭肉奶茶糖饼糕汤饭卷串饺丝手迷";

    // These measure words are drawn. A plate of dumplings is drawn as dumplings alone.
    private const string Vessels = "篮筐盒箱桶袋";

    private Description _description = new();
    private Token? _activity;

    public static void Read(IReadOnlyList<Token> tokens, Draft draft) => new ThingPhrases(tokens, draft).ReadAll();

    private void ReadAll()
    {
        for (var index = 0; index < tokens.Count; index++)
        {
            Read(index);
        }

        Flush();
    }

    private void Read(int index)
    {
        var token = tokens[index];
        switch (token.Kind)
        {
            case WordKind.Number:
                Number(index);
                break;
            case WordKind.Measure when Vessels.Contains(token.Text[0]) && IsContainer(token) &&
                WordChoice.NounFollows(tokens, index):
                Container(index);
                break;
            case WordKind.Measure:
                _description.AddMeasure(token);
                break;
            case WordKind.Colour or WordKind.Colourful or WordKind.Size or WordKind.Material or WordKind.Modifier
                or WordKind.Quality:
                _description.Add(token);
                break;
            case WordKind.Unknown:
                Unknown(index);
                break;
            case WordKind.Noun or WordKind.Family or WordKind.Nothing or WordKind.Place or WordKind.Surface
                or WordKind.Part:
                Nominal(index);
                break;
            case WordKind.Time or WordKind.Light or WordKind.Season or WordKind.Weather or WordKind.Style
                or WordKind.Form:
                Circumstance(index);
                break;
            case WordKind.Pose when PoseDescribesNext(index):
                _description.Pose = (Pose)token.As(WordKind.Pose)!.Value.Number;
                break;
            case WordKind.Activity:
                Activity(index);
                break;
            case WordKind.And or WordKind.Stop when _description.HasBegun && DescriptionGoesOn(index):
                break;
            case WordKind.Of when _description.HasBegun:
                break;
            case WordKind.Ignore:
                break;
            default:
                Flush();
                draft.Elements.Add(new Element(RoleOf(token), token));
                break;
        }
    }

    // "sleeping" is a pose, "sleeping on" a relation as well.
    private static WordKind RoleOf(Token token)
        => token.Kind == WordKind.Pose && token.Is(WordKind.Relation) ? WordKind.Relation : token.Kind;

    private void Number(int index)
    {
        if (_description.HasCount && _description.Colours.Count == 0)
        {
            Flush();
        }

        _description.AddNumber(tokens[index]);
    }

    // An unknown adjective is passed over; an unknown noun is a thing that cannot be drawn.
    private void Unknown(int index)
    {
        var token = tokens[index];
        var next = index + 1 < tokens.Count ? tokens[index + 1] : null;
        var isAdjective = token.IsChinese
            ? next is { Kind: WordKind.Of } ||
                next is not null && next.Start == token.End && WordChoice.NounFollows(tokens, index)
            : WordChoice.NounFollows(tokens, index);
        // "a grandmother knitting in a chair": an unknown verb is no thing.
        var isVerb = !token.IsChinese && IsVerb(token.Text) && draft.ThingAt(draft.Elements.Count - 1) is not null;
        if (!isAdjective && !isVerb)
        {
            Add(_description.Complete(token), index);
        }
    }

    private void Nominal(int index)
    {
        var token = tokens[index];
        if (token.IsChinese && _description.HasNumber && IsContainer(token) && NounIsNext(index))
        {
            Container(index);

            return;
        }

        if (index + 1 < tokens.Count && tokens[index + 1].Text is "family" or "一家" && IsAnimal(token))
        {
            // "a hedgehog family" are several hedgehogs.
            tokens[index + 1].Kind = WordKind.Ignore;
            _description.AddSeveral();
        }

        if (index + 1 < tokens.Count && tokens[index + 1].Text is "妈妈" or "爸爸" or "宝宝" && IsAnimal(token) &&
            tokens[index + 1].Start == token.End)
        {
            // 鸭妈妈 is a duck.
            tokens[index + 1].Kind = WordKind.Ignore;
        }

        if (token.Kind == WordKind.Place || token.Is(WordKind.Light))
        {
            // "a night market", "a cow over the moon"
            Circumstances.Note(token, draft);
        }

        if (FieldFollows(index) && !_description.HasNumber)
        {
            // "a sunflower field" shows many of them.
            _description.AddMany();
            Add(_description.Complete(token), index);

            return;
        }

        if (index + 1 < tokens.Count && (tokens[index + 1].Text == "们" && !_description.HasNumber ||
            WordChoice.IsGroup(tokens, index + 1) && _description.Count == 1))
        {
            _description.AddSeveral();
        }

        if (DescribesNextNoun(index))
        {
            if (token.Is(WordKind.Place))
            {
                draft.HintedPlace ??= token.As(WordKind.Place)!.Value.Value;
            }

            token.Kind = WordKind.Modifier;

            return;
        }

        Add(_description.Complete(token), index);
    }

    // 一篮苹果, 一篮子苹果: a basket of apples.
    private void Container(int index)
    {
        tokens[index].Kind = WordKind.Noun;
        Add(_description.Complete(tokens[index]), index);
        draft.Elements.Add(new Element(WordKind.Content, tokens[index]));
    }

    private static bool IsContainer(Token token) => token.As(WordKind.Noun) is { } noun &&
        new Thing { Word = token.Text, Noun = noun.Value }.IsContainer;

    private static bool IsAnimal(Token token) => token.As(WordKind.Noun) is { } noun &&
        Vocabulary.Instance.IsOf("animal", noun.Value);

    private bool FieldFollows(int index)
        => index + 1 < tokens.Count && tokens[index + 1].Kind == WordKind.Place && NounIsAdjacent(index) &&
            tokens[index + 1].As(WordKind.Place)!.Value.Value is "meadow" or "farm" or "garden" &&
            tokens[index].As(WordKind.Noun) is { } noun && Vocabulary.Instance.IsOf("plant", noun.Value);

    private bool NounIsAdjacent(int index)
        => tokens[index + 1].Start - tokens[index].End == (tokens[index].IsChinese ? 0 : 1);

    private bool NounIsNext(int index)
        => index + 1 < tokens.Count && WordChoice.IsNominal(tokens[index + 1].Kind) &&
            tokens[index].End == tokens[index + 1].Start;

    // "beef noodle soup", 草莓蛋糕: of nouns that stand together, the last is the thing.
    private bool DescribesNextNoun(int index)
    {
        var token = tokens[index];
        if (index + 1 >= tokens.Count || token.Plural && token.Kind != WordKind.Nothing)
        {
            return false;
        }

        var next = tokens[index + 1];
        var gap = token.IsChinese ? 0 : 1;
        if (next.Start - token.End != gap || next.IsChinese != token.IsChinese)
        {
            return false;
        }

        if (WordChoice.IsNominal(next.Kind) && !StartsWithPreposition(next.Text))
        {
            return !(token.IsChinese && (token.Is(WordKind.Place) || next.Kind == WordKind.Place));
        }

        // 咖啡机 is a machine, and no coffee.
        if (token.IsChinese && next.Kind == WordKind.Unknown && WordEndings.Contains(next.Text[0]))
        {
            return true;
        }

        // "a car engine" is no car, but a dog that is barking is a dog.
        if (next.Kind == WordKind.Unknown && !token.IsChinese && !token.Is(WordKind.Place) && !IsVerb(next.Text))
        {
            return true;
        }

        return false;
    }

    // "on the moon", a place in one word, and "underwater", which needs no preposition.
    private static bool StartsWithPreposition(string text) => text is "underwater" or "indoors" or "downtown" or
        "undersea" || text.StartsWith("on ", StringComparison.Ordinal) ||
        text.StartsWith("in ", StringComparison.Ordinal) || text.StartsWith("at ", StringComparison.Ordinal) ||
        text.StartsWith("under ", StringComparison.Ordinal) || text.StartsWith("above ", StringComparison.Ordinal);

    private static bool IsVerb(string word) => word.EndsWith("ing", StringComparison.Ordinal) ||
        word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ly", StringComparison.Ordinal);

    private void Circumstance(int index)
    {
        var token = tokens[index];
        Circumstances.Note(token, draft);
        if (token.As(WordKind.Place) is { } place)
        {
            draft.HintedPlace ??= place.Value;
        }

        var next = index + 1 < tokens.Count ? tokens[index + 1] : null;
        if (next is not null && !token.IsChinese && (WordChoice.IsNominal(next.Kind) || next.Kind is WordKind.Colour
            or WordKind.Size or WordKind.Quality or WordKind.Modifier or WordKind.Time or WordKind.Season
            or WordKind.Weather or WordKind.Style))
        {
            return;
        }

        Add(new Thing { Word = token.Text, IsCircumstance = true, IsChinese = token.IsChinese }, index);
    }

    // "a sleeping cat" and "sleeping cats", but not "a girl eating cake".
    private bool PoseDescribesNext(int index)
        => !tokens[index].IsChinese && index + 1 < tokens.Count && WordChoice.NounFollows(tokens, index) &&
            (_description.HasBegun || draft.ThingAt(draft.Elements.Count - 1) is null);

    // "a dog skiing", "a skiing dog", 企鹅滑雪
    private void Activity(int index)
    {
        var describesNext = !tokens[index].IsChinese && WordChoice.NounFollows(tokens, index) &&
            (_description.HasBegun || draft.ThingAt(draft.Elements.Count - 1) is null);
        if (describesNext)
        {
            _activity = tokens[index];

            return;
        }

        Flush();
        AddActivity(tokens[index]);
    }

    private void AddActivity(Token token)
    {
        var meaning = token.As(WordKind.Activity)!.Value;
        var noun = meaning.Value.Split(':')[1];
        var thing = new Thing { Word = Vocabulary.Instance.NameOf(noun), Noun = noun, IsImplied = true };
        WordMeaning[] relation = [new(WordKind.Relation, meaning.Value, meaning.Number)];
        draft.Things.Add(thing);
        draft.Elements.Add(new Element(WordKind.Relation, new Token(token.Text, relation, token.Start, token.End)));
        draft.Elements.Add(new Element(WordKind.Noun, token) { Thing = thing });
    }

    // "red and blue balloons", "a red and a blue balloon".
    private bool DescriptionGoesOn(int index)
    {
        var next = index + 1;
        if (next < tokens.Count && tokens[next].Kind == WordKind.Number)
        {
            return _description.Colours.Count > 0 && next + 1 < tokens.Count &&
                tokens[next + 1].Kind == WordKind.Colour;
        }

        return next < tokens.Count && tokens[next].Kind is WordKind.Colour or WordKind.Size or WordKind.Quality
            or WordKind.Material && WordChoice.NounFollows(tokens, next);
    }

    private void Add(Thing thing, int index)
    {
        _description = new Description();
        var known = Known(thing, index);
        if (known is null)
        {
            draft.Things.Add(thing);
        }

        draft.Elements.Add(new Element(WordKind.Noun, tokens[index]) { Thing = known ?? thing });
        if (_activity is { } activity)
        {
            _activity = null;
            AddActivity(activity);
        }
    }

    // "a cat and a dog; the dog …": the dog is the one that is there already.
    private Thing? Known(Thing thing, int index)
    {
        var points = index > 0 && tokens[index - 1].Text is "the" or "this" or "that" or "这只" or "那只";

        return points && thing.Noun is not null
            ? draft.Things.Take(LongestMemory).FirstOrDefault(one => one.Noun == thing.Noun && one.Place == thing.Place)
            : null;
    }

    // Numbers and colours that have no noun stand for themselves: 一只戴着帽子的狗, "the bird is blue".
    private void Flush()
    {
        if (_description.HasNumber)
        {
            draft.Elements.Add(new Element(WordKind.Number, tokens[0]) { Count = _description.Count });
        }

        if (_description.Colours.Count > 0)
        {
            draft.Elements.Add(new Element(WordKind.Colour, tokens[0]) { Colours = _description.Colours });
        }

        _description = new Description();
    }
}
