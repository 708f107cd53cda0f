using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Grading;

/// <summary>Reads a set of prompts, grades the meaning of each, and prints the shares for each slot.</summary>
internal static class GradeCommand
{
    private const int Side = 256;

    public static int Run(string set, bool faults, string? folder)
    {
        var concepts = Concepts.Load(PromptSet.PathOf("drawings"));
        var report = new Report();
        var number = 0;
        foreach (var expected in ExpectedPrompt.Load(PromptSet.PathOf(set)))
        {
            var meaning = PromptReader.Read(expected.Prompt);
            var grade = new Grader(concepts, meaning).Grade(expected);
            report.Add(expected.Prompt, grade);
            number++;
            if (faults && grade.Faults.Count > 0)
            {
                Console.WriteLine($"{expected.Prompt}\n    {string.Join("\n    ", grade.Faults)}");
                Console.WriteLine($"    understood: {MeaningText.Describe(meaning, meaning.Place ?? "anywhere")}");
            }

            if (folder is not null)
            {
                Paint(expected.Prompt, Path.Combine(folder, $"{number:000}.png"));
            }
        }

        Console.WriteLine(report.ToText());

        return 0;
    }

    private static void Paint(string prompt, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var picture = new PicturePainter().Paint(new PictureRequest(prompt) { Width = Side, Height = Side });
        File.WriteAllBytes(path, picture.Bytes.ToArray());
    }
}
