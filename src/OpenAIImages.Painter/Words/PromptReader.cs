using System.Globalization;

namespace OpenAIImages.Painter.Words;

/// <summary>Reads a prompt: text to what is meant. Never fails; what it does not know it lists.</summary>
internal static class PromptReader
{
    public static Meaning Read(string prompt)
    {
        var tokens = Tokenizer.Cut(prompt);
        var notes = new ReadingNotes();
        for (var index = 0; index < tokens.Count; index++)
        {
            ReadToken(tokens, index, notes);
        }

        return notes.Finish();
    }

    private static void ReadToken(IReadOnlyList<Token> tokens, int index, ReadingNotes notes)
    {
        var token = tokens[index];
        switch (Choose(tokens, index))
        {
            case WordKind.Noun:
                notes.AddSubject(token);
                break;
            case WordKind.Colour:
                notes.AddColour(Enum.Parse<ColourName>(token.As(WordKind.Colour)!, ignoreCase: true));
                break;
            case WordKind.Colourful:
                notes.Colourful = true;
                break;
            case WordKind.Number:
                notes.SetCount(int.Parse(token.As(WordKind.Number)!, CultureInfo.InvariantCulture));
                break;
            case WordKind.Size:
                notes.SetSize(token.As(WordKind.Size) == "small");
                break;
            case WordKind.Place:
                notes.SetPlace(token.As(WordKind.Place)!);
                break;
            case WordKind.Time:
                notes.Time = Enum.Parse<TimeOfDay>(token.As(WordKind.Time)!, ignoreCase: true);
                break;
            case WordKind.Light:
                notes.SetLight(token.As(WordKind.Light)!);
                break;
            case WordKind.Weather:
                notes.Weather = Enum.Parse<Weather>(token.As(WordKind.Weather)!, ignoreCase: true);
                break;
            case WordKind.Style:
                notes.Style = Enum.Parse<PaintStyle>(token.As(WordKind.Style)!, ignoreCase: true);
                break;
            case WordKind.Form:
                notes.SetForm(token.As(WordKind.Form)!);
                break;
            case WordKind.Pose:
                notes.SetPose(Enum.Parse<Pose>(token.As(WordKind.Pose)!, ignoreCase: true),
                    before: DescribesNext(tokens, index));
                break;
            case WordKind.Relation:
                notes.SetRelation(Enum.Parse<Relation>(token.As(WordKind.Relation)!, ignoreCase: true));
                break;
            case WordKind.After:
                notes.SetRelationAfter(Enum.Parse<Relation>(token.As(WordKind.After)!, ignoreCase: true));
                break;
            case WordKind.At:
                notes.StandAt();
                break;
            case WordKind.Of:
                notes.DescribeNext();
                break;
            case WordKind.Is:
                notes.DescribeLast();
                break;
            case WordKind.Unknown:
                notes.NotUnderstood.Add(token.Text);
                break;
            default:
                break;
        }
    }

    // Of several meanings the one that fits what stands around the word.
    private static WordKind Choose(IReadOnlyList<Token> tokens, int index)
    {
        var token = tokens[index];
        if (token.Is(WordKind.Measure) && index > 0 && tokens[index - 1].Is(WordKind.Number) &&
            index + 1 < tokens.Count)
        {
            return WordKind.Measure;
        }

        if (token.Is(WordKind.Young))
        {
            return WordKind.Noun;
        }

        var describes = NounFollows(tokens, index);
        if (token.Is(WordKind.Noun) &&
            (token.Is(WordKind.Colour) || token.Is(WordKind.Size) || token.Is(WordKind.Modifier)))
        {
            // "an orange cat" and "an orange"; "a toy car" and "a toy"; "a baby otter" and "a baby".
            return !describes || token.Plural ? WordKind.Noun : token.Is(WordKind.Colour) ? WordKind.Colour
                : token.Is(WordKind.Size) ? WordKind.Size : WordKind.Modifier;
        }

        if (token.Is(WordKind.Modifier))
        {
            return describes || token.Meanings.Count == 1 ? WordKind.Modifier
                : token.Meanings.First(IsNotModifier).Kind;
        }

        if (token.Is(WordKind.Measure) && token.Meanings.Count == 1)
        {
            return WordKind.Unknown;
        }

        // 头 and the like are measures first; as anything else they need their other meaning.
        return token.Meanings.First(meaning => meaning.Kind != WordKind.Measure).Kind;
    }

    private static bool IsNotModifier(WordMeaning meaning) => meaning.Kind != WordKind.Modifier;

    private static bool NounFollows(IReadOnlyList<Token> tokens, int index)
    {
        for (var next = index + 1; next < tokens.Count; next++)
        {
            if (tokens[next].Is(WordKind.Noun))
            {
                return true;
            }

            if (!(tokens[next].Is(WordKind.Colour) || tokens[next].Is(WordKind.Colourful) ||
                tokens[next].Is(WordKind.Size) || tokens[next].Is(WordKind.Of)))
            {
                return false;
            }
        }

        return false;
    }

    // 飞翔的鸟: a pose before 的 belongs to the noun after it. "flying cat": so does one right before its noun.
    private static bool DescribesNext(IReadOnlyList<Token> tokens, int index)
        => index + 1 < tokens.Count && (tokens[index + 1].Is(WordKind.Of) || NounFollows(tokens, index));
}
