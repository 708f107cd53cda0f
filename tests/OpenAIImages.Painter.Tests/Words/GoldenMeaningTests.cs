using OpenAIImages.Painter.Tests.Support;

namespace OpenAIImages.Painter.Tests.Words;

/// <summary>
/// Compares the meanings of prompts with a golden file. After an intended change, rewrite the file with
/// <c>PAINTER_GOLDENS=write dotnet test --project tests/OpenAIImages.Painter.Tests</c> and review the
/// diff.
/// </summary>
public sealed class GoldenMeaningTests
{
    [Fact]
    public void Meanings_match_the_golden_file()
    {
        var path = Repository.PathOf("Words/golden-meanings.txt");
        var prompts = File.ReadAllLines(path).Where(line => line.StartsWith("> ", StringComparison.Ordinal))
            .Select(line => line[2..]).ToList();
        var now = prompts.SelectMany(prompt => new[] { "> " + prompt, "  " + Reading.Explain(prompt) }).ToList();

        if (Environment.GetEnvironmentVariable("PAINTER_GOLDENS") == "write")
        {
            File.WriteAllText(path, string.Join('\n', now) + "\n");
        }

        Assert.True(prompts.Count >= 40);
        Assert.Equal(File.ReadAllLines(path), now);
    }
}
