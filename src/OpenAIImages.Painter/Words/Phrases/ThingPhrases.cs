using OpenAIImages.Painter.Words.Choices;
using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Phrases;

/// <summary>Makes a thing from a noun and the words before it: "three small red birds".</summary>
internal sealed class ThingPhrases(IReadOnlyList<Token> tokens, Draft draft)
{
    // A prompt of ten thousand nouns is nonsense, and must not take a minute.
    private const int LongestMemory = 100;

    // These measure words are drawn, unless the drawing of what is in them has one already.
    private const string Vessels = "篮筐盒箱桶袋盘碟碗笼";

    private Description _description = new();
    private Token? _activity;
    private Thing? _garment;

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
            case WordKind.Number when IsCompany(index):
                break;
            case WordKind.Number:
                Number(index);
                break;
            case WordKind.Again:
                Repeat(index);
                break;
            case WordKind.Measure when Vessels.Contains(token.Text[0]) && DescriptionRuns.IsContainer(token) &&
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
            case WordKind.And or WordKind.Stop when _description.HasBegun &&
                DescriptionRuns.GoesOn(tokens, index, _description):
                break;
            case WordKind.Of when _description.HasBegun:
                break;
            case WordKind.At when token.Text == "在" && ChineseChoice.IsProgress(tokens, index):
                break;
            case WordKind.Ignore:
                _description.IsOwned |= token.Text is "its" or "his" or "her" or "their";
                _description.IsDefinite |= token.Text is "the" or "my" || _description.IsOwned;
                break;
            default:
                Flush();
                if (token.Kind == WordKind.Relation && token.As(WordKind.Weather) is { } wind)
                {
                    // "leaves blowing around a bench"
                    draft.Weather = (Weather)wind.Number;
                }

                if (token.Kind == WordKind.Pose && token.As(WordKind.Place) is { } place)
                {
                    // "crossing the street"
                    draft.HintedPlace ??= place.Value;
                }

