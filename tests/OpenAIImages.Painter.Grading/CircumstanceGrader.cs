using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Grading;

/// <summary>Grades the items that are no objects: place, time, style, written words and unwanted things.</summary>
internal sealed class CircumstanceGrader(Concepts concepts, Meaning meaning, Grade grade)
{
    /// <summary>Grades an item; false when it is of another kind.</summary>
    public bool Grade(string item)
    {
        var (kind, rest) = item.IndexOf(' ', StringComparison.Ordinal) is > 0 and var at
            ? (item[..at], item[(at + 1)..]) : (item, "");
        switch (kind)
        {
            case "place":
                grade.Ask(
                    Slot.Place, rest.Split('|').Any(place => concepts.IsPlace(meaning.Place ?? "any", place)),
                    $"{meaning.Place ?? "any"} instead of {rest}");
                return true;
            case "time":
                Ask(Slot.Time, rest, $"{meaning.Time}");
                return true;
            case "season":
                Ask(Slot.Time, rest, $"{meaning.Season}");
                return true;
            case "weather":
                Ask(Slot.Time, rest, $"{meaning.Weather}");
                return true;
            case "style":
                Ask(Slot.Style, rest.Replace("-", "", StringComparison.Ordinal), $"{meaning.Style}");
                return true;
            case "form":
                grade.Ask(Slot.Style, rest == "badge" ? meaning.Badge : meaning.Transparent, item);
                return true;
            case "background":
                Ask(Slot.Background, rest, $"{meaning.Background}");
                return true;
            case "text":
                GradeText(rest);
                return true;
            case "no":
                grade.Ask(Slot.Negation, meaning.Unwanted.Any(subject => Shows(subject, rest)) &&
                    !meaning.Subjects.Any(subject => Shows(subject, rest)), item);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Counts circumstances as wrong that the prompt does not name.</summary>
    public void GradeExtras(IReadOnlyList<string[]> items)
    {
        // Winter is shown by snow, and what is snowy by winter.
        var isWintry = meaning.Season == Season.Winter;
        var isSnowy = meaning.Parts.Any(part => part.Text.StartsWith("snow", StringComparison.Ordinal));
        Extra(Slot.Place, "place", meaning.Place is null or "studio" || meaning.Place == "snow" && isWintry
            ? "" : meaning.Place);
        // A moon is asked for as a thing, and makes a night.
        var hasMoon = meaning.Parts.Any(part => part.Kind == WordKind.Light) ||
            meaning.Subjects.Any(subject => concepts.Shows(subject.Noun, "moon"));
        Extra(Slot.Time, "time", meaning.Time == TimeOfDay.Day || hasMoon ? "" : $"{meaning.Time}");
        Extra(Slot.Time, "season", meaning.Season == Season.None || isWintry && isSnowy
            ? "" : $"{meaning.Season}");
        Extra(Slot.Time, "weather", meaning.Weather == Weather.Clear || meaning.Weather == Weather.Snowfall && isSnowy
            ? "" : $"{meaning.Weather}");
        Extra(Slot.Style, "style", meaning.Style == PaintStyle.Storybook || meaning.Badge ? "" : $"{meaning.Style}");
        Extra(Slot.Background, "background", $"{meaning.Background}");
        Extra(Slot.Text, "text", string.Join(' ', meaning.Letterings.Select(lettering => lettering.Text)));
        Extra(Slot.Negation, "no", string.Join(' ', meaning.Unwanted.Select(subject => subject.Noun)));

        void Extra(Slot slot, string kind, string value)
        {
            if (value.Length > 0 && !items.Any(ways => ways.Any(
                way => way.StartsWith(kind + " ", StringComparison.Ordinal))))
            {
                grade.Ask(slot, right: false, $"{value} was not asked for");
            }
        }
    }

    private bool Shows(MeantSubject subject, string things)
        => things.Split('|').Any(thing => concepts.Shows(subject.Noun, thing));

    private void Ask(Slot slot, string expected, string understood) => grade.Ask(
        slot, expected.Split('|').Contains(understood, StringComparer.OrdinalIgnoreCase),
        $"{understood} instead of {expected}");

    private void GradeText(string rest)
    {
        var at = rest.IndexOf(' ', StringComparison.Ordinal);
        var surfaces = rest[..at].Split('|');
        grade.Ask(Slot.Text, meaning.Letterings.Any(lettering => lettering.Text == rest[(at + 1)..] &&
            surfaces.Contains($"{lettering.Surface}", StringComparer.OrdinalIgnoreCase)), $"text {rest}");
    }
}
