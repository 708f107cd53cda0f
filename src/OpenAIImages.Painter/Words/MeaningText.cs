using System.Globalization;
using System.Text.RegularExpressions;
using OpenAIImages.Painter.Words.Meanings;
using OpenAIImages.Painter.Words.Tokens;

namespace OpenAIImages.Painter.Words;

/// <summary>Describes a meaning for people: <c>1x cat; meadow; day</c>.</summary>
internal static partial class MeaningText
{
    /// <summary>Describes the understood part of a prompt.</summary>
    /// <param name="meaning">The meaning of the prompt.</param>
    /// <param name="place">The place that was drawn.</param>
    public static string Describe(Meaning meaning, string place)
    {
        var parts = meaning.Subjects.Select(subject => Describe(subject, meaning.Subjects)).ToList();
        parts.AddRange(meaning.Letterings.Select(lettering => Describe(lettering, meaning.Subjects)));
        parts.Add(meaning.Background is { } background ? $"{Name(background)} background" : Name(place));
        parts.Add(Name(meaning.Time));
        AddNamed(parts, meaning.Season != Season.None, meaning.Season);
        AddNamed(parts, meaning.Weather != Weather.Clear, meaning.Weather);
        AddNamed(parts, meaning.Style != PaintStyle.Storybook, meaning.Style);
        AddUnwanted(parts, meaning.Unwanted);
        AddNotUnderstood(parts, meaning);

        return string.Join("; ", parts);
    }

    /// <summary>Describes the understood part of an edit.</summary>
    public static string Describe(EditWish wish, int otherPictures)
    {
        var parts = wish.Wanted.Subjects.Select(subject => Describe(subject, wish.Wanted.Subjects)).ToList();
        parts.AddRange(wish.Wanted.Letterings.Select(lettering => Describe(lettering, wish.Wanted.Subjects)));
        if (wish.Removes && wish.Unwanted.Count == 0)
        {
            parts.Add("without");
        }

        AddUnwanted(parts, wish.Unwanted);
        if (otherPictures > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{otherPictures} more pictures"));
        }

        if (wish.Wanted.Place is { } place)
        {
            parts.Add(Name(place));
        }

        AddNamed(parts, wish.SaysTime, wish.Wanted.Time);
        AddNamed(parts, wish.SaysWeather, wish.Wanted.Weather);
        AddNamed(parts, wish.SaysStyle, wish.Wanted.Style);
        AddNotUnderstood(parts, wish.Wanted);

        return parts.Count == 0 ? "nothing" : string.Join("; ", parts);
    }

    private static void AddNamed(List<string> parts, bool named, Enum value)
    {
        if (named)
        {
            parts.Add(Name(value));
        }
    }

    private static void AddUnwanted(List<string> parts, IReadOnlyList<MeantSubject> unwanted)
    {
        if (unwanted.Count > 0)
        {
            parts.Add("without " + string.Join(", ", unwanted.Select(Name)));
        }
    }

    private static void AddNotUnderstood(List<string> parts, Meaning meaning)
    {
        if (meaning.NotUnderstood.Count > 0)
        {
            parts.Add("not understood: " + string.Join(", ", meaning.NotUnderstood));
        }
    }

    private static string Describe(MeantSubject subject, IReadOnlyList<MeantSubject> all)
    {
        string[] before =
        [
            string.Create(CultureInfo.InvariantCulture, $"{subject.Count}x"),
            .. subject.Colours.Take(subject.Count).Select(colour => Name(colour)),
            subject.Material == Material.None ? "" : Name(subject.Material),
            Name(subject),
            subject.DrawnAsFamily ? $"(drawn as {Vocabulary.Instance.NameOf(subject.Noun)})" : "",
            subject.Pose == Pose.None ? "" : Name(subject.Pose),
            subject.Side == Side.None ? "" : $"at the {Name(subject.Side)}",
            .. subject.Relations.Select(relation => $"{Name(relation.Kind)} {Name(all[relation.Other])}"),
        ];

        return string.Join(' ', before.Where(part => part.Length > 0));
    }

    private static string Describe(Lettering lettering, IReadOnlyList<MeantSubject> all)
    {
        var on = lettering.Subject >= 0 ? Name(all[lettering.Subject]) : Name(lettering.Surface);

        return $"\"{lettering.Text}\" on {on}";
    }

    // The word of the prompt, in the singular: "3x blue bird".
    private static string Name(MeantSubject subject)
    {
        var isWord = Vocabulary.Instance.Find(subject.Word)?.Any(meaning => meaning.Value == subject.Noun) ?? false;

        return isWord ? subject.Word
            : Plurals.Singulars(subject.Word).FirstOrDefault(word => Vocabulary.Instance.Find(word) is not null) ??
                subject.Word;
    }

    private static string Name(Enum value) => Name(value.ToString());

    // People read "at foot of" and "living room", not AtFootOf and living-room.
    private static string Name(string value)
        => Capital().Replace(value, " $0").Replace('-', ' ').ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capital();
}