                draft.Elements.Add(new Element(DescriptionRuns.RoleOf(token), token));
                break;
        }
    }

    // "a red car and a blue one"
    private void Repeat(int index)
    {
        if (draft.Elements.FindLast(element => element.Thing is { IsFigure: true }) is { } same)
        {
            Add(_description.Complete(same.Token), index);
        }
    }

    // "a family of four": the number that follows counts the members.
    private bool IsCompany(int index)
    {
        if (tokens[index].As(WordKind.Group) is not { } group || index + 1 >= tokens.Count ||
            tokens[index + 1].Kind != WordKind.Number || WordChoice.NounFollows(tokens, index + 1))
        {
            return false;
        }

        tokens[index + 1].Kind = WordKind.Ignore;
        Flush();
        var count = tokens[index + 1].As(WordKind.Number)!.Value.Number;
        Add(new Thing { Word = tokens[index].Text, Noun = group.Value, Count = count, IsCounted = true }, index);

        return true;
    }

    private void Number(int index)
    {
        if (_description.HasCount && _description.Colours.Count == 0)
        {
            Flush();
        }

        if (tokens[index].Text.Contains("field", StringComparison.Ordinal) &&
            draft.Elements is [.., { Kind: WordKind.Relation, Relation: Relation.In }])
        {
            // "a tractor in a field of tulips"
            draft.HintedPlace ??= "meadow";
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
        // "a grandmother knitting in a chair", 蜷缩在沙发上: an unknown verb is no thing.
        var isVerb = token.IsChinese && next is { Kind: WordKind.At } &&
            draft.ThingAt(draft.Elements.Count - 1) is not null || !token.IsChinese && NounRuns.IsVerb(token.Text) &&
            draft.ThingAt(draft.Elements.Count - 1) is not null;
        if (!isAdjective && !isVerb)
        {
            Add(_description.Complete(token), index);
        }
    }

    private void Nominal(int index)
    {
        var token = tokens[index];
        if (token.IsChinese && _description.HasNumber && DescriptionRuns.IsContainer(token) &&
            DescriptionRuns.NounIsNext(tokens, index))
        {
            Container(index);

            return;
        }

        if (index + 1 < tokens.Count && tokens[index + 1].Text is "family" or "一家" && NounRuns.IsOf(token, "animal"))
        {
            // "a hedgehog family" are several hedgehogs.
            tokens[index + 1].Kind = WordKind.Ignore;
            _description.AddSeveral();
        }

        if (NounRuns.IsTitled(tokens, index))
        {
            // 鸭妈妈 is a duck, and 警察叔叔 a policeman.
            tokens[index + 1].Kind = WordKind.Ignore;
        }

        if (token.IsChinese && token.Is(WordKind.Part) && NounRuns.IsOf(token, "building") &&
            tokens.Count > index + 1 && tokens[index + 1].Kind == WordKind.Is)
        {
            // 屋顶是绿色的: no other house.
            token.Kind = WordKind.Part;
        }

        if (token.Kind == WordKind.Place || token.Is(WordKind.Light))
        {
            // "a night market", "a cow over the moon"
            Circumstances.Note(token, draft);
        }

        if (token.Kind == WordKind.Part && Features.IsDrawn(token, _description, draft))
        {
            // "a wizard with a white beard", "a doll with red hair"
            token.Kind = WordKind.Feature;
        }

        if (NounRuns.FieldFollows(tokens, index) && !_description.HasNumber)
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

        if (index + 1 < tokens.Count && tokens[index + 1].Text == "俩" && !_description.HasNumber)
        {
            // 姐妹俩
            tokens[index + 1].Kind = WordKind.Ignore;
            _description.AddNumber(tokens[index + 1]);
        }

        if (NounRuns.IsWornByNext(tokens, index))
        {
            Wear(index);

            return;
        }

        if (NounRuns.DescribesNext(tokens, index))
        {
            if (token.Is(WordKind.Place))
            {
                draft.HintedPlace ??= token.As(WordKind.Place)!.Value.Value;
            }

            token.Kind = WordKind.Modifier;

            return;
        }

        Add(_description.Complete(token), index);
        if (NounRuns.StandSideBySide(tokens, index))
        {
            draft.Elements.Add(new Element(WordKind.And, token));
        }
    }

    // 旗袍女子 wears it: the number is hers.
    private void Wear(int index)
    {
        _garment = _description.Complete(tokens[index]);
        draft.Things.Add(_garment);
        _description = new Description();
    }

    // 一篮苹果, 一篮子苹果: a basket of apples.
    private void Container(int index)
    {
        tokens[index].Kind = WordKind.Noun;
        Add(_description.Complete(tokens[index]), index);
        draft.Elements.Add(new Element(WordKind.Content, tokens[index]));
    }

    private void Circumstance(int index)
    {
        var token = tokens[index];
        Circumstances.Note(token, draft);
        if (token.As(WordKind.Place) is { } place)
        {
            draft.HintedPlace ??= place.Value;
        }

        if (!token.IsChinese && token.Is(WordKind.Noun))
        {
            // "autumn leaves", "by candlelight": a time and a thing.
            token.Kind = WordKind.Noun;
            Nominal(index);

            return;
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
        if (PoseDescribesNext(index))
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
        WordMeaning[] relation = [new(WordKind.Relation, meaning.Value, meaning.Number),
            .. token.Meanings.Where(other => other.Kind == WordKind.Pose)];
        draft.Things.Add(thing);
        draft.Elements.Add(new Element(WordKind.Relation, new Token(token.Text, relation, token.Start, token.End)));
        draft.Elements.Add(new Element(WordKind.Noun, token) { Thing = thing });
    }

    private void Add(Thing thing, int index)
    {
        _description = new Description();
        if (_garment is { } garment)
        {
            thing.Relations.Add((Relation.Wearing, garment));
            (thing.Count, thing.IsCounted) = (garment.Count, garment.IsCounted);
            garment.Count = 1;
            _garment = null;
        }

        var known = Known(thing, index);
        if (known is null)
        {
            if (thing is { IsChinese: true, IsCounted: false, IsSingle: false } &&
                draft.KindAt(draft.Elements.Count - 1) == WordKind.And &&
                draft.ThingAt(draft.Elements.Count - 2) is { IsVague: true } first)
            {
                // 许多灯笼和人
                thing.Count = first.Count;
            }

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
        if ((thing.IsDefinite || thing.IsChinese) && tokens[index].Is(WordKind.Part) && thing.IsOf("building"))
        {
            // "a barn with a rooster on the roof": the roof is that of the barn.
            return draft.Things.FindLast(one => one.IsOf("building"));
        }

        // 一座拱桥，桥下有小船: the same bridge.
        points |= thing is { IsChinese: true, IsCounted: false } && index + 1 < tokens.Count &&
            tokens[index + 1].Is(WordKind.After);

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
