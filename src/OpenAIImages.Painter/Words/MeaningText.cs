using System.Globalization;

namespace OpenAIImages.Painter.Words;

/// <summary>Tells people what was understood: <c>1x cat; meadow; day</c>.</summary>
internal static class MeaningText
{
    /// <summary>Tells what was understood of a prompt.</summary>
    /// <param name="meaning">What it means.</param>
    /// <param name="place">The place that was drawn.</param>
    public static string Describe(Meaning meaning, string place)
    {
        var parts = new List<string>();
        foreach (var subject in meaning.Subjects)
        {
            parts.Add(Describe(subject, meaning.Subjects));
        }

        parts.Add(place);
        parts.Add(meaning.Time.ToString().ToLowerInvariant());
        if (meaning.Weather != Weather.Clear)
        {
            parts.Add(meaning.Weather.ToString().ToLowerInvariant());
        }

        if (meaning.Style != PaintStyle.Storybook)
        {
            parts.Add(meaning.Style.ToString().ToLowerInvariant());
        }

        if (meaning.NotUnderstood.Count > 0)
        {
            parts.Add("not understood: " + string.Join(", ", meaning.NotUnderstood));
        }

        return string.Join("; ", parts);
    }

    /// <summary>Tells what an edit wanted of a picture, as far as it was understood.</summary>
    public static string Describe(EditWish wish, int otherPictures)
    {
        var parts = wish.Wanted.Subjects.Select(subject => Describe(subject, wish.Wanted.Subjects)).ToList();
        if (wish.Removes || wish.Unwanted.Count > 0)
        {
            parts.Add(string.Join(' ', wish.Unwanted.Select(subject => subject.Noun).Prepend("without")));
        }

        if (otherPictures > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{otherPictures} more pictures"));
        }

        if (wish.Wanted.Place is { } place)
        {
            parts.Add(place);
        }

        AddNamed(parts, wish.SaysTime, wish.Wanted.Time);
        AddNamed(parts, wish.SaysWeather, wish.Wanted.Weather);
        AddNamed(parts, wish.SaysStyle, wish.Wanted.Style);
        if (wish.Wanted.NotUnderstood.Count > 0)
        {
            parts.Add("not understood: " + string.Join(", ", wish.Wanted.NotUnderstood));
        }

        return parts.Count == 0 ? "nothing" : string.Join("; ", parts);
    }

    private static void AddNamed(List<string> parts, bool named, Enum value)
    {
        if (named)
        {
            parts.Add(value.ToString().ToLowerInvariant());
        }
    }

    private static string Describe(MeantSubject subject, IReadOnlyList<MeantSubject> all)
    {
        var colours = string.Concat(subject.Colours.Take(subject.Count)
            .Select(colour => colour.ToString().ToLowerInvariant() + " "));
        var text = string.Create(CultureInfo.InvariantCulture, $"{subject.Count}x {colours}{subject.Noun}");
        if (subject.Pose != Pose.None)
        {
            text += " " + subject.Pose.ToString().ToLowerInvariant();
        }

        return subject.Relation == Relation.None
            ? text
            : $"{text} {subject.Relation.ToString().ToLowerInvariant()} {all[subject.Other].Noun}";
    }
}
