using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Grading;

/// <summary>A committed set of prompts with the items that their pictures must show.</summary>
internal static class PromptSet
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Prompts", name + ".txt");

    /// <summary>Grades all prompts of a set without printing anything.</summary>
    public static Report Grade(string set, Concepts concepts)
    {
        var report = new Report();
        foreach (var expected in ExpectedPrompt.Load(PathOf(set)))
        {
            report.Add(expected.Prompt, new Grader(concepts, PromptReader.Read(expected.Prompt)).Grade(expected));
        }

        return report;
    }
}
