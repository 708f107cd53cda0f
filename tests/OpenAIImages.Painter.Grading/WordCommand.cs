using OpenAIImages.Painter.Words;

namespace OpenAIImages.Painter.Grading;

/// <summary>Prints, for each word in a file, the drawings for a prompt of only that word, to find gaps in the
/// vocabulary.</summary>
internal static class WordCommand
{
    public static int Run(string path)
    {
        foreach (var word in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != ';')
            .SelectMany(line => line.Split(
                ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            var meaning = PromptReader.Read(word[0] < 128 ? "a " + word : word);
            var drawn = meaning.Subjects.Select(subject
                => subject.Noun + (subject.DrawnAsFamily ? " (family)" : ""));
            Console.WriteLine($"{word}: {string.Join(", ", drawn)}; {meaning.Place}; " +
                $"{string.Join(", ", meaning.NotUnderstood.Select(unknown => "?" + unknown))}");
        }

        return 0;
    }
}
