using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words.Phrases;

/// <summary>Notes the words about the whole picture: time, season, weather, style, form.</summary>
internal static class Circumstances
{
    public static void Note(Token token, Draft draft)
    {
        // "logo" is a form and a style: a word may name more than one circumstance.
        foreach (var meaning in token.Meanings)
        {
            Note(meaning, draft);
        }
    }

    private static void Note(WordMeaning meaning, Draft draft)
    {
        switch (meaning.Kind)
        {
            case WordKind.Time:
                draft.Time = (TimeOfDay)meaning.Number;
                break;
            case WordKind.Light when meaning.Value == "moon":
                draft.Time = TimeOfDay.Night;
                break;
            case WordKind.Season:
                draft.Season = (Season)meaning.Number;
                break;
            case WordKind.Weather:
                draft.Weather = (Weather)meaning.Number;
                break;
            case WordKind.Style:
                NoteStyle((PaintStyle)meaning.Number, draft);
                break;
            case WordKind.Form:
                draft.Badge |= meaning.Value == "badge";
                draft.Transparent |= meaning.Value == "transparent";
                break;
            default:
                break;
        }
    }

    // A poster or logo in watercolour is a watercolour.
    private static void NoteStyle(PaintStyle style, Draft draft)
    {
        if (style is not (PaintStyle.Poster or PaintStyle.Logo) || draft.Style == PaintStyle.Storybook)
        {
            draft.Style = style;
        }
    }
}
