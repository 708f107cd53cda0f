using System.Globalization;

namespace OpenAIImages.Painter.Words;

/// <summary>Tells people what was understood: <c>1x cat; meadow; day</c>.</summary>
internal static class MeaningText
{
    public static string Describe(Meaning meaning, Place place)
    {
        var parts = new List<string>();
        foreach (var subject in meaning.Subjects)
        {
            parts.Add(Describe(subject, meaning.Subjects));
        }

        parts.Add(place.ToString().ToLowerInvariant());
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
