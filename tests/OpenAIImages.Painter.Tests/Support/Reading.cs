using OpenAIImages.Painter.Editing.Recipes;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words;
using OpenAIImages.Painter.Words.Meanings;

namespace OpenAIImages.Painter.Tests.Support;

/// <summary>Reads prompts into short notes that a test can state: <c>3 blue bird</c>.</summary>
internal static class Reading
{
    public static Meaning Read(string prompt) => PromptReader.Read(prompt);

    public static string Subjects(string prompt) => string.Join("; ", Read(prompt).Subjects.Select(Describe));

    /// <summary>Gives the relations as notes: <c>cat On chair</c>.</summary>
    public static string Relations(string prompt)
    {
        var subjects = Read(prompt).Subjects;

        return string.Join("; ", subjects.SelectMany(subject => subject.Relations.Select(
            relation => $"{subject.Noun} {relation.Kind} {subjects[relation.Other].Noun}")));
    }

    /// <summary>Gives the whole meaning, in one line.</summary>
    public static string Explain(string prompt)
    {
        var meaning = Read(prompt);
        string?[] notes =
        [
            .. meaning.Subjects.Select((subject, index) => $"{Describe(subject)}{Details(subject)}"),
            .. meaning.Unwanted.Select(subject => $"no {subject.Noun}"),
            .. meaning.Letterings.Select(lettering => $"\"{lettering.Text}\" {lettering.Surface} {lettering.Subject}"),
            meaning.Place, $"{meaning.PlaceColour}",
            meaning.Background is { } background ? $"background {background}" : "",
            $"{meaning.Time}", $"{meaning.Season}", $"{meaning.Weather}", $"{meaning.Style}",
            meaning.Badge ? "badge" : "", meaning.Transparent ? "transparent" : "",
            .. meaning.NotUnderstood.Select(word => $"?{word}"),
        ];

        return string.Join("; ", notes.Where(note => note is not (null or "" or "Day" or "None" or "Clear"
            or "Storybook")));
    }

    public static Scene Compose(string prompt, int variant = 0, int width = 1_024, int height = 1_024)
    {
        var request = new PictureRequest(prompt) { Width = width, Height = height, Variant = variant };
        var meaning = Read(prompt);

        return OwnPicture.Compose(
            new Recipe([prompt], variant, false), meaning, WorkingSize.For(request, meaning.Style));
    }

    private static string Describe(MeantSubject subject)
        => string.Join(' ', [
            $"{subject.Count}", .. subject.Colours.Select(colour => colour.ToString().ToLowerInvariant()),
                subject.Noun]);

    private static string Details(MeantSubject subject)
    {
        string[] details =
        [
            subject.Pose == Pose.None ? "" : $"{subject.Pose}",
            subject.Material == Material.None ? "" : $"{subject.Material}",
            subject.Side == Side.None ? "" : $"{subject.Side}",
            subject.Scale switch { 1 => "", < 1 => "small", _ => "big" },
            subject.DrawnAsFamily ? "as family" : "",
            .. subject.Relations.Select(relation => $"{relation.Kind} #{relation.Other}"),
        ];
        var told = string.Join(' ', details.Where(detail => detail.Length > 0));

        return told.Length == 0 ? "" : $" ({told})";
    }
}
