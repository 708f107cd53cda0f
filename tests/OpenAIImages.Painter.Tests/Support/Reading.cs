using OpenAIImages.Painter.Editing;
using OpenAIImages.Painter.Scenes;
using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Tests.Support;

/// <summary>Reads prompts into short notes that a test can state: <c>3 blue bird</c>.</summary>
internal static class Reading
{
    public static Meaning Read(string prompt) => PromptReader.Read(prompt);

    public static string Subjects(string prompt) => string.Join("; ", Read(prompt).Subjects.Select(Describe));

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
}
